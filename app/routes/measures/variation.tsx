import { Chart } from '../../ui/charts/chart.tsx';
import { NotShown } from './breakdown-table.tsx';
import { ChartDownloads, type PictureSource } from './chart-downloads.tsx';
import type { VariationView } from './variation-view.ts';

const HowToReadFunnel = ({ variation }: { variation: VariationView }) => (
  <aside className="reading" aria-label="How to read the funnel">
    <h3>How to read this</h3>
    <p>
      Each dot is one of the {variation.places}; the further right, the more stands behind it. Between the
      solid lines lies where 998 of 1,000 such {variation.places} would be; between the dashed ones, 19 of 20.
      Small ones swing widely by chance alone, which is why the lines open to the left.
      {variation.isWidened
        ? ` The lines are wider than chance alone would make them: these ${variation.places} differ in general, and only what goes beyond that is marked.`
        : ` These ${variation.places} differ no more than chance makes them.`}
    </p>
    <p>
      A triangle marks one that lies outside the solid lines and stands out even though all {variation.places}{' '}
      were looked at (at most one in ten such marks is chance). It is a reason to ask, together: other
      children, another court, something learned? It is no verdict, and nothing here is ranked.
    </p>
  </aside>
);

const titles = { counties: 'Counties, as variation', units: 'Units, as variation' } as const;

/** The funnel: places held against what chance makes of their size. */
export const Variation = ({ variation, from }: { variation: VariationView; from: PictureSource }) => (
  <section className="section" aria-labelledby="variation">
    <p className="kicker">{variation.places === 'units' ? titles.units : titles.counties}</p>
    <h2 id="variation">{variation.sentence}</h2>
    <p className="soft small">
      {variation.what}. Each dot is one of the {variation.places}. No ranks.
      {variation.notShown > 0 ? ` ${variation.notShown} with too few children to show are left out.` : ''}
    </p>
    <div className="measure-top">
      <div>
        <Chart chart={variation.chart} tableLabel="Table" tableId="variation-table" />
        <ChartDownloads from={from} name="funnel" of={variation.sentence} />
      </div>
      <HowToReadFunnel variation={variation} />
    </div>
  </section>
);

/** Where places may not be shown for this window: the section stays, with the reason. */
export const VariationHidden = ({ reason }: { reason: string }) => (
  <section className="section" aria-labelledby="variation">
    <h2 id="variation">{titles.counties}</h2>
    <p>{reason}</p>
    <NotShown />
  </section>
);
