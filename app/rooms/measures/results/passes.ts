/** How many windows one pass over the records may compute: bounded memory, whatever the size of the agency. */
import type { Window } from './figure.ts';
import type { VersionFiles } from './version-files.ts';

/** Memory that one removal episode in one window takes at most, on all measures together: found by measuring. */
const bytesPerEpisodeAndWindow = 128;

const bytesOf = (memory: string): number =>
  Number.parseInt(memory, 10) * (memory.endsWith('GB') ? 1_000_000_000 : 1_000_000);

/** The windows in passes, in order; at least one pass, for a request without windows asks for what is dropped. */
export const passesOf = (
  { manifest, memory }: Pick<VersionFiles, 'manifest' | 'memory'>,
  windows: readonly Window[],
): (readonly Window[])[] => {
  const episodes = Math.max(1, manifest.tables.removals?.rows ?? 1);
  const size = Math.max(1, Math.floor(bytesOf(memory) / bytesPerEpisodeAndWindow / episodes));
  const passes = Array.from({ length: Math.ceil(windows.length / size) }, (_, pass) =>
    windows.slice(pass * size, (pass + 1) * size),
  );
  return passes.length > 0 ? passes : [[]];
};
