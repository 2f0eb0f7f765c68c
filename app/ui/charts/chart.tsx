import type { DrawnChart } from './drawn-chart.ts';
import { FlagList } from './flag-list.tsx';
import type { ChartChange, ChartFlag } from './run-points.ts';
import { TwinTableView } from './twin-table.tsx';

interface PictureProps {
  /** Markup made by `ui/charts` alone: every text in it has been escaped there. */
  readonly svg: string;
  readonly width?: 'any' | 'wide' | 'narrow';
}

export const Picture = ({ svg, width = 'any' }: PictureProps) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by draw-svg.ts, which escapes all text
  <div className={`chart chart-${width}`} dangerouslySetInnerHTML={{ __html: svg }} />
);

/** A picture with its table twin folded beneath it. */
export const Chart = ({
  chart,
  tableLabel,
  tableId,
  flags = [],
  changes = [],
}: {
  chart: DrawnChart;
  tableLabel: string;
  tableId: string;
  flags?: readonly ChartFlag[];
  changes?: readonly ChartChange[];
}) => (
  <figure className="chart-figure">
    <Picture svg={chart.svg} width={chart.narrowSvg === null ? 'any' : 'wide'} />
    {chart.narrowSvg === null ? null : <Picture svg={chart.narrowSvg} width="narrow" />}
    <FlagList flags={flags} changes={changes} />
    <details id={tableId}>
      <summary>{tableLabel}</summary>
      <TwinTableView table={chart.table} />
    </details>
  </figure>
);
