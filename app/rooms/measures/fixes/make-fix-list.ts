/** Makes a version's fix list: finds, records piece by piece, and decides what is gone. Whole or not at all. */
import { type Scope, systemScope } from '../../../commons/permissions/scope.ts';
import { transactIn } from '../../../commons/permissions/transact-in.ts';
import type { DataVersion, VersionStore } from '../imports/version.ts';
import type { VersionFiles } from '../results/version-files.ts';
import { federalFindings, federalTable, latestChecks, standingsOf } from './federal-findings.ts';
import { withFindings } from './findings.ts';
import { closeList, recordFindings } from './following/writes.ts';

export interface MadeFixList {
  readonly listed: number;
  readonly gone: number;
}

export interface MakeRequest {
  readonly version: DataVersion;
  /** A folder of this process's own, for what the engine spills. */
  readonly scratchFolder: string;
  readonly memory: string;
  readonly threads: number;
  readonly onProgress: (listed: number) => void;
}

const filesOf = (store: VersionStore, { version, ...limits }: MakeRequest): VersionFiles => ({
  ...limits,
  ...{ folder: version.folder, manifest: version.manifest, derivedFolder: store.dataFolder.derived },
});

/** Made again it changes nothing that is not there to change. */
export const makeFixList = async (
  store: VersionStore,
  asker: Scope<'versions.import'>,
  request: MakeRequest,
): Promise<MadeFixList> => {
  const { number: version, manifest, folder, asOf } = request.version;
  const scope = systemScope(`the fix list of data version ${version}`, asker.actorId);
  const checks = await latestChecks(manifest, folder);
  const federal = federalFindings(checks);
  const families = new Set([...checks.values()].map(({ source }) => source));
  return withFindings(filesOf(store, request), (findings) =>
    transactIn(store.database, scope, async (tx) => {
      const judges = [...findings.judges, ...[...families].map((family) => `${federalTable} ${family}`)];
      const judgement = { version, asOf, judges, found: findings.found, checks: standingsOf(checks) };
      let listed = federal.length;
      await recordFindings(tx, federal, judgement);
      for await (const piece of findings.pieces()) {
        await recordFindings(tx, piece, judgement);
        listed += piece.length;
        request.onProgress(listed);
      }
      return closeList(tx, scope, judgement, findings.presentAmong);
    }),
  );
};
