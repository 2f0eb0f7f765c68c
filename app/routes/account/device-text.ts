/** A browser's own long name, as people say it: "Firefox on Windows". */

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/CriOS|Chrom(?:e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'an iPhone or iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'a Mac'],
  [/CrOS/, 'a Chromebook'],
  [/Linux/, 'Linux'],
];

const named = (userAgent: string, names: typeof browsers): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1];

export const deviceText = (userAgent: string): string => {
  const [browser, system] = [named(userAgent, browsers), named(userAgent, systems)];
  if (!browser) return system ? `A browser on ${system}` : 'A browser';
  return system ? `${browser} on ${system}` : browser;
};
