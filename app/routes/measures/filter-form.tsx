import { SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import type { FilterRow } from './measure-filters.ts';

interface FilterFormProps {
  readonly rows: readonly FilterRow[];
  readonly slug: string;
  readonly search: string;
}

/** Choices travel in the address: what is shown can be sent to a colleague, kept, or loaded as CSV and JSON. */
export const FilterForm = ({ rows, slug, search }: FilterFormProps) => (
  <form method="get" action={`/measures/${slug}`} className="filters" aria-label="What is shown">
    {rows.map((row) => (
      <FilterSelect key={row.name} {...row} />
    ))}
    <SubmitButton isQuiet>Show</SubmitButton>
    <div className="exports">
      <a href="#table">Table</a>
      <a href={`/measures/${slug}.csv${search}`} download>
        CSV
      </a>
      <a href={`/measures/${slug}.json${search}`} download>
        JSON
      </a>
    </div>
  </form>
);
