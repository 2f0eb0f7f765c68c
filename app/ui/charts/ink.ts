/** The colours of marks. Attributes in the picture, so that it keeps them when it is saved or printed. */
export const ink = {
  line: '#1b1b1b',
  quietLine: '#565c65',
  soft: '#565c65',
  rule: '#dfe1e2',
  grid: '#eceeef',
  band: '#eef1f4',
  mean: '#a9aeb1',
  paper: '#ffffff',
  improvement: '#2378c3',
  concern: '#e07b1a',
  concernText: '#b85a00',
} as const;
