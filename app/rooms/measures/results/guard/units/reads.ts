/** How many people work in each unit. */
import { asc, gte } from 'drizzle-orm';
import type { Scope } from '../../../../../commons/permissions/scope.ts';
import { transactIn } from '../../../../../commons/permissions/transact-in.ts';
import type { Database, Transaction } from '../../../../../platform/database/database.ts';
import { fewestWorkers, type UnitSize } from './forms.ts';
import { unitSizes } from './tables.ts';

/** By county, then unit. */
export const listUnitSizes = async (database: Database, scope: Scope<'units.read'>): Promise<UnitSize[]> =>
  transactIn(database, scope, (tx) =>
    tx
      .select({ county: unitSizes.county, unit: unitSizes.unit, workers: unitSizes.workers })
      .from(unitSizes)
      .orderBy(asc(unitSizes.county), asc(unitSizes.unit)),
  );

/** Units of enough people to be shown outside themselves, as `county/unit`. A unit nobody has counted is not among them. */
export const largeUnitsIn = async (tx: Transaction): Promise<ReadonlySet<string>> => {
  const rows = await tx.select().from(unitSizes).where(gte(unitSizes.workers, fewestWorkers));
  return new Set(rows.map(({ county, unit }) => `${county}/${unit}`));
};
