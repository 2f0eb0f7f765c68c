import { Chart } from '../../ui/charts/chart.tsx';
import { adjustmentCaveat, notAdjusted, twoDenominators } from '../../words/disparity-sentence.ts';
import { ChartDownloads, type PictureSource } from './chart-downloads.tsx';
import type { WhoStepView, WhoView } from './who-view.ts';

const Step = ({ step, from }: { step: WhoStepView; from: PictureSource }) => (
  <section aria-labelledby={`${step.id}-heading`}>
    <h3 id={`${step.id}-heading`}>{step.question}</h3>
    {step.chart === null ? (
      <p className="soft">{step.reason}</p>
    ) : (
      <>
        <p>
          <b>{step.sentence}.</b>
        </p>
        <p className="soft small">
          {step.what}. {step.isAdjusted ? 'Filled: as it is. Hollow: adjusted by age.' : notAdjusted} Lines:
          95% intervals.
        </p>
        <Chart chart={step.chart} tableLabel="Table" tableId={`${step.id}-table`} />
        <ChartDownloads from={from} name={step.id} of={step.question} />
      </>
    )}
  </section>
);

/** The disparity view: two denominators side by side, as it is and adjusted by age. */
export const WhoSection = ({ who, from }: { who: WhoView; from: PictureSource }) => (
  <section className="section" aria-labelledby="who">
    <p className="kicker">Who</p>
    <h2 id="who">By race and ethnicity, over two denominators</h2>
    <p>{twoDenominators}</p>
    {who.isFinal ? null : (
      <p className="soft">This window is in flight: its figures will still change, and are not compared.</p>
    )}
    <div className="two-steps">
      {who.steps.map((step) => (
        <Step key={step.id} step={step} from={from} />
      ))}
    </div>
    {who.steps.some(({ isAdjusted }) => isAdjusted) ? <p className="soft">{adjustmentCaveat}</p> : null}
  </section>
);
