import { redirect } from 'react-router';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { Invalid } from '../../platform/errors.ts';
import {
  fewestWorkers,
  listUnitSizes,
  placesInData,
  setUnitSizes,
  type UnitSize,
  unitSizeForm,
  unitsPolicy,
} from '../../rooms/measures/public.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { signedIn } from '../page.ts';
import { getVersionInUse } from '../version-in-use.ts';
import type { Route } from './+types/units';

export const meta: Route.MetaFunction = () => [{ title: 'People in units · Midcourse' }];

interface UnitRow {
  readonly unit: string;
  /** Name of its field: county and unit, so that no other unit can be meant. */
  readonly field: string;
  readonly workers: number | null;
}

const fieldOf = (county: string, unit: string): string => `workers/${county}/${unit}`;

export const loader = signedIn(async (visit) => {
  const { services, actor, url } = visit;
  const sizes = await listUnitSizes(services.database, scopeFor(actor, unitsPolicy['units.read']));
  const known = new Map(sizes.map(({ county, unit, workers }) => [fieldOf(county, unit), workers]));
  const { units } = await placesInData((await getVersionInUse(visit)).files);
  const counties = Map.groupBy(units, ({ county }) => county);
  return {
    fewest: fewestWorkers,
    isSaved: url.searchParams.has('saved'),
    uncounted: units.filter(({ county, unit }) => !known.has(fieldOf(county, unit))).length,
    counties: [...counties].map(([county, own]) => ({
      county,
      units: own.map(({ unit }): UnitRow => {
        const field = fieldOf(county, unit);
        return { unit, field, workers: known.get(field) ?? null };
      }),
    })),
  };
});

/** `workers/Alder/Alder 2` = `7`; a blank field says nothing and changes nothing. */
const sizeOf = ([name, value]: [string, FormDataEntryValue]): UnitSize[] => {
  const [kind, county, ...unit] = name.split('/');
  if (kind !== 'workers' || typeof value !== 'string' || value.trim() === '') return [];
  const size = unitSizeForm.safeParse({ county, unit: unit.join('/'), workers: value });
  if (size.success) return [size.data];
  throw new Invalid(
    `"${value}" people in ${unit.join('/')} is no number of people.`,
    'Give a whole number, 0 or more.',
  );
};

export const action = signedIn(async ({ request, services, actor }) => {
  const scope = scopeFor(actor, unitsPolicy['units.change']);
  await setUnitSizes(services.database, scope, [...(await request.formData())].flatMap(sizeOf));
  return redirect('/data/units?saved');
});

const County = ({ county, units }: { county: string; units: readonly UnitRow[] }) => (
  <fieldset className="unit-sizes">
    <legend>{county}</legend>
    {units.map(({ unit, field, workers }) => (
      <label key={field}>
        {unit}
        <input
          className="usa-input"
          type="number"
          name={field}
          min={0}
          max={10_000}
          inputMode="numeric"
          defaultValue={workers ?? ''}
        />
      </label>
    ))}
  </fieldset>
);

export default function Units({ loaderData }: Route.ComponentProps) {
  const { counties, uncounted, isSaved, fewest } = loaderData;
  return (
    <div className="page page-narrow">
      <p className="meta">
        <a href="/data">Data</a>
      </p>
      <h1>How many people work in each unit</h1>
      <p className="lead">
        Figures of a unit of fewer than {fewest} people would speak of each of them. They are shown to the
        unit itself and to nobody else. A unit nobody has counted is treated the same way.
      </p>
      {isSaved ? (
        <Notice role="status">
          <p>Saved. Pages go by it from now on.</p>
        </Notice>
      ) : null}
      {counties.length === 0 ? (
        <p className="soft">The data in use name no unit, so there is nothing to count.</p>
      ) : (
        <form method="post">
          {uncounted > 0 ? <p>{uncounted} not counted yet.</p> : null}
          {counties.map((one) => (
            <County key={one.county} {...one} />
          ))}
          <SubmitButton>Save</SubmitButton>
        </form>
      )}
    </div>
  );
}
