/** Figures as the caller wants them: for a program, a spreadsheet, or a reader. */
import { programVersion } from '../../../app/platform/program-version.ts';
import { type Cell, type Figure, figuresAsCsv, jsonInOrder } from '../../../app/rooms/measures/public.ts';
import type { MeasureCall } from './call.ts';
import { figureTable } from './figure-table.ts';
import type { Measured } from './measured.ts';
import { seriesTable } from './series-table.ts';

const cellJson = ({ numerator, denominator, value, interval, hidden, heldAt }: Cell) => ({
  numerator,
  denominator,
  value,
  interval,
  ...(hidden === undefined ? {} : { hidden }),
  ...(heldAt === undefined ? {} : { heldAt }),
});

const figureJson = (figure: Figure, secondName: string | null) => ({
  numerator: figure.numerator,
  denominator: figure.denominator,
  value: figure.value,
  final: figure.final,
  interval: figure.interval,
  ...(figure.hidden === undefined ? {} : { hidden: figure.hidden }),
  ...(secondName && figure.second ? { [secondName]: cellJson(figure.second) } : {}),
  incomplete: figure.incomplete,
  from: figure.from,
  ...(figure.absent === null ? {} : { absent: figure.absent }),
  ...(Object.keys(figure.notCarried).length > 0 ? { notCarried: figure.notCarried } : {}),
  by: Object.fromEntries(
    Object.entries(figure.by).map(([breakdown, groups]) => [
      breakdown,
      Object.fromEntries(Object.entries(groups).map(([group, cell]) => [group, cellJson(cell)])),
    ]),
  ),
});

const secondNames: Readonly<Record<string, string>> = { C1: 'residence', C2: 'completed' };

const asJson = (
  call: MeasureCall,
  { asOf, figures, dropped }: Measured,
  dataVersion: number | null,
): string => {
  const origin = { asOf, dataVersion, programVersion };
  const jsonOf = (figure: Figure) => figureJson(figure, secondNames[figure.measure] ?? null);
  if (call.window) {
    const measures = Object.fromEntries(figures.map((figure) => [figure.measure, jsonOf(figure)]));
    return jsonInOrder({ ...origin, window: call.window, dropped, measures });
  }
  const measures = Object.fromEntries(
    call.measures.map((id) => [
      id,
      figures
        .filter(({ measure }) => measure === id)
        .map((figure) => ({ window: figure.window, ...jsonOf(figure) })),
    ]),
  );
  return jsonInOrder({ ...origin, series: call.series?.rhythm, dropped, measures });
};

/** `dataVersion` is null for files that are not a stored version. */
export const rendered = (call: MeasureCall, result: Measured, dataVersion: number | null): string => {
  if (call.format === 'json') return asJson(call, result, dataVersion);
  if (call.format === 'csv') return figuresAsCsv(result.figures, { asOf: result.asOf, dataVersion });
  return call.window ? figureTable(call.window, result) : seriesTable(call, result);
};
