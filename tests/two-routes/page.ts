/** The comparison as a page for an analyst: docs/two-routes.md. */
import { catalog } from '../../app/rooms/measures/catalog/catalog.ts';
import { type MeasureId, measureIds } from '../../app/rooms/measures/catalog/definition-shape.ts';
import { cellOf } from '../../app/rooms/measures/results/cell.ts';
import type { Window } from '../../app/rooms/measures/results/figure.ts';
import { federalName } from '../../app/rooms/measures/results/windows.ts';
import { classes } from './classes.ts';
import type { Compared } from './compare-routes.ts';
import type { StepSum } from './comparison.ts';

const grouped = (count: number): string => count.toLocaleString('en-US');
const signed = (count: number): string =>
  count === 0 ? '0' : `${count > 0 ? '+' : '−'}${grouped(Math.abs(count))}`;

interface Sum {
  readonly events: number;
  readonly exposure: number;
}

type Which = 'first' | 'second';

const sumOf = (row: StepSum | undefined, which: Which): Sum =>
  which === 'first'
    ? { events: row?.events ?? 0, exposure: row?.exposure ?? 0 }
    : { events: row?.second_events ?? 0, exposure: row?.second_exposure ?? 0 };

const inWords = (id: MeasureId, { events, exposure }: Sum): string => {
  const { value } = cellOf(catalog[id], events, exposure);
  const digits = catalog[id].unit.per === 100 ? 1 : 2;
  const figure =
    value === null ? 'no value' : `${value.toFixed(digits)}${catalog[id].unit.per === 100 ? '%' : ''}`;
  return `${grouped(events)} of ${grouped(exposure)}: ${figure}`;
};

const windowName = (window: Window): string => `${federalName(window) ?? window.from} (from ${window.from})`;

/** What each class changed, the classes one after another. */
const byClass = (compared: Compared, id: MeasureId, window: Window, which: Which): string => {
  const at = (step: number): Sum =>
    sumOf(
      compared.sums.find((row) => row.measure === id && row.window_from === window.from && row.step === step),
      which,
    );
  const parts = classes.flatMap(({ title }, index) => {
    const step = index + 1;
    const { subjects = 0 } =
      compared.changed.find(
        (row) => row.measure === id && row.window_from === window.from && row.step === step,
      ) ?? {};
    if (subjects === 0) return [];
    const [before, after] = [at(step - 1), at(step)];
    const change = `${signed(after.events - before.events)} of ${signed(after.exposure - before.exposure)}`;
    return [`${title}: ${change} (${grouped(subjects)})`];
  });
  return parts.join('<br>') || 'the same';
};

const rowOf = (compared: Compared, id: MeasureId, window: Window, which: Which): string => {
  const rows = compared.sums.filter((row) => row.measure === id && row.window_from === window.from);
  const own = sumOf(
    rows.find(({ step }) => step === 0),
    which,
  );
  const federal = sumOf(
    rows.find(({ step }) => step === classes.length),
    which,
  );
  const difference = `${signed(federal.events - own.events)} of ${signed(federal.exposure - own.exposure)}`;
  const name = which === 'first' ? windowName(window) : `${windowName(window)}, ${catalog[id].second?.name}`;
  const cells = [
    name,
    inWords(id, own),
    inWords(id, federal),
    difference,
    byClass(compared, id, window, which),
  ];
  return `| ${cells.join(' | ')} |`;
};

const tableOf = (compared: Compared, id: MeasureId): string => {
  const whiches: Which[] = catalog[id].second ? ['first', 'second'] : ['first'];
  return [
    `### ${id}. ${catalog[id].title}`,
    '',
    `${catalog[id].unit.per === 100 ? 'Percent' : catalog[id].unit.words}.`,
    '',
    '| window | package | federal files | difference | by class (facts that change) |',
    '| --- | --- | --- | --- | --- |',
    ...whiches.flatMap((which) => compared.windows.map((window) => rowOf(compared, id, window, which))),
    '',
  ].join('\n');
};

const classTable = ({ records, changed }: Compared): string => {
  const rows = classes.map(({ id, title, words }, index) => {
    const found = records
      .filter((row) => row.class === id)
      .map(({ table_name, rows: count }) => `${grouped(count)} in ${table_name}`);
    const touched = measureIds.filter((measure) =>
      changed.some((row) => row.measure === measure && row.step === index + 1),
    );
    return `| **${title}** | ${words} | ${found.join(', ') || 'none'} | ${touched.join(', ') || 'none'} |`;
  });
  return [
    '| class | what it is | records here | measures it changes here |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
};

const intro = (children: number): string => `# Two routes of the same children

Written by \`npm run -s two-routes\`, kept current by \`tests/two-routes.test.ts\`. The State of Juniper is invented.

An agency can bring its records in two ways: as its own extract (the case-data package), or as the files it sent to
the federal government (AFCARS and NCANDS) with a package that holds only what those lack. Here both are imported
for the same invented children, a Juniper of ${grouped(children)} children as of 2026-09-30, and compared: first
record by record, then fact by fact for every measure.

**What was found.** The two routes give the same numbers wherever the federal formats can carry them. Where they
differ, it is because a federal file says less, in one of the nine ways below, and never because it was read
otherwise. A difference that none of them explains fails the test.

- S2, H5 and C2 are the same, child by child, in every window whose reports all have a disposition.
- Since October 2022 the federal files tell the whole history. S1, P1 to P4, H1 to H4 and C1 then differ by dropped
  records alone, reports that are still pending aside; P5 also because XML does not say which home a child lives in.
- Before October 2022 take P4, P5, H3 and C1 from the package. A child who left and came back within one half-year
  shows only the second stay, so that just the exits which were followed by a return lose their reason, and P4 from
  legacy files is too low. The legacy record counts settings and no more, and does not know kin.
- C1 of the federal files reads 0% before October 2022 because those files hold no visits from before, not because
  nobody visited.
- A dropped record counts as not removed in H2 and H4: the child is known as a victim, and the removal is left out.

\`npm run -s two-routes -- --children 600000 --to page.md\` makes this page for the whole Juniper of the demonstration.

## How it was compared

Every record that the two versions hold otherwise gets a class, decided by the record, the day it was keyed and the
files a child is in, never by what a measure makes of it (\`tests/two-routes/differences.sql\`). Then the package is
changed step by step, one class after another in the order below, and all measures are computed at each step. What
changes at a step is that class's doing. After the last step every fact (subject, day, county, age, exposure, events)
is that of the federal version.

Not compared, because only the package has them and no measure reads them: tribal membership, sibling groups, and the
days on which stays known by dates alone were keyed.
`;

const reading = `## Measure by measure

*38 of 90: 42.2%* is 38 events (children, moves, visits) among 90 (children, days, months). *−1 of −2* says that the
federal files show one event and two children, days or months less. The number in brackets counts children whose
fact changes, also when it only moves to the group *unknown* and the totals stay.
`;

/** `children` is the size of the state that was compared. */
export const twoRoutesPage = (compared: Compared, children: number): string =>
  `${[
    intro(children),
    '## The nine ways in which federal files say less\n',
    classTable(compared),
    '',
    reading,
    ...measureIds.map((id) => tableOf(compared, id)),
  ]
    .join('\n')
    .trimEnd()}\n`;
