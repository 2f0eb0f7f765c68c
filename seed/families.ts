/** All families of a state, one after the other: nothing larger than one family is ever held. */
import { type County, counties } from './counties.ts';
import { type DayNumber, firstDayOf, type MonthNumber, monthOf, yearsAfter } from './days.ts';
import { inCareReports } from './hazards.ts';
import { type History, liveThrough, type RawStay } from './history.ts';
import { keyed, keyedBirth, type LivedStay } from './keying.ts';
import { drawLoneMember, drawMembers, type Member } from './people.ts';
import { drawHome, drawPlacements, type Home } from './placements.ts';
import { Stream } from './random.ts';
import type { Child, Family, World } from './records.ts';
import { drawReport } from './reports.ts';
import { kinFirstProbability } from './story.ts';
import { drawVisits } from './visits.ts';

/** Years lived before the first day on file, so that those already in care on it are there as they would be. */
const yearsBefore = 9;
/** A year's newly reported families, and families entering care without a report, per child in the state. */
const reportedPerChild = 0.0173;
const enteringPerChild = 0.00122;

const base36 = (number: number, width: number): string =>
  number.toString(36).toUpperCase().padStart(width, '0');

interface Place {
  readonly world: World;
  readonly county: County;
  readonly month: MonthNumber;
  readonly index: number;
  readonly code: string;
}

const firstMonth = 1990 * 12;

const placeOf = (world: World, county: County, month: MonthNumber, index: number): Place => ({
  world,
  county,
  month,
  index,
  code: base36(county.index, 1) + base36(month - firstMonth, 2) + base36(index, 4),
});

const streamOf = (place: Place, purpose: string, ordinal: number): Stream =>
  new Stream(
    place.world.seed,
    purpose,
    place.county.index * 32_768 + place.month,
    place.index * 512 + ordinal,
  );

const unitOf = (place: Place): string => {
  const number = 1 + streamOf(place, 'unit', 0).below(place.county.units);
  return `${place.county.name} ${number}`;
};

/** Siblings who enter together start, mostly, in the same home. */
const firstHome = (place: Place, stay: RawStay, shared: Map<number, Home>): Home => {
  const draw = streamOf(place, `home${stay.removal}`, stay.member.index);
  const ageYears = (stay.removedOn - stay.member.bornOn) / 365.25;
  const withSibling = shared.get(stay.removal);
  if (withSibling && draw.isTrue(0.75)) return withSibling;
  const home = drawHome(
    draw,
    place.county,
    place.code,
    ageYears,
    kinFirstProbability(place.county, stay.removedOn),
  );
  if (!withSibling && home.setting.startsWith('foster')) shared.set(stay.removal, home);
  return home;
};

const lived = (place: Place, stay: RawStay, shared: Map<number, Home>): LivedStay => {
  const { world, county, code } = place;
  const slot = stay.member.index * 16 + Math.min(stay.ordinal, 15);
  const isOver = stay.exit !== null && stay.exit.on <= world.asOf;
  const exit = isOver ? stay.exit : null;
  const placements = drawPlacements(streamOf(place, 'placements', slot), {
    county,
    removedOn: stay.removedOn,
    bornOn: stay.member.bornOn,
    exit: stay.exit,
    until: world.asOf,
    familyCode: code,
    first: firstHome(place, stay, shared),
  });
  const visits = drawVisits(
    streamOf(place, 'visits', slot),
    Math.max(stay.removedOn, world.from),
    exit?.on ?? world.asOf + 1,
  );
  const siblingGroup = `S${code}${base36(stay.removal, 1)}`;
  return { county, unit: unitOf(place), siblingGroup, removedOn: stay.removedOn, exit, placements, visits };
};

/** Reports about a child while in care: few, and fewer still with a finding. */
const reportInCare = (place: Place, stay: RawStay, history: History): void => {
  const { world, county, code } = place;
  const draw = streamOf(place, `in-care${stay.ordinal}`, stay.member.index);
  const end: DayNumber = Math.min(
    stay.exit?.on ?? world.asOf,
    world.asOf,
    yearsAfter(stay.member.bornOn, 18),
  );
  const perDay = inCareReports.found + inCareReports.unfounded;
  let on = stay.removedOn + Math.floor(draw.exponential(1 / perDay));
  for (let count = 0; on < end; count++, on += 1 + Math.floor(draw.exponential(1 / perDay))) {
    if (on < world.from) continue;
    const id = `R${code}${base36(stay.member.index, 1)}${base36(stay.ordinal, 1)}${base36(count, 1)}`;
    const substantiated = inCareReports.found / perDay;
    const occasion = { id, on, county, substantiated, alternative: 0, incidentsFrom: stay.removedOn };
    const report = drawReport(draw, occasion, [stay.member]);
    history.findings.push(
      ...report.findings.map(({ member, finding }) => ({ member, finding: { ...finding, isDeath: false } })),
    );
    history.investigations.push(report.investigation);
  }
};

const childOf = (place: Place, member: Member, history: History, shared: Map<number, Home>): Child => {
  const { world, code } = place;
  const stays = history.stays.filter((stay) => stay.member === member);
  const kept = stays.filter(({ exit }) => exit === null || exit.on >= world.from);
  const episodes: Child['episodes'] = [];
  let notBefore = 0;
  for (const stay of kept) {
    const draw = streamOf(place, `keying${stay.ordinal}`, member.index);
    const episode = keyed(draw, lived(place, stay, shared), notBefore);
    notBefore = episode.dischargeKeyedOn ?? notBefore;
    episodes.push(episode);
  }
  const findings = history.findings.filter((one) => one.member === member).map(({ finding }) => finding);
  const own = streamOf(place, 'record', member.index);
  const lost = own.isTrue(0.004) ? world.asOf - Math.floor(own.next() * (world.asOf - world.from)) : null;
  return {
    id: `J${code}${base36(member.index, 1)}`,
    bornOn: keyedBirth(own, member.bornOn, kept[0]?.removedOn ?? null),
    sex: member.sex,
    races: member.races,
    hispanic: member.hispanic,
    nation: member.nation,
    episodes,
    findings: findings.sort((a, b) => a.reportedOn - b.reportedOn),
    lostAfter: lost,
  };
};

const familyOf = (place: Place, startsWith: 'report' | 'removal'): Family => {
  const { world, county } = place;
  const draw = streamOf(place, 'members', 0);
  const monthFrom = firstDayOf(place.month);
  const startsOn = monthFrom + draw.below(firstDayOf(place.month + 1) - monthFrom);
  const members =
    startsWith === 'report' ? drawMembers(draw, county, startsOn) : drawLoneMember(draw, county, startsOn);
  const history = liveThrough({
    county,
    members,
    startsOn,
    startsWith,
    from: world.from,
    until: world.asOf,
    stream: (purpose, ordinal) => streamOf(place, purpose, ordinal),
    reportId: (ordinal) => `R${place.code}${base36(ordinal, 2)}`,
  });
  for (const stay of history.stays) reportInCare(place, stay, history);
  const shared = new Map<number, Home>();
  const children = members
    .map((member) => childOf(place, member, history, shared))
    .filter(({ episodes, findings }) => episodes.length > 0 || findings.length > 0);
  return { children, investigations: history.investigations };
};

/** Every family that has a record on or after the world's first day, in a fixed order. */
export function* families(world: World, onMonth?: (month: MonthNumber) => void): Generator<Family> {
  for (let month = monthOf(world.from) - 12 * yearsBefore; month <= monthOf(world.asOf); month++) {
    onMonth?.(month);
    for (const county of counties) {
      const draw = new Stream(world.seed, 'arrivals', county.index, month);
      const perMonth = (world.population * county.share * county.entry) / 12;
      const reported = draw.poisson(perMonth * reportedPerChild);
      const entering = draw.poisson(perMonth * enteringPerChild);
      for (let index = 0; index < reported + entering; index++) {
        const family = familyOf(
          placeOf(world, county, month, index),
          index < reported ? 'report' : 'removal',
        );
        if (family.children.length > 0) yield family;
      }
    }
  }
}
