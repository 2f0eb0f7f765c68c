/** A measure's definition as the API gives it. */
import type { z } from 'zod';
import type { MeasureDefinition } from '../../rooms/measures/public.ts';
import type { measureShape } from './contract/measures.ts';

export const measureAnswer = (definition: MeasureDefinition): z.input<typeof measureShape> => ({
  id: definition.id,
  title: definition.title,
  question: definition.question,
  kind: definition.kind,
  direction: definition.direction,
  unit: definition.unit,
  numeratorInWords: definition.numeratorInWords,
  denominatorInWords: definition.denominatorInWords,
  second: definition.second ?? null,
  seriesInWords: definition.seriesInWords,
  counterMeasure: definition.partner,
  breakdowns: [...definition.breakdowns],
  notCarried: definition.notCarried,
  followUp: { ...definition.followUp, untilReportsAreDecided: definition.restsOnDispositions },
  settings: [...definition.settings],
  source: definition.source,
  nationalPerformance: definition.nationalPerformance,
  version: definition.version,
  page: `/measures/${definition.slug}`,
});
