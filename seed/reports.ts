/** One report of maltreatment: which children it names, what was found, and how its investigation went. */
import type { County } from './counties.ts';
import { ageInYears, type DayNumber } from './days.ts';
import type { Member } from './people.ts';
import type { Stream } from './random.ts';
import type { Disposition, Finding, Investigation } from './records.ts';

export interface Occasion {
  readonly id: string;
  readonly on: DayNumber;
  readonly county: County;
  /** Probability that the report is substantiated, once it is investigated. */
  readonly substantiated: number;
  /** Probability that it goes to alternative response instead. */
  readonly alternative: number;
  /** The day before which no incident can lie: a child in care is reported for what happened there. */
  readonly incidentsFrom: DayNumber | null;
}

export interface Report {
  readonly findings: readonly { readonly member: Member; readonly finding: Finding }[];
  readonly investigation: Investigation;
  readonly isSubstantiated: boolean;
}

const minutesPerDay = 1440;
const minutesPerHour = 60;

const drawInvestigation = (draw: Stream, occasion: Occasion, isAlternative: boolean): Investigation => {
  const receivedAt = occasion.on * minutesPerDay + draw.between(6 * 60, 21 * 60);
  const hours = isAlternative ? 120 : draw.isTrue(0.3) ? 24 : 72;
  const window = hours * minutesPerHour;
  const after = draw.isTrue(0.942)
    ? Math.floor(20 + draw.next() ** 1.6 * (window - 20))
    : window + 1 + Math.floor(draw.exponential(50 * minutesPerHour));
  const limitDays = isAlternative ? 60 : 45;
  const days = draw.isTrue(0.89)
    ? 6 + Math.sqrt(draw.next()) * (limitDays - 6)
    : limitDays + 1 + draw.exponential(22);
  return {
    report: occasion.id,
    receivedAt,
    dueAt: receivedAt + window,
    firstContactAt: draw.isTrue(0.994) ? receivedAt + after : null,
    completedAt: receivedAt + Math.max(after, Math.floor(days * minutesPerDay)),
    completionDueAt: receivedAt + limitDays * minutesPerDay,
  };
};

const unfounded: readonly (readonly [Disposition, number])[] = [
  ['unsubstantiated', 88],
  ['closed_no_finding', 9],
  ['other', 3],
];

const dispositionOf = (draw: Stream, isAlternative: boolean, isVictim: boolean): Disposition => {
  if (isAlternative)
    return draw.isTrue(0.06) ? 'alternative_response_victim' : 'alternative_response_nonvictim';
  if (isVictim) return draw.isTrue(0.94) ? 'substantiated' : 'indicated';
  return draw.pick(unfounded);
};

const incidentOf = (draw: Stream, occasion: Occasion, bornOn: DayNumber): DayNumber | null => {
  if (draw.isTrue(0.44)) return null;
  const on = occasion.on - Math.floor(draw.exponential(draw.isTrue(0.7) ? 2 : 25));
  const earliest = Math.max(bornOn, draw.isTrue(0.95) ? (occasion.incidentsFrom ?? bornOn) : bornOn);
  return Math.min(occasion.on, Math.max(on, earliest));
};

const findingOf = (
  draw: Stream,
  occasion: Occasion,
  member: Member,
  disposition: Disposition,
  disposedOn: DayNumber,
): Finding => {
  const isUnborn = member.bornOn > occasion.on;
  const isVictim = disposition === 'substantiated' || disposition === 'indicated';
  return {
    report: occasion.id,
    reportedOn: occasion.on,
    disposition,
    disposedOn,
    incidentOn: isUnborn ? null : incidentOf(draw, occasion, member.bornOn),
    ageYears: isUnborn || draw.isTrue(0.008) ? null : ageInYears(member.bornOn, occasion.on),
    isDeath: isVictim && !isUnborn && draw.isTrue(member.bornOn > occasion.on - 3 * 365 ? 0.0009 : 0.0001),
    isUnborn,
    county: occasion.county,
  };
};

/** The report about these children; at least one of them is named in it. */
export const drawReport = (draw: Stream, occasion: Occasion, members: readonly Member[]): Report => {
  const certain = draw.below(members.length);
  const named = members.filter((_, at) => at === certain || draw.isTrue(0.8));
  const isAlternative = draw.isTrue(occasion.alternative);
  const isSubstantiated = !isAlternative && draw.isTrue(occasion.substantiated);
  const investigation = drawInvestigation(draw, occasion, isAlternative);
  const disposedOn = Math.floor(investigation.completedAt / minutesPerDay);
  const victim = draw.below(named.length);
  const findings = named.map((member, at) => {
    const isVictim = isSubstantiated && (at === victim || draw.isTrue(0.72));
    const disposition = dispositionOf(draw, isAlternative, isVictim);
    return { member, finding: findingOf(draw, occasion, member, disposition, disposedOn) };
  });
  return { findings, investigation, isSubstantiated };
};
