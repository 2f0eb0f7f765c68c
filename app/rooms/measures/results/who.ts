/** Reads what the disparity view of one measure and one window rests on, and computes it. */
import type { Day } from '../../../platform/clock.ts';
import { catalog } from '../catalog/catalog.ts';
import type { Breakdown, MeasureId } from '../catalog/definition-shape.ts';
import {
  countedOver,
  type Disparity,
  type DisparityCounts,
  type DisparityScale,
  disparityOf,
  referenceGroup,
} from './disparity.ts';
import type { Cell, Figure, FigureRequest, Window } from './figure.ts';

/** Whoever reads figures for this page: the same door as every other figure of it. */
export type FigureReader = (request: FigureRequest) => Promise<readonly Figure[]>;

export interface WhoRequest {
  readonly measure: MeasureId;
  readonly window: Window;
  /** Where, never who: groups are compared, so all of them are read. */
  readonly where: Readonly<Partial<Record<Breakdown, string>>>;
  readonly asOf: Day;
}

export interface WhoStep extends Disparity {
  readonly unit: { readonly per: number };
  /** Said before the figures: out of whom. */
  readonly isOwnDenominator: boolean;
}

export interface Who {
  readonly isFinal: boolean;
  readonly reference: string | null;
  readonly groups: readonly string[];
  /** Over those who reached the step before. */
  readonly step: WhoStep | { readonly absent: string };
  /** Over all children who live here. */
  readonly population: WhoStep | { readonly absent: string };
}

const populationMeasure: MeasureId = 'H1';
/** Children with a first finding and not in care yet: the step before entering care. */
const findingsMeasure: MeasureId = 'H4';

const perThousand: DisparityScale = { kind: 'rate', per: 1000 };
const perHundred: DisparityScale = { kind: 'rate', per: 100 };

type Read = DisparityCounts & { readonly absent: string | null; readonly isFinal: boolean };

const noGroups = { groups: {}, agesOfEverybody: {}, agesOf: {} };

const filterOf = (figure: Figure, group: string): Partial<Record<Breakdown, string>> =>
  figure.by.race_ethnicity?.[group] ? { race_ethnicity: group } : { aian_any: group };

/** @param besides a measure whose groups these are to stand over: only breakdowns that both carry */
const countsOf = async (
  read: FigureReader,
  { window, where, asOf }: WhoRequest,
  measure: MeasureId,
  besides: MeasureId = measure,
): Promise<Read> => {
  const carried = (breakdowns: readonly Breakdown[]): Breakdown[] =>
    breakdowns.filter((breakdown) =>
      [measure, besides].every((id) => catalog[id].breakdowns.includes(breakdown)),
    );
  const request = { measures: [measure], windows: [window], asOf };
  const [whole] = await read({ ...request, by: carried(['race_ethnicity', 'aian_any', 'age']), where });
  if (!whole) throw new Error('A request for one figure gave none.');
  const groups = { ...whole.by.race_ethnicity, ...whole.by.aian_any };
  const agesOf: Record<string, Readonly<Record<string, Cell>>> = {};
  for (const group of whole.absent === null ? Object.keys(groups) : []) {
    const own = { ...where, ...filterOf(whole, group) };
    const [figure] = await read({ ...request, by: carried(['age']), where: own });
    agesOf[group] = figure?.by.age ?? {};
  }
  const { absent, final } = whole;
  if (absent !== null) return { ...noGroups, everybody: whole, absent, isFinal: final };
  return { everybody: whole, groups, agesOfEverybody: whole.by.age ?? {}, agesOf, absent, isFinal: final };
};

const stepOf = (
  scale: DisparityScale,
  counts: DisparityCounts,
  reference: string | null,
  isOwnDenominator: boolean,
): WhoStep => ({ ...disparityOf(scale, counts, reference), unit: { per: scale.per }, isOwnDenominator });

const ownScale = (measure: MeasureId): DisparityScale => ({
  kind: catalog[measure].interval === 'wilson' ? 'share' : 'rate',
  per: catalog[measure].unit.per,
});

/** Null where the measure does not say who a child is, or is absent in this version. */
export const whoOf = async (read: FigureReader, request: WhoRequest): Promise<Who | null> => {
  const { measure } = request;
  if (!catalog[measure].breakdowns.includes('race_ethnicity')) return null;
  const own = await countsOf(read, request, measure);
  if (own.absent !== null) return null;
  const isEntry = measure === populationMeasure;
  const other = await countsOf(read, request, isEntry ? findingsMeasure : populationMeasure, measure);
  const reference = referenceGroup(isEntry || other.absent !== null ? own.groups : other.groups);
  const shared = { isFinal: own.isFinal, reference, groups: Object.keys(own.groups) };
  if (isEntry) {
    const population = stepOf(ownScale(measure), own, reference, true);
    if (other.absent !== null) return { ...shared, step: { absent: other.absent }, population };
    return {
      ...shared,
      step: stepOf(perHundred, countedOver(perHundred, own, other), reference, false),
      population,
    };
  }
  const step = stepOf(ownScale(measure), own, reference, true);
  if (catalog[measure].kind === 'compliance')
    return { ...shared, step, population: { absent: 'A promise kept is not counted over all children.' } };
  if (other.absent !== null) return { ...shared, step, population: { absent: other.absent } };
  return {
    ...shared,
    step,
    population: stepOf(perThousand, countedOver(perThousand, own, other), reference, false),
  };
};
