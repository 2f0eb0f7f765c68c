/** Stretches of time that end today: the last quarter, or some months. */
import { Invalid } from '../../platform/errors.ts';

/** The same day so many months before; the month's last where it has fewer. */
export const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
};

export interface Span {
  readonly from: string;
  readonly to: string;
  readonly months: number;
}

export const spanChoices = [3, 6, 12] as const;
const usual = 6;

/** Whole months and the one under way: `?months=6` on 25 November begins on 1 June. */
export const spanAsked = (url: URL, today: string): Span => {
  const text = url.searchParams.get('months') ?? String(usual);
  const months = Number(text);
  if (!Number.isInteger(months) || months < 1 || months > 60)
    throw new Invalid('A span is 1 to 60 months.', 'Choose from the list on the page.');
  return { months, to: today, from: `${monthsBefore(`${today.slice(0, 7)}-01`, months - 1)}` };
};
