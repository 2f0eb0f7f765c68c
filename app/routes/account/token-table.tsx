import { LinkButton } from '../../ui/button.tsx';

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  /** Null in one's own list. */
  readonly madeBy: string | null;
  readonly opens: string;
  readonly madeOn: string;
  readonly expiresOn: string;
  readonly lastUsedOn: string | null;
  readonly state: 'in use' | 'expired' | 'revoked';
}

const Revoke = ({ row, act }: { row: TokenRow; act: string }) => (
  <form method="post">
    <input type="hidden" name="token" value={row.id} />
    <LinkButton name="act" value={act}>
      Revoke<span className="visually-hidden"> {row.name}</span>
    </LinkButton>
  </form>
);

const Row = ({ row, act }: { row: TokenRow; act: string }) => (
  <tr>
    <th scope="row">
      {row.name}
      <br />
      <code className="soft">{row.prefix}…</code>
    </th>
    {row.madeBy === null ? null : <td data-label="Whose">{row.madeBy}</td>}
    <td data-label="Opens">{row.opens}</td>
    <td data-label="Made">{row.madeOn}</td>
    <td data-label="Taken until">{row.expiresOn}</td>
    <td data-label="Last used">{row.lastUsedOn ?? 'never'}</td>
    <td data-label="Now">
      {row.state === 'in use' ? <Revoke row={row} act={act} /> : <span className="soft">{row.state}</span>}
    </td>
  </tr>
);

/** `act`: what the form of a row does. */
export const TokenTable = ({ rows, act }: { rows: readonly TokenRow[]; act: 'revoke' | 'revoke-others' }) => {
  const label = act === 'revoke' ? 'Your tokens' : 'Tokens of the agency';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-scroll" aria-label={label} tabIndex={0}>
      <table className="table table-wide table-stacks">
        <thead>
          <tr>
            <th scope="col">For</th>
            {act === 'revoke' ? null : <th scope="col">Whose</th>}
            <th scope="col">Opens</th>
            <th scope="col">Made</th>
            <th scope="col">Taken until</th>
            <th scope="col">Last used</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} act={act} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
