/** Imports one set of the drop folder and puts it away. */
import type { RunningJob } from '../../../../commons/jobs/job.ts';
import type { SystemScope } from '../../../../commons/permissions/scope.ts';
import { nowAt } from '../../../../platform/clock.ts';
import { listMappings } from '../extracts/reads.ts';
import { type ImportOutcome, importFiles, type Limits } from '../import-files.ts';
import { importInWords } from '../import-words.ts';
import { openStagingFolder } from '../staging-folder.ts';
import type { VersionStore } from '../version.ts';
import { chooseMapping } from './choose-mapping.ts';
import type { DropSet } from './drop-sets.ts';
import { putAway } from './put-away.ts';
import { recordDrop } from './writes.ts';

export interface DropPlace {
  readonly store: VersionStore;
  readonly limits: Limits;
  readonly drop: string;
}

/** Not the data's fault: the files stay where they are, and the next look tries again. */
const comesAgain = new Set(['file-changed', 'import-cancelled', 'disk-full', 'memory-too-small']);

const isForAnotherTime = (outcome: ImportOutcome): boolean =>
  outcome.kind === 'refused' && outcome.problems.some(({ rule }) => comesAgain.has(rule));

const mappingFor = async ({ store }: DropPlace, scope: SystemScope, set: DropSet) => {
  const saved = await listMappings(store.database, scope);
  const scratch = await openStagingFolder(store.dataFolder, 'drop');
  return chooseMapping(
    set.files,
    saved.map(({ content }) => content),
    scratch.path,
  ).finally(() => scratch.remove());
};

export const importSet = async (
  place: DropPlace,
  scope: SystemScope,
  set: DropSet,
  putInUse: boolean,
  watch: Pick<RunningJob, 'report' | 'signal'>,
): Promise<ImportOutcome> => {
  const { store, limits, drop } = place;
  const mapping = await mappingFor(place, scope, set);
  const form = { paths: [...set.files], putInUse, ...(mapping && { mapping }) };
  const outcome = await importFiles(store, limits, scope, form, watch);
  if (isForAnotherTime(outcome)) return outcome;
  const isImported = outcome.kind !== 'refused';
  await putAway(
    drop,
    set,
    { isImported, sentence: importInWords(outcome), problems: outcome.problems },
    nowAt(),
  );
  const version = outcome.kind === 'refused' ? null : outcome.version.number;
  await recordDrop(store.database, scope, { isImported, files: set.files.length, version });
  return outcome;
};
