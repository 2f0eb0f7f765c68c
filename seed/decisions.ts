/**
 * What Juniper decided over two years, at every level: plainly invented, and fitting the story (story.md). Some went as
 * expected, some did not, and some wait to be looked at again.
 */
import type { Place } from '../app/commons/permissions/place.ts';
import type { Audience } from '../app/commons/sharing/audience.ts';
import type { MeasureId } from '../app/rooms/measures/public.ts';
import type { DecisionForm } from '../app/rooms/values/public.ts';

export interface SeedRevisit {
  readonly on: string;
  readonly outcome: 'kept' | 'corrected' | 'reversed';
  readonly learned: string;
  readonly nextOn: string | null;
  /** The story that follows it, where it was corrected or reversed. */
  readonly opens?: string;
}

export interface SeedDecision {
  /** Names it for those that follow. */
  readonly key: string;
  readonly place: Place;
  /** Null: still a draft. */
  readonly decidedOn: string | null;
  readonly form: DecisionForm;
  readonly consulted: readonly MeasureId[];
  readonly revisits: readonly SeedRevisit[];
  readonly sharedWith: readonly Audience[];
}

const values = {
  families: 'children-with-their-families',
  short: 'short-and-with-ties',
  safe: 'safe-with-us-and-at-home',
  there: 'there-when-we-said',
} as const;

const nothing = {
  dropped: '',
  voices: '',
  wouldChangeOurMind: '',
  serves: [],
  tradesOff: [],
  expectation: null,
  revisitOn: null,
} satisfies Partial<DecisionForm>;

const story = (
  head: Pick<SeedDecision, 'key' | 'place' | 'decidedOn'>,
  form: Pick<DecisionForm, 'statement' | 'level' | 'decidedBy'> & Partial<DecisionForm>,
  more: Partial<Pick<SeedDecision, 'consulted' | 'revisits' | 'sharedWith'>> = {},
): SeedDecision => ({
  ...head,
  form: { ...nothing, ...form },
  consulted: more.consulted ?? [],
  revisits: more.revisits ?? [],
  sharedWith: more.sharedWith ?? [],
});

const ofTheState: readonly SeedDecision[] = [
  story(
    { key: 'signature', place: 'state', decidedOn: '2024-11-18' },
    {
      statement: 'Every move of a child between homes needs the signature of a deputy director.',
      level: 'executive',
      decidedBy: 'Executive team',
      dropped: 'Family meetings before each move: thought to be too slow for the winter.',
      serves: [values.short],
      tradesOff: [values.there],
      expectation: { measure: 'P5', direction: 'down', size: 0.4, by: '2025-05-31', sure: 'likely' },
      wouldChangeOurMind: 'Children who wait in an office for a signature.',
      revisitOn: '2025-05-19',
    },
    {
      consulted: ['P5'],
      revisits: [
        {
          on: '2025-05-19',
          outcome: 'reversed',
          learned:
            'Moves did not become fewer. Signatures came a day late, and workers told us that children waited for them. A signature from afar knows less than the people at the table.',
          nextOn: null,
          opens: 'meeting',
        },
      ],
    },
  ),
  story(
    { key: 'meeting', place: 'state', decidedOn: '2025-05-27' },
    {
      statement: 'Before a move, those who know the child meet; a supervisor decides with them.',
      level: 'executive',
      decidedBy: 'Executive team',
      dropped: 'Keeping the signature and adding the meeting: two doors instead of one.',
      voices: 'Foster parents and the youth board: “Ask us before, not after.”',
      serves: [values.short, values.families],
      expectation: { measure: 'P5', direction: 'down', size: null, by: '2026-11-30', sure: 'hunch' },
      wouldChangeOurMind: 'Meetings that become a form to be filled in.',
      revisitOn: '2026-11-02',
    },
  ),
  story(
    { key: 'pay-relatives', place: 'state', decidedOn: '2025-02-10' },
    {
      statement: 'Relatives who take in a child are paid from the first night.',
      level: 'executive',
      decidedBy: 'Executive team, with the budget office',
      dropped: 'Paying after the licence, as before: a grandmother told us she sold her car to wait for it.',
      voices: 'Eleven relatives at two evenings; the Juniper Family Council.',
      serves: [values.families],
      expectation: { measure: 'H3', direction: 'up', size: 3, by: '2025-12-31', sure: 'likely' },
      wouldChangeOurMind: 'If relatives say that money was not what kept children from them.',
      revisitOn: '2025-12-15',
    },
    {
      consulted: ['H3', 'P1'],
      sharedWith: ['partners'],
      revisits: [
        {
          on: '2025-12-18',
          outcome: 'corrected',
          learned:
            'Paying is right and stays. But as many first homes as before are with kin: nobody is paid whom nobody called. The search must come first.',
          nextOn: null,
          opens: 'kin-search',
        },
      ],
    },
  ),
  story(
    { key: 'kin-search', place: 'state', decidedOn: '2026-04-20' },
    {
      statement:
        'From 1 May on we search for kin on the day of the removal, before any other home is called.',
      level: 'executive',
      decidedBy: 'Executive team',
      dropped:
        'A search within thirty days, as the law asks: by then most children have settled, or moved twice.\nA central search unit: the workers of Birchmere 3 showed that three calls of their own do more.',
      voices: 'Kin caregivers, the youth board, and two units that tried it in winter.',
      serves: [values.families, values.short],
      tradesOff: [values.there],
      expectation: { measure: 'H3', direction: 'up', size: 5, by: '2026-09-30', sure: 'likely' },
      wouldChangeOurMind:
        'More moves in the first weeks, or first contacts that come late because of the calls.',
      revisitOn: '2026-09-30',
    },
    { consulted: ['H3', 'P5', 'C2'], sharedWith: ['partners', 'public'] },
  ),
  story(
    { key: 'hearings', place: 'state', decidedOn: '2025-11-12' },
    {
      statement:
        'In fourteen counties the courts hear families every ten weeks instead of every seven, to catch up.',
      level: 'court',
      decidedBy: 'Judicial council',
      dropped: 'Evening sessions: no money for them before July.',
      serves: [values.there],
      tradesOff: [values.short],
      expectation: { measure: 'P1', direction: 'same', size: null, by: '2026-12-31', sure: 'hunch' },
      wouldChangeOurMind: 'Children who wait longer for a permanent family.',
      revisitOn: '2026-06-01',
    },
    { consulted: ['P1'] },
  ),
  story(
    { key: 'visit-money', place: 'state', decidedOn: '2025-06-20' },
    {
      statement: 'The budget pays for thirty more workers who drive children and parents to their visits.',
      level: 'legislature',
      decidedBy: 'The legislature, in the budget of 2026',
      voices: 'Parents at the hearing of the committee: buses do not run on Sundays.',
      serves: [values.short, values.there],
      expectation: { measure: 'C1', direction: 'up', size: 1, by: '2026-06-30', sure: 'hunch' },
      revisitOn: '2026-06-30',
    },
    {
      consulted: ['C1'],
      sharedWith: ['public'],
      revisits: [
        {
          on: '2026-07-07',
          outcome: 'kept',
          learned:
            'The count of our own visits was high before and stays so. It does not tell whether parents see their children more. We keep the drivers, and ask parents next time.',
          nextOn: '2027-06-30',
        },
      ],
    },
  ),
  story(
    { key: 'siblings', place: 'state', decidedOn: '2026-02-02' },
    {
      statement: 'Brothers and sisters stay together, unless a judge says otherwise.',
      level: 'executive',
      decidedBy: 'Executive team',
      voices: 'The youth board asked for it three times.',
      serves: [values.short, values.families],
      expectation: { measure: 'P5', direction: 'down', size: null, by: '2027-02-01', sure: 'hunch' },
      revisitOn: '2027-02-01',
    },
  ),
];

const ofCountiesAndUnits: readonly SeedDecision[] = [
  story(
    { key: 'family-time-court', place: 'county:Oakmoss', decidedOn: '2024-09-16' },
    {
      statement: 'A family-time court hears each family every three weeks, with visits set in the room.',
      level: 'court',
      decidedBy: 'The judge and the county’s agency together',
      dropped: 'Mediation alone: parents asked for somebody who decides.',
      voices: 'Parents who had been through it; their lawyers.',
      serves: [values.short, values.families],
      expectation: { measure: 'P1', direction: 'up', size: 10, by: '2026-03-31', sure: 'likely' },
      wouldChangeOurMind: 'More children who come back into care.',
      revisitOn: '2026-03-31',
    },
    {
      consulted: ['P1', 'P4'],
      sharedWith: ['state'],
      revisits: [
        {
          on: '2026-04-02',
          outcome: 'kept',
          learned:
            'Families say they leave the room knowing when they see each other next. The county is small: its figures will need another year. We look at children who came back as well.',
          nextOn: '2027-03-31',
        },
      ],
    },
  ),
  story(
    { key: 'three-calls', place: 'unit:Birchmere/Birchmere 3', decidedOn: '2026-01-12' },
    {
      statement: 'Whoever brings a child into care calls three relatives before any other home.',
      level: 'supervisor',
      decidedBy: 'Supervisor, Birchmere 3 in Birchmere',
      dropped: 'Leaving it to the search unit: it opens at eight, children come at night.',
      voices: 'Four grandparents said nobody had called them.',
      serves: [values.families],
      expectation: { measure: 'H3', direction: 'up', size: null, by: '2026-07-15', sure: 'hunch' },
      revisitOn: '2026-07-15',
    },
    {
      revisits: [
        {
          on: '2026-07-16',
          outcome: 'kept',
          learned: 'It takes forty minutes and spares days. The whole state does it since May.',
          nextOn: '2027-01-15',
        },
      ],
    },
  ),
  story(
    { key: 'before-i-go', place: 'unit:Birchmere/Birchmere 3', decidedOn: '2026-03-03' },
    {
      statement: 'Every visit ends with the question: what do you need from us before the next one?',
      level: 'frontline',
      decidedBy: 'The caseworkers of Birchmere 3',
      voices: 'Parents in the visiting room.',
      serves: [values.there],
      revisitOn: '2026-09-03',
    },
  ),
  story(
    { key: 'weekend', place: 'county:Birchmere', decidedOn: '2025-09-02' },
    {
      statement: 'Reports that come in on a weekend are read within four hours.',
      level: 'manager',
      decidedBy: 'County management of Birchmere',
      dropped: 'A rota across three counties: two of them could not staff it.',
      serves: [values.safe, values.there],
      expectation: { measure: 'C2', direction: 'up', size: 2, by: '2026-03-02', sure: 'likely' },
      revisitOn: '2026-03-02',
    },
    {
      consulted: ['C2', 'S2'],
      revisits: [
        {
          on: '2026-04-20',
          outcome: 'kept',
          learned: 'First contacts were on time before, and are. What changed is that Mondays are calmer.',
          nextOn: null,
        },
      ],
    },
  ),
  story(
    { key: 'visits-at-home', place: 'county:Goldenrod', decidedOn: '2025-06-10' },
    {
      statement: 'In the last month before a return, visits are in the family’s own home.',
      level: 'manager',
      decidedBy: 'County management of Goldenrod',
      voices: 'Parents: a visiting room teaches nobody to cook for five.',
      serves: [values.families, values.safe],
      expectation: { measure: 'P4', direction: 'down', size: 2, by: '2026-12-31', sure: 'hunch' },
      wouldChangeOurMind: 'Children who come back within weeks.',
      revisitOn: '2025-12-10',
    },
    {
      consulted: ['P4'],
      revisits: [
        {
          on: '2025-12-10',
          outcome: 'corrected',
          learned:
            'A month is too short for families whose child is under three. It is too early for the figures, and parents and workers said the same.',
          nextOn: null,
          opens: 'visits-longer',
        },
      ],
    },
  ),
  story(
    { key: 'visits-longer', place: 'county:Goldenrod', decidedOn: '2025-12-16' },
    {
      statement:
        'Before a return, visits are at home for two months where a child is under three, else for one.',
      level: 'manager',
      decidedBy: 'County management of Goldenrod',
      voices: 'Parents and workers of the county.',
      serves: [values.families, values.safe],
      expectation: { measure: 'P4', direction: 'down', size: 2, by: '2027-06-30', sure: 'hunch' },
      revisitOn: '2026-10-15',
    },
    { sharedWith: ['state'] },
  ),
  story(
    { key: 'youth-choose', place: 'county:Goldenrod', decidedOn: null },
    {
      statement: 'From fourteen on, young people choose who sits at the table when we speak about them.',
      level: 'manager',
      decidedBy: 'County management of Goldenrod',
      voices: 'To be asked: the youth of the county.',
      serves: [values.short],
    },
  ),
];

/** Those that follow another come after it. */
export const juniperDecisions: readonly SeedDecision[] = [...ofTheState, ...ofCountiesAndUnits];
