/** The records behind a figure, as the address asks for them: for the page and for its CSV. */
import { scopeFor } from '../../commons/permissions/scope.ts';
import { NotFound } from '../../platform/errors.ts';
import { loadSecrets } from '../../platform/secrets.ts';
import {
  findBySlug,
  listRecords,
  type MeasureDefinition,
  pseudonymsOf,
  type RecordsRead,
  resultsPolicy,
  type Window,
} from '../../rooms/measures/public.ts';
import type { Visit } from '../page.ts';
import { getVersionInUse, type VersionInUse } from '../version-in-use.ts';
import { filtersOf, type MeasureFilters } from './measure-filters.ts';
import { defaultWindow } from './measure-reading.ts';

export interface RecordsAsked {
  readonly definition: MeasureDefinition;
  readonly version: VersionInUse;
  readonly window: Window;
  readonly where: MeasureFilters['where'];
  readonly read: RecordsRead;
  readonly areOwnIds: boolean;
}

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** Throws `NotAllowed` before anything is read. */
export const readRecords = async (visit: Visit, { offset, limit }: Slice): Promise<RecordsAsked> => {
  const { services, actor, url, params } = visit;
  const scope = scopeFor(actor, resultsPolicy['records.read']);
  const definition = findBySlug(params.slug ?? '');
  if (!definition) throw new NotFound('There is no measure of this name.');
  const { where, window: asked } = filtersOf(url.searchParams);
  const version = await getVersionInUse(visit);
  const window = asked ?? (await defaultWindow(version.files, definition));
  const { sessionSecret } = await loadSecrets(services.dataFolder);
  const { nameOf, orderKey } = pseudonymsOf(sessionSecret, version.contentId);
  const areOwnIds = services.config.recordIds === 'own';
  const source = {
    ...{ database: services.database, files: version.files, versionNumber: version.number },
    names: { orderKey, nameOf: areOwnIds ? (id: string) => id : nameOf },
  };
  const read = await listRecords(source, scope, { measure: definition.id, window, where, offset, limit });
  return { definition, version, window, where, read, areOwnIds };
};
