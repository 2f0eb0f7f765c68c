/** Writes the input of the import bench: a package of invented rows, the same bytes every time. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface PackageSize {
  readonly children: number;
  readonly removals: number;
  /** Per removal. */
  readonly placements: number;
}

/** Mulberry32: small, fast, and enough to scatter rows. */
const newRandom = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
};

const firstDay = Date.UTC(2015, 0, 1);
const days = Array.from({ length: 4400 }, (_, day) =>
  new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10),
);
const births = Array.from({ length: 6500 }, (_, day) =>
  new Date(Date.UTC(1998, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
);
const reasons = ['reunification', 'living_with_relative', 'adoption', 'guardianship', 'emancipation', ''];
const settings = [
  'foster_home_relative',
  'foster_home_kin',
  'foster_home_nonrelative',
  'group_home',
  'shelter',
  'trial_home_visit',
];

const childId = (child: number): string => `C${String(child).padStart(9, '0')}`;

const writeLines = (path: string, header: string, lines: Iterable<string>): Promise<void> =>
  pipeline(function* () {
    let batch = `${header}\n`;
    for (const line of lines) {
      batch += `${line}\n`;
      if (batch.length < 256 * 1024) continue;
      yield batch;
      batch = '';
    }
    yield batch;
  }, createWriteStream(path));

function* childLines({ children }: PackageSize): Generator<string> {
  const random = newRandom(1);
  for (let child = 0; child < children; child += 1) {
    const races = `0,0,${random(4) === 0 ? 1 : 0},0,${random(2)},${random(5) === 0 ? 1 : 0}`;
    yield `${childId(child)},${births[random(births.length)]},${random(2) ? 'male' : 'female'},${races}`;
  }
}

/** Removals in an order that is not the children's, as an extract of a case system has them. */
function* removals({ children, removals: count }: PackageSize) {
  const random = newRandom(2);
  for (let index = 0; index < count; index += 1) {
    const scattered = (index * 7919) % count;
    const from = Math.floor(scattered / children) * 1800 + random(1500);
    yield { child: scattered % children, from, to: from + 5 + random(900), reason: reasons[random(6)] ?? '' };
  }
}

function* removalLines(size: PackageSize): Generator<string> {
  for (const { child, from, to, reason } of removals(size)) {
    const exit = reason === '' ? [',', ''] : [`${days[to]},${reason}`, days[to + 3]];
    const place = `County ${child % 24},Unit ${child % 97},F${Math.floor(child / 2)}`;
    yield `${childId(child)},${days[from]},${exit[0]},${place},${days[from + 2]},${exit[1]}`;
  }
}

function* placementLines(size: PackageSize): Generator<string> {
  const random = newRandom(3);
  for (const { child, from } of removals(size))
    for (let move = 0; move < size.placements; move += 1)
      yield `${childId(child)},${days[from]},${days[from + move * 60]},${settings[random(6)]},Q${random(20_000)}`;
}

/** Gives the paths of the files. */
export const generatePackage = async (folder: string, size: PackageSize): Promise<string[]> => {
  const path = (table: string) => join(folder, `${table}.csv`);
  await writeLines(
    path('children'),
    'child_id,birth_date,sex,american_indian_alaska_native,asian,black,native_hawaiian_pacific_islander,white,hispanic',
    childLines(size),
  );
  await writeLines(
    path('removals'),
    'child_id,removal_date,discharge_date,discharge_reason,county,unit,sibling_group_id,removal_recorded_at,discharge_recorded_at',
    removalLines(size),
  );
  await writeLines(
    path('placements'),
    'child_id,removal_date,start_date,setting,provider_id',
    placementLines(size),
  );
  return ['children', 'removals', 'placements'].map(path);
};
