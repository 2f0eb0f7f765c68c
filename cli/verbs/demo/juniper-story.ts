/** What Juniper stands for and what it looked at together; what people changed since stays as they left it. */
import { systemScope } from '../../../app/commons/permissions/scope.ts';
import { todayOn } from '../../../app/platform/clock.ts';
import type { Database } from '../../../app/platform/database/database.ts';
import type { Services } from '../../../app/request-context.ts';
import { listReviews, recordReview } from '../../../app/rooms/changes/public.ts';
import { addMark, listUnitSizes, setUnitSizes } from '../../../app/rooms/measures/public.ts';
import { addValue, ensureValue, retireValue, shareValue } from '../../../app/rooms/values/public.ts';
import { counties } from '../../../seed/counties.ts';
import { juniperMarks } from '../../../seed/marks.ts';
import { juniperReviews } from '../../../seed/reviews.ts';
import { givenUpValue, goldenrodDraft, goldenrodValues, juniperValues } from '../../../seed/values.ts';
import { formKeyOf } from './form-key.ts';

const scope = systemScope('the demo tells the story of Juniper');

const stateValues = async (database: Database): Promise<void> => {
  for (const story of juniperValues) {
    if (!(await ensureValue(database, scope, story))) continue;
    for (const audience of ['public', 'partners'] as const)
      await shareValue(database, scope, story.id, audience);
  }
  const { story, why } = givenUpValue;
  if (await ensureValue(database, scope, story)) await retireValue(database, scope, story.id, why);
};

const countyValues = async (database: Database): Promise<void> => {
  const isNew: boolean[] = [];
  for (const story of goldenrodValues) isNew.push(await ensureValue(database, scope, story));
  const [first] = goldenrodValues;
  if (first === undefined || !isNew[0]) return;
  await shareValue(database, scope, first.id, 'state');
  await addValue(database, scope, first.place, goldenrodDraft);
};

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);

const reviewsHeld = async (database: Database): Promise<void> => {
  if ((await listReviews(database, scope)).length > 0) return;
  const today = todayOn();
  for (const { place, daysAgo, title, atTheTable, items } of juniperReviews)
    await recordReview(database, scope, place, {
      title,
      heldOn: dayBefore(today, daysAgo),
      atTheTable: [...atTheTable],
      items: items.map(([about, minutes, lookedAt]) => ({ about, minutes, lookedAt })),
    });
};

/** Units of seven, but for the smallest counties, where two or three do everything. */
const peopleInUnits = async (database: Database): Promise<void> => {
  if ((await listUnitSizes(database, scope)).length > 0) return;
  const sizes = counties.flatMap(({ name, units, share }) =>
    Array.from({ length: units }, (_, index) => ({
      county: name,
      unit: `${name} ${index + 1}`,
      workers: share < 0.006 ? 3 : 7,
    })),
  );
  await setUnitSizes(database, scope, sizes);
};

const onTheCharts = async (database: Database): Promise<void> => {
  for (const { key, place, form } of juniperMarks) {
    const written = { form, recordNumbers: [], isAboutNobody: false };
    await addMark(database, scope, { ...written, place, formKey: formKeyOf(`mark ${key}`) });
  }
};

export const tellJuniper = async ({ database }: Services): Promise<void> => {
  await peopleInUnits(database);
  await stateValues(database);
  await countyValues(database);
  await reviewsHeld(database);
  await onTheCharts(database);
};
