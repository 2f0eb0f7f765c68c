/** The file and table that an address names. */
import { NotFound } from '../../../platform/errors.ts';
import type { DraftWithFiles } from '../../../rooms/measures/public.ts';
import type { StepPlace } from './extract-view.ts';

/** Throws `NotFound` when the draft has no such step. */
export const placeOf = (
  { row }: Pick<DraftWithFiles, 'row'>,
  params: Readonly<Record<string, string | undefined>>,
): StepPlace => {
  const place = { sheet: Number(params.sheet), table: params.table ?? '' };
  if (row.draft.sheets[place.sheet]?.tables.some(({ table }) => table === place.table)) return place;
  throw new NotFound('These files do not fill this table. Say first what each file is.');
};
