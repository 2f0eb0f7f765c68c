import { SubmitButton } from '../../ui/button.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { pictureHref } from './chart-downloads.tsx';
import type { FilterRow } from './measure-filters.ts';

interface FilterFormProps {
  readonly rows: readonly FilterRow[];
  readonly slug: string;
  readonly search: string;
  readonly link: string;
}

/** Choices travel in the address: what is shown can be sent to a colleague, kept, or loaded as CSV and JSON. */
export const FilterForm = ({ rows, slug, search, link }: FilterFormProps) => (
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
      <a href={pictureHref({ slug, search }, 'svg', 'run')} download>
        SVG
      </a>
      <a href={pictureHref({ slug, search }, 'png', 'run')}>PNG</a>
      <a href={link} aria-label="Link that keeps what is chosen">
        Link
      </a>
    </div>
  </form>
);
