/** What was decided of a data version, kept in memory: a version never changes, so neither does what may be shown of it. */
import type { VersionFiles } from '../version-files.ts';

const mostVersions = 3;

/** `kept(files, 'P1', () => decide())`: decides once for each version and key; a decision that throws is made anew. */
export const keptByVersion = <T>() => {
  const versions = new Map<string, Map<string, Promise<T>>>();
  return (files: VersionFiles, key: string, make: () => Promise<T>): Promise<T> => {
    const { contentId } = files.manifest;
    const own = versions.get(contentId) ?? new Map<string, Promise<T>>();
    versions.delete(contentId);
    versions.set(contentId, own);
    for (const oldest of [...versions.keys()].slice(0, -mostVersions)) versions.delete(oldest);
    const made = own.get(key) ?? make();
    own.set(key, made);
    made.catch(() => own.delete(key));
    return made;
  };
};
