import { LinkButton, SubmitButton } from '../../ui/button.tsx';

export interface CardRights {
  readonly edit: boolean;
  readonly decide: boolean;
  readonly share: boolean;
}

export interface CardShare {
  readonly audience: string;
  readonly label: string;
}

interface DecisionActionsProps {
  readonly id: string;
  readonly revision: number;
  readonly state: string;
  readonly isOpen: boolean;
  readonly may: CardRights;
  /** Why it cannot be decided yet; null where it can. */
  readonly missing: string | null;
  readonly shares: readonly CardShare[];
  readonly audiences: readonly CardShare[];
}

const Draft = ({ id, revision, may, missing }: DecisionActionsProps) => (
  <>
    <p>This is a draft: only people of its place see it. Once decided, everything on it is locked.</p>
    {may.edit ? (
      <p>
        <a href={`/decisions/${id}/edit`}>Change the draft</a>
      </p>
    ) : null}
    {missing === null ? null : <p>{missing}</p>}
    <form method="post">
      <input type="hidden" name="revision" value={revision} />
      {may.decide && missing === null ? (
        <p>
          <SubmitButton name="act" value="decide">
            Decide, and lock it
          </SubmitButton>
        </p>
      ) : null}
      {may.edit ? (
        <LinkButton name="act" value="discard">
          Discard the draft
        </LinkButton>
      ) : null}
    </form>
  </>
);

const Decided = ({ id, isOpen, may, state }: DecisionActionsProps) => (
  <>
    {may.decide && isOpen ? (
      <p>
        <a className="usa-button" href={`/decisions/${id}/revisit`}>
          Look at it again
        </a>
      </p>
    ) : (
      <p>
        <a href={`/decisions/${id}/revisit`}>What the measure did since</a>
      </p>
    )}
    {may.edit && (state === 'decided' || state === 'kept') ? (
      <form method="post">
        <p className="small soft">
          Is something written wrongly? The original stays; a new version names it.
        </p>
        <LinkButton name="act" value="version">
          Write a new version
        </LinkButton>
      </form>
    ) : null}
  </>
);

const Sharing = ({ shares, audiences }: DecisionActionsProps) => (
  <section className="thin-section" aria-labelledby="sharing">
    <h2 id="sharing">Shown beyond its place</h2>
    {shares.length === 0 ? <p className="soft">With nobody yet.</p> : null}
    {shares.map(({ audience, label }) => (
      <form method="post" key={audience}>
        {label} <input type="hidden" name="audience" value={audience} />
        <LinkButton name="act" value="take-back">
          Take back<span className="visually-hidden"> from {label}</span>
        </LinkButton>
      </form>
    ))}
    {audiences.length === 0 ? null : (
      <form method="post">
        <label className="usa-label" htmlFor="audience">
          Share with
        </label>
        <select className="usa-select" id="audience" name="audience">
          {audiences.map(({ audience, label }) => (
            <option key={audience} value={audience}>
              {label}
            </option>
          ))}
        </select>
        <p>
          <SubmitButton isQuiet name="act" value="share">
            Share
          </SubmitButton>
        </p>
      </form>
    )}
  </section>
);

/** What can be done with a card by whoever looks at it. */
export const DecisionActions = (props: DecisionActionsProps) => (
  <div className="card-actions no-print">
    {props.state === 'draft' ? <Draft {...props} /> : <Decided {...props} />}
    {props.may.share && props.state !== 'draft' ? <Sharing {...props} /> : null}
    <p className="exports">
      <a href={`/decisions/${props.id}.json`}>JSON</a>
    </p>
  </div>
);
