/** Caseworker visits: about 97 months in 100, most of them where the child lives. */
import { type DayNumber, firstDayOf, monthOf } from './days.ts';
import type { Stream } from './random.ts';
import type { Visit } from './records.ts';

const monthlyProbability = 0.9735;
const secondProbability = 0.14;

const locationOf = (draw: Stream): Visit['location'] => {
  const chance = draw.next();
  if (chance < 0.835) return 'residence';
  return chance < 0.985 ? 'other' : null;
};

/** Visits from `from` to before `to`, in order, at most two a calendar month and one a day. */
export const drawVisits = (draw: Stream, from: DayNumber, to: DayNumber): Visit[] => {
  const visits: Visit[] = [];
  if (to <= from) return visits;
  for (let month = monthOf(from); month <= monthOf(to - 1); month++) {
    const monthFrom = firstDayOf(month);
    const monthTo = firstDayOf(month + 1);
    const first = Math.max(from, monthFrom);
    const last = Math.min(to, monthTo) - 1;
    const share = (last - first + 1) / (monthTo - monthFrom);
    if (!draw.isTrue(monthlyProbability * Math.min(1, 0.25 + share))) continue;
    const on = draw.between(first, last);
    visits.push({ on, location: locationOf(draw) });
    if (on < last && draw.isTrue(secondProbability)) {
      visits.push({ on: draw.between(on + 1, last), location: locationOf(draw) });
    }
  }
  return visits;
};
