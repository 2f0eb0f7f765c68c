/** Text from files and zips as a terminal may show it: what could steer the terminal is made visible. */
export const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}|\p{Cf}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
