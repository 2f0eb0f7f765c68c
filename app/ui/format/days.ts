/** Days in words: `12 Mar 2026`, `Oct 2025–Sep 2026`. Input is ISO (`YYYY-MM-DD`); nothing here knows a time zone. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const longMonths = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const; // biome-ignore format: a year in two lines

const parts = (day: string): { year: number; month: number; date: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)) - 1,
  date: Number(day.slice(8, 10)),
});

/** `12 Mar 2026`. */
export const dayText = (day: string): string => {
  const { year, month, date } = parts(day);
  return `${date} ${months[month] ?? ''} ${year}`;
};

/** `Mar 2026`. */
export const monthText = (day: string): string => {
  const { year, month } = parts(day);
  return `${months[month] ?? ''} ${year}`;
};

/** `March 2026`, for sentences. */
export const longMonthText = (day: string): string => {
  const { year, month } = parts(day);
  return `${longMonths[month] ?? ''} ${year}`;
};

const isMonthEnd = (day: string): boolean => {
  const { year, month, date } = parts(day);
  return date === new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
};

/** `Oct 2025–Sep 2026` for whole months, `Mar 2026` for one, `5 Oct 2025–4 Oct 2026` otherwise. */
export const windowText = (from: string, to: string): string => {
  if (!from.endsWith('-01') || !isMonthEnd(to)) return `${dayText(from)}–${dayText(to)}`;
  return from.slice(0, 7) === to.slice(0, 7) ? monthText(from) : `${monthText(from)}–${monthText(to)}`;
};

/** `12 Mar 2026, 14:05` (UTC), for when a version was made. */
export const instantText = (iso: string): string => `${dayText(iso)}, ${iso.slice(11, 16)} UTC`;

/** Rough time left, never falsely exact: `less than a minute`, `about 4 minutes`, `about 2 hours`. */
export const durationText = (seconds: number): string => {
  if (seconds < 50) return 'less than a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
};
