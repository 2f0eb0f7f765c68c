import type { CodeColumnView } from './codes-view.ts';

/** Every value of one column, with what it becomes. */
export const CodeTable = ({ column }: { column: CodeColumnView }) => (
  <section className="section" aria-labelledby={`codes-${column.name}`}>
    <h2 id={`codes-${column.name}`}>{column.title}</h2>
    <table className="table table-wide table-stacks">
      <thead>
        <tr>
          <th scope="col">In “{column.from}”</th>
          <th scope="col" className="number">
            Rows
          </th>
          <th scope="col">It means</th>
        </tr>
      </thead>
      <tbody>
        {column.values.map(({ field, value, count, becomes, isNew }) => (
          <tr key={value}>
            <th scope="row">
              {value}
              {isNew ? <span className="soft"> (new)</span> : null}
            </th>
            <td className="number" data-label="Rows">
              {count}
            </td>
            <td data-label="It means">
              <select
                className="usa-select"
                name={field}
                aria-label={`What “${value}” means as ${column.title}`}
                defaultValue={becomes}
              >
                {column.choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
