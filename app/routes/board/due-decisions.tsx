export interface DueDecision {
  readonly id: string;
  readonly statement: string;
  readonly since: string;
}

const most = 3;

/** Promises to look again whose day has come. */
export const DueDecisions = ({ due }: { due: readonly DueDecision[] }) =>
  due.length === 0 ? null : (
    <section>
      <h2>Due for a revisit</h2>
      <ul className="due-list">
        {due.slice(0, most).map(({ id, statement, since }) => (
          <li key={id}>
            <a href={`/decisions/${id}/revisit`}>{statement}</a> <span className="soft">since {since}</span>
          </li>
        ))}
      </ul>
      {due.length > most ? (
        <p>
          <a href="/decisions?state=due">All {due.length}</a>
        </p>
      ) : null}
    </section>
  );
