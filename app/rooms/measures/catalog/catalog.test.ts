import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog, findBySlug } from './catalog.ts';
import { measureIds } from './definition-shape.ts';
import { measuresPage } from './measures-page.ts';

const all = measureIds.map((id) => catalog[id]);

test('docs/measures.md is what the definitions say', () => {
  const page = readFileSync(new URL('../../../../docs/measures.md', import.meta.url), 'utf8');
  expect(page, 'run: node app/rooms/measures/catalog/write-measures-page.ts').toBe(measuresPage());
});

test('every measure stands under its own id and slug, and is shown with another one', () => {
  for (const [id, definition] of Object.entries(catalog)) {
    expect(definition.id).toBe(id);
    expect(findBySlug(definition.slug)).toBe(definition);
    expect(definition.partner).not.toBe(id);
  }
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(measureIds.length);
});

test('a breakdown is carried, or its absence has a reason', () => {
  for (const { breakdowns, notCarried } of all) {
    const named = [...breakdowns, ...Object.keys(notCarried)].toSorted();
    expect(named).toEqual(['aian_any', 'age', 'county', 'race_ethnicity', 'sex', 'unit'].toSorted());
  }
});

test('partners and directions are those of the specification', () => {
  const partners = Object.fromEntries(all.map(({ id, partner }) => [id, partner]));
  expect(partners).toEqual({
    ...{ P1: 'P4', P2: 'P4', P3: 'P4', P4: 'P1', P5: 'H3', S1: 'P5', S2: 'H1' },
    ...{ H1: 'H5', H2: 'H5', H3: 'P5', H4: 'H2', H5: 'H2', C1: 'P1', C2: 'S2' },
  });
  expect(all.filter(({ direction }) => direction === 'neither').map(({ id }) => id)).toEqual(['H1', 'H4']);
  expect(all.filter(({ kind }) => kind === 'balancing').map(({ id }) => id)).toEqual(['H1', 'H4']);
});
