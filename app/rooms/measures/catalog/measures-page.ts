/** docs/measures.md, from the definitions: what each measure counts, for people who read no code. */
import { catalog } from './catalog.ts';
import type { MeasureDefinition } from './definition-shape.ts';

const directions: Readonly<Record<MeasureDefinition['direction'], string>> = {
  up: 'higher is better',
  down: 'lower is better',
  neither: 'neither way is better by itself',
};

const breakdownNames = {
  county: 'county',
  unit: 'unit',
  age: 'age',
  race_ethnicity: 'race and ethnicity',
  aian_any: 'American Indian or Alaska Native, alone or in combination',
  sex: 'sex',
} as const;

const finalWhen = ({ followUp, restsOnDispositions }: MeasureDefinition): string => {
  const parts = [
    followUp.months > 0 ? `${followUp.months} months` : '',
    followUp.days > 0 ? `${followUp.days} days` : '',
  ].filter((part) => part !== '');
  const after = parts.length > 0 ? `${parts.join(' and ')} after the window` : 'when the window is over';
  return restsOnDispositions ? `${after}, with at most 1% of the reports still pending` : after;
};

const settingsOf = ({ settings }: MeasureDefinition): string[] =>
  settings.map(
    ({ name, value, words, isChoice }) =>
      `- \`${name}\` = \`${value}\`${isChoice ? ' (our choice)' : ''}: ${words}`,
  );

const notCarriedOf = ({ notCarried }: MeasureDefinition): string[] =>
  Object.entries(notCarried).map(
    ([breakdown, reason]) => `Not by ${breakdownNames[breakdown as keyof typeof breakdownNames]}: ${reason}`,
  );

const facts = (definition: MeasureDefinition): [string, string][] => [
  ['Kind', `${definition.kind}; ${directions[definition.direction]}`],
  ['Unit', definition.unit.words],
  ['Counted', definition.numeratorInWords],
  ['Of', definition.denominatorInWords],
  ...(definition.second ? [['Second figure', definition.second.words] as [string, string]] : []),
  ['Shown with', `${definition.partner}, ${catalog[definition.partner].title}`],
  ['Final', finalWhen(definition)],
  ['Interval', definition.interval === 'wilson' ? 'Wilson, 95%' : 'exact Poisson, 95%'],
  ['Broken down by', definition.breakdowns.map((breakdown) => breakdownNames[breakdown]).join(', ')],
  ...(definition.ageOn ? [['Age on', definition.ageOn] as [string, string]] : []),
  ['Months and quarters', definition.seriesInWords],
  ...(definition.nationalPerformance === null
    ? []
    : [
        [
          'National performance',
          `${definition.nationalPerformance}: context only, compared with risk-standardized performance and never with our figures`,
        ] as [string, string],
      ]),
  ['Needs', ['children', ...definition.tables].join(', ')],
  ['Source', definition.source],
];

const section = (definition: MeasureDefinition): string =>
  [
    `## ${definition.id} ${definition.title}`,
    '',
    definition.question,
    '',
    ...facts(definition).map(([name, words]) => `- **${name}**: ${words}`),
    ...notCarriedOf(definition).map((sentence) => `- ${sentence}`),
    '',
    ...(definition.settings.length > 0 ? ['Settings:', '', ...settingsOf(definition), ''] : []),
    `A worked example, child by child: \`app/rooms/measures/catalog/${definition.slug}/example/\`. Version ${definition.version}.`,
  ].join('\n');

/** The whole page, as it stands in docs/measures.md. */
export const measuresPage = (): string =>
  [
    '# The measures',
    '',
    'Generated from the definitions by `node app/rooms/measures/catalog/write-measures-page.ts`; do not edit.',
    '',
    'Everything here is *observed performance*. Risk-standardized performance needs the records of every state; we never',
    'compute it, we show what is published. A figure is *final* only when the data reach the end of its follow-up; before',
    'that it is *in flight*.',
    '',
    ...Object.values(catalog).flatMap((definition) => [section(definition), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
