export interface OperationView {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly whoMay: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly what: string;
  }[];
}

interface Piece {
  readonly from: number;
  readonly text: string;
  readonly isCode: boolean;
}

const piecesOf = (text: string): Piece[] => {
  let from = 0;
  return text.split('`').map((piece, at) => {
    from += piece.length + 1;
    return { from, text: piece, isCode: at % 2 === 1 };
  });
};

/** A text with what stands between backquotes set as code. */
export const WithCode = ({ text }: { text: string }) =>
  piecesOf(text).map((piece) =>
    piece.isCode ? <code key={piece.from}>{piece.text}</code> : <span key={piece.from}>{piece.text}</span>,
  );

export const OperationSection = ({ one }: { one: OperationView }) => (
  <section aria-labelledby={one.id} className="operation">
    <h3 id={one.id}>{one.summary}</h3>
    <p>
      <code className="address">GET {one.path}</code>
    </p>
    <p>
      <WithCode text={one.description} /> <span className="soft">{one.whoMay}</span>
    </p>
    {one.parameters.length === 0 ? null : (
      <details>
        <summary>What it takes</summary>
        <dl className="parameters">
          {one.parameters.map(({ name, required, what }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {required ? ', needed' : ''}
              </dt>
              <dd>
                <WithCode text={what} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    )}
  </section>
);
