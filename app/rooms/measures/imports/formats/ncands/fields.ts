/** The NCANDS fields that Midcourse reads, under their standard names. */
export const ncandsFields = [
  'SubYr',
  'StaTerr',
  'RptID',
  'ChID',
  'RptCnty',
  'RptDt',
  'RptDisDt',
  'ChAge',
  'ChBDate',
  'ChSex',
  'ChRacAI',
  'ChRacAs',
  'ChRacBl',
  'ChRacNH',
  'ChRacWh',
  'CEthn',
  'ChCnty',
  'Mal1Lev',
  'Mal2Lev',
  'Mal3Lev',
  'Mal4Lev',
  'MalDeath',
  'AFCARSID',
  'IncidDt',
] as const;

export type NcandsField = (typeof ncandsFields)[number];

/** Without these a file cannot be read. */
export const requiredFields: readonly NcandsField[] = [
  'SubYr',
  'StaTerr',
  'RptID',
  'ChID',
  'RptDt',
  'Mal1Lev',
];

const byLowerCase: ReadonlyMap<string, NcandsField> = new Map([
  ...ncandsFields.map((field): [string, NcandsField] => [field.toLowerCase(), field]),
  // The national archive's spelling of the report disposition date.
  ['rpdispdt', 'RptDisDt'],
]);

/** The field of that name, in any case; undefined when it is not one that is read. */
export const fieldNamed = (name: string): NcandsField | undefined =>
  byLowerCase.get(name.trim().toLowerCase());

/** One row, raw: what stands in each field, trimmed; blank where the file has no such field. */
export type NcandsRow = Readonly<Record<NcandsField, string>>;
