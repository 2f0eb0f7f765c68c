/** The ways a period may be written, as its first and last day. */
import { addDays, isDay, parseWindow, windowFrom } from '../../../results/windows.ts';

export interface Period {
  readonly from: string;
  readonly to: string;
}

const monthOf = (text: string): Period | null => {
  const from = `${text}-01`;
  return /^\d{4}-\d{2}$/.test(text) && isDay(from) ? windowFrom(from, 1) : null;
};

const quarterOf = (text: string): Period | null => {
  const match = /^(\d{4})-?Q([1-4])$/i.exec(text);
  if (match === null) return null;
  return windowFrom(`${match[1]}-${String(3 * Number(match[2]) - 2).padStart(2, '0')}-01`, 3);
};

const federalOf = (text: string): Period | null => {
  if (!/^\d\d[AB]\d\d[AB]$/i.test(text)) return null;
  try {
    return parseWindow(text);
  } catch {
    return null;
  }
};

const rangeOf = (text: string): Period | null => {
  const [from, to, ...more] = text.split(/\s*(?:\/|\.\.|…| to )\s*/);
  if (from === undefined || to === undefined || more.length > 0) return null;
  return isDay(from) && isDay(to) && from <= to && addDays(from, 0) === from ? { from, to } : null;
};

/** `2024-07`, `2024Q3`, `23A23B`, or `2023-10-01/2024-09-30` (also `..` and ` to `). Null for anything else. */
export const readPeriod = (text: string): Period | null =>
  monthOf(text) ?? quarterOf(text) ?? federalOf(text) ?? rangeOf(text);
