/** When the drop folder is looked at. */
import type { DropRhythm } from './forms.ts';

/** For the queue, in the server's own time. */
export const cronOf: Readonly<Record<DropRhythm, string>> = {
  'quarter-hourly': '*/15 * * * *',
  hourly: '0 * * * *',
  daily: '0 6 * * *',
};

export const rhythmWords: Readonly<Record<DropRhythm, string>> = {
  'quarter-hourly': 'every quarter of an hour',
  hourly: 'every hour',
  daily: 'every day at six in the morning',
};

const minuteMs = 60_000;

/** The next look after `now`, as the queue will do it. */
export const nextLookAfter = (rhythm: DropRhythm, now: Date): Date => {
  if (rhythm === 'daily') {
    const six = new Date(now);
    six.setHours(6, 0, 0, 0);
    if (six <= now) six.setDate(six.getDate() + 1);
    return six;
  }
  const step = (rhythm === 'hourly' ? 60 : 15) * minuteMs;
  // Zones lie whole quarters of an hour apart from UTC: a whole hour is found in the zone's own time.
  const offset = now.getTimezoneOffset() * minuteMs;
  return new Date((Math.floor((now.getTime() - offset) / step) + 1) * step + offset);
};
