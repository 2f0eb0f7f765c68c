import type { ListView } from './codes-view.ts';

type Value = ListView['values'][number];

const Boxes = ({ value }: { value: Value }) => (
  <fieldset className="boxes">
    <legend>
      {value.value}{' '}
      <span className="soft">
        {value.count} rows{value.isNew ? ', new' : ''}
      </span>
    </legend>
    {value.boxes.map(({ field, label, isTicked }) => (
      <div className="choice" key={field}>
        <input type="checkbox" id={field} name={field} value="1" defaultChecked={isTicked} />
        <label htmlFor={field}>{label}</label>
      </div>
    ))}
    <div className="choice">
      <input
        type="checkbox"
        id={value.blank.field}
        name={value.blank.field}
        defaultChecked={value.blank.isTicked}
      />
      <label htmlFor={value.blank.field}>Not known, leave blank</label>
    </div>
  </fieldset>
);

/** Every value of one column that fills several: tick all that it means. */
export const CodeList = ({ list }: { list: ListView }) => (
  <section className="section" aria-label={list.from}>
    <h2>What “{list.from}” means</h2>
    <p className="soft">Tick everything that a value stands for.</p>
    {list.values.map((value) => (
      <Boxes key={value.value} value={value} />
    ))}
  </section>
);
