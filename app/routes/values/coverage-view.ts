/** Coverage of a place: its values, what measures them, and what its reviews of the last quarter looked at. */
import { type Place, placeText } from '../../commons/permissions/place.ts';
import { scopeFor } from '../../commons/permissions/scope.ts';
import { todayOn } from '../../platform/clock.ts';
import { listReviews, type Review, reviewsPolicy } from '../../rooms/changes/public.ts';
import { catalog, measureIds } from '../../rooms/measures/public.ts';
import {
  type Coverage,
  type CoverageCell,
  coverageOf,
  type Gap,
  type Kind,
  measureKinds,
  valuesInForce,
  valuesPolicy,
} from '../../rooms/values/public.ts';
import type { Choice } from '../../ui/filter-select.tsx';
import { dayText } from '../../ui/format/days.ts';
import { gapSentence } from '../../words/value-sentences.ts';
import type { Visit } from '../page.ts';
import type { Asking } from '../version-in-use.ts';
import { isMeasureId, measureTitle } from './measure-names.ts';
import { monthsBefore } from './span.ts';
import { valuePlaceChoices, valuesPlace } from './values-scope.ts';

const known = measureIds.map((id) => ({ id, kind: catalog[id].kind, partner: catalog[id].partner }));

/** How many reviews looked at each thing of a kind; twice in one review is once. */
const reviewsOf = (reviews: readonly Review[], kind: 'measure' | 'value'): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { items } of reviews) {
    const ids = items.flatMap(({ lookedAt }) => (lookedAt?.kind === kind ? [lookedAt.id] : []));
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
};

export interface PlaceCoverage {
  readonly place: Place;
  /** Whose values they are: its own, or those it works by. */
  readonly from: Place;
  readonly since: string;
  readonly reviews: number;
  readonly coverage: Coverage;
}

export const readCoverage = async (asking: Asking): Promise<PlaceCoverage> => {
  const { services, actor } = asking;
  const place = valuesPlace(asking);
  const today = todayOn();
  const since = monthsBefore(today, 3);
  const { from, values } = await valuesInForce(
    services.database,
    scopeFor(actor, valuesPolicy['values.read']),
    place,
  );
  const reviews = await listReviews(services.database, scopeFor(actor, reviewsPolicy['reviews.read']), {
    ...{ place, from: since, to: today },
  });
  const coverage = coverageOf({
    values,
    measures: known,
    reviewedMeasures: reviewsOf(reviews, 'measure'),
    reviewedValues: reviewsOf(reviews, 'value'),
  });
  return { place, from, since, reviews: reviews.length, coverage };
};

export const gapText = (gap: Gap): string =>
  gap.kind === 'unvalued'
    ? gapSentence({
        kind: 'unvalued',
        title: measureTitle(gap.measure),
        beside: gap.beside.map(measureTitle),
      })
    : gapSentence({ kind: gap.kind, statement: gap.value.statement });

const linkOf = (gap: Gap): string =>
  gap.kind === 'unvalued'
    ? `/measures/${isMeasureId(gap.measure) ? catalog[gap.measure].slug : ''}`
    : `/values/${gap.value.id}`;

const cellLine = ({ measure, reviews }: CoverageCell) => ({
  id: measure,
  title: measureTitle(measure),
  slug: isMeasureId(measure) ? catalog[measure].slug : '',
  reviews,
});

const rowOf = ({ value, cells, reviews }: Coverage['rows'][number]) => ({
  id: value.id,
  statement: value.statement,
  reviews,
  cells: measureKinds.map((kind: Kind) => ({ kind, measures: cells[kind].map(cellLine) })),
});

export interface CoverageView {
  readonly place: Place;
  readonly placeName: string;
  readonly borrows: boolean;
  readonly since: string;
  readonly reviews: number;
  readonly gaps: readonly { readonly kind: Gap['kind']; readonly sentence: string; readonly href: string }[];
  readonly rows: readonly ReturnType<typeof rowOf>[];
  readonly mix: Coverage['mix'];
  readonly places: readonly Choice[];
}

export const coverageView = async (visit: Visit): Promise<CoverageView> => {
  const { place, from, since, reviews, coverage } = await readCoverage(visit);
  return {
    place,
    placeName: placeText(place),
    borrows: from !== place,
    since: dayText(since),
    reviews,
    gaps: coverage.gaps.map((gap) => ({ kind: gap.kind, sentence: gapText(gap), href: linkOf(gap) })),
    rows: coverage.rows.map(rowOf),
    mix: coverage.mix,
    places: await valuePlaceChoices(visit, place),
  };
};
