import { LinkButton, SubmitButton } from '../../ui/button.tsx';
import type { ValueLine } from './values-view.ts';

interface Lines {
  readonly lines: readonly ValueLine[];
}

const Words = ({ line, level }: { line: ValueLine; level: 'h2' | 'h3' }) => {
  const Heading = level;
  return (
    <div>
      <Heading className="value-name">
        <a href={`/values/${line.id}`}>{line.statement}</a>
      </Heading>
      <p>{line.about}</p>
    </div>
  );
};

export const ValueItems = ({ lines, level = 'h2' }: Lines & { level?: 'h2' | 'h3' }) => (
  <ol className="value-list">
    {lines.map((line) => (
      <li key={line.id} className="value-item">
        <Words line={line} level={level} />
      </li>
    ))}
  </ol>
);

interface Order extends Lines {
  readonly place: string;
}

/** What the reader had before them travels along: who orders over another's order is told so. */
const Seen = ({ lines, place }: Order) => (
  <>
    <input type="hidden" name="place" value={place} />
    <input type="hidden" name="seen" value={lines.map(({ id }) => id).join(' ')} />
  </>
);

const Move = ({ line, order, way }: { line: ValueLine; order: Order; way: 'up' | 'down' }) => (
  <form method="post" action="/values">
    <Seen {...order} />
    <input type="hidden" name="id" value={line.id} />
    <LinkButton name="act" value={way} label={`Move ${way}: ${line.statement}`}>
      Move {way}
    </LinkButton>
  </form>
);

/** Each value with the two ways it can move. */
export const ValueOrder = (order: Order) => (
  <ol className="value-list">
    {order.lines.map((line, at) => (
      <li key={line.id} className="value-item">
        <Words line={line} level="h2" />
        <div className="row-actions no-print">
          {at === 0 ? null : <Move line={line} order={order} way="up" />}
          {at === order.lines.length - 1 ? null : <Move line={line} order={order} way="down" />}
        </div>
      </li>
    ))}
  </ol>
);

/** All at once, by writing numbers beside them. */
export const OrderByNumbers = (order: Order) => (
  <details className="no-print">
    <summary>Order all of them by numbers</summary>
    <form method="post" action="/values">
      <Seen {...order} />
      <div className="order-numbers">
        {order.lines.map((line, at) => (
          <label key={line.id}>
            <input
              className="usa-input"
              type="number"
              min={1}
              step={1}
              name={`number-${line.id}`}
              defaultValue={at + 1}
            />
            <span>{line.statement}</span>
          </label>
        ))}
      </div>
      <SubmitButton isQuiet>Put them in this order</SubmitButton>
    </form>
  </details>
);
