import type { DrawnChart } from './drawn-chart.ts';
import { TwinTableView } from './twin-table.tsx';

/** SVG markup made by `ui/charts` alone: every text in it has been escaped there. */
const Picture = ({ svg, className }: { svg: string; className: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by draw-svg.ts, which escapes all text
  <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />
);

/** A picture with its table twin folded beneath it. */
export const Chart = ({ chart, tableLabel }: { chart: DrawnChart; tableLabel: string }) => (
  <figure className="chart">
    <Picture svg={chart.svg} className={chart.narrowSvg === null ? 'chart-only' : 'chart-wide'} />
    {chart.narrowSvg === null ? null : <Picture svg={chart.narrowSvg} className="chart-narrow" />}
    <details className="small">
      <summary>{tableLabel}</summary>
      <TwinTableView table={chart.table} />
    </details>
  </figure>
);
