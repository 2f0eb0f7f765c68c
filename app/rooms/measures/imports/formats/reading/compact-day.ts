/** Days as federal files write them: `20240930` or, in NCANDS, `09302024`. */

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const dayOf = (year: string, month: string, day: string): string | undefined => {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1900 || y > 2199 || d < 1 || d > (daysInMonth[m - 1] ?? 0)) return undefined;
  if (m === 2 && d === 29 && !isLeapYear(y)) return undefined;
  return `${year}-${month}-${day}`;
};

/** A few ten thousand days occur millions of times in a file, so each is worked out once. */
const remembered = (read: (text: string) => string | undefined) => {
  const known = new Map<string, string | undefined>();
  return (text: string): string | null | undefined => {
    if (text === '') return null;
    const found = known.get(text);
    if (found !== undefined) return found;
    const day = read(text);
    if (known.size > 100_000) known.clear();
    if (day !== undefined) known.set(text, day);
    return day;
  };
};

const eightDigits = /^\d{8}$/;

/** YYYYMMDD → `YYYY-MM-DD`. Blank → null; what is no day of the calendar → undefined. */
export const readYearFirst = remembered((text) =>
  eightDigits.test(text) ? dayOf(text.slice(0, 4), text.slice(4, 6), text.slice(6)) : undefined,
);

/** mmddyyyy → `YYYY-MM-DD`. Blank → null; what is no day of the calendar → undefined. */
export const readMonthFirst = remembered((text) =>
  eightDigits.test(text) ? dayOf(text.slice(4), text.slice(0, 2), text.slice(2, 4)) : undefined,
);

/** Last day of the six-month period that a report date YYYYMM names (03 or 09); undefined when it names none. */
export const periodEndOf = (reportDate: string): string | undefined => {
  const match = /^((?:19|20|21)\d\d)(03|09)$/.exec(reportDate);
  if (match === null) return undefined;
  return match[2] === '03' ? `${match[1]}-03-31` : `${match[1]}-09-30`;
};
