import type { RecordsLinks } from './records-links.ts';

export const RecordsBehind = ({ links, by }: { links: RecordsLinks | null; by: string }) =>
  links === null ? null : (
    <section className="section" aria-labelledby="records">
      <h2 id="records">Records behind the figure</h2>
      <p>
        <a href={links.whole}>All records behind this figure</a>, without names, ids or days. Each reading is
        on record.
      </p>
      {links.groups.length === 0 ? null : (
        <details>
          <summary>Records of one group, by {by}</summary>
          <ul className="columns">
            {links.groups.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
