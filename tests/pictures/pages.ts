/** The pages whose pictures are kept: whose eyes, how wide, where. */

export interface PicturedPage {
  /** File name in docs/pictures, without its ending. */
  readonly name: string;
  /** The address of a demo account before its @; null: nobody has signed in. */
  readonly as: string | null;
  readonly path: string;
  readonly width: 360 | 1440;
  /** Pixels from the top that are kept; the whole page where it is left out. */
  readonly height?: number;
}

export const picturedPages: readonly PicturedPage[] = [
  { name: 'board', as: 'leader', path: '/', width: 1440, height: 900 },
  { name: 'board-phone', as: 'caseworker', path: '/', width: 360, height: 1400 },
  { name: 'measure', as: 'analyst', path: '/measures/permanency-in-12-months', width: 1440, height: 2200 },
  {
    name: 'measure-of-few',
    as: 'leader',
    path: '/measures/permanency-in-12-months?cut=county',
    width: 1440,
    height: 2200,
  },
  { name: 'values', as: 'leader', path: '/values', width: 1440, height: 900 },
  { name: 'coverage', as: 'leader', path: '/values/coverage', width: 1440, height: 1300 },
  { name: 'say-and-do', as: 'leader', path: '/values/say-and-do', width: 1440, height: 1300 },
  { name: 'decisions', as: 'leader', path: '/decisions', width: 1440, height: 1100 },
  { name: 'decision-phone', as: 'supervisor', path: '/decisions/new', width: 360, height: 1400 },
  { name: 'how-we-decide', as: 'leader', path: '/decisions/how', width: 1440, height: 1100 },
  { name: 'data', as: 'analyst', path: '/data', width: 1440, height: 1100 },
  { name: 'fixes', as: 'analyst', path: '/data/fixes', width: 1440, height: 1100 },
  { name: 'people', as: 'administrator', path: '/people', width: 1440, height: 900 },
  { name: 'audit', as: 'security-officer', path: '/audit', width: 1440, height: 900 },
  { name: 'public-page', as: 'observer', path: '/public', width: 1440, height: 1300 },
  { name: 'shared-phone', as: 'partner', path: '/shared', width: 360, height: 1400 },
  { name: 'sign-in', as: null, path: '/sign-in', width: 1440, height: 700 },
];
