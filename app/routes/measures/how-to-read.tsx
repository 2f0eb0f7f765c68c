import type { MeasureView } from './measure-view.ts';

const stageSentence: Readonly<Record<MeasureView['stage'], string>> = {
  full: 'The grey band is the usual range: what this agency’s own first 20 points say is everyday variation.',
  trial: 'There are fewer than 13 points, so the limits are on trial: dashed, and no sign is given.',
  'run-line':
    'There are too few points, or too few children in each, for a usual range: only the line is drawn.',
};

export const HowToRead = ({ view }: { view: MeasureView }) => (
  <details className="fold">
    <summary>How to read this</summary>
    <p>
      {stageSentence[view.stage]} A point inside the band needs no explanation of its own. We say that
      something moved when a point lies outside, when two of three lie near a limit, when seven rise or fall,
      or when seven lie on one side of the middle. Blue triangles mark improvement, orange ones concern.
    </p>
    <p>
      The figure at the top is for twelve months and has its own interval; a point of the chart is one{' '}
      {view.rhythm}.
    </p>
    <p>
      Hollow points are in flight: the children behind them are still being followed, so they move as time
      passes. They are never judged, and those far outside the range are left to the table.
    </p>
    <p>
      Even when nothing changes, a chart like this shows a false sign now and then: in three years, about
      three charts in ten show at least one. Rule set mdc-2023-7.
    </p>
  </details>
);
