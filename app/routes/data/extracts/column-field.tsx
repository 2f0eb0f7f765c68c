import { FieldSelect } from '../../../ui/field-select.tsx';
import type { Choice } from '../../../ui/filter-select.tsx';
import type { ColumnView } from './columns-view.ts';

const lost = ({ isLost, from }: ColumnView): Choice[] =>
  isLost ? [{ value: from, label: `${from}: no longer in the file` }] : [];

const Days = ({ column }: { column: ColumnView }) =>
  column.days === null ? null : (
    <FieldSelect
      name={`days-${column.name}`}
      label={`How are the days of “${column.title}” written?`}
      chosen={column.days.chosen}
      choices={
        column.days.chosen === ''
          ? [{ value: '', label: 'Choose: the values do not say' }, ...column.days.choices]
          : column.days.choices
      }
    />
  );

/** One column of the package, and which of the file's it is. */
export const ColumnField = ({ column, choices }: { column: ColumnView; choices: readonly Choice[] }) => {
  const { name, title, hint, isRequired, from, examples } = column;
  const none = { value: '', label: isRequired ? 'Choose a column' : 'The file has none' };
  return (
    <div className="matching">
      <FieldSelect
        name={`from-${name}`}
        label={isRequired ? `${title} (needed)` : title}
        hint={hint}
        chosen={from}
        choices={[none, ...lost(column), ...choices]}
      />
      <input type="hidden" name={`shown-${name}`} value={from} />
      <Days column={column} />
      {examples.length === 0 ? null : <p className="soft">In the file: {examples.join(' · ')}</p>}
    </div>
  );
};
