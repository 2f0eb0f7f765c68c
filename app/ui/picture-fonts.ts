/** Public Sans inside a document that can ask for no file: for pictures that Chromium takes. */
import bold from '../../node_modules/@uswds/uswds/dist/fonts/public-sans/PublicSans-Bold.woff2?inline';
import regular from '../../node_modules/@uswds/uswds/dist/fonts/public-sans/PublicSans-Regular.woff2?inline';

const face = (weight: number, data: string): string =>
  `@font-face{font-family:"Public Sans";font-weight:${weight};src:url("${data}") format("woff2")}`;

export const pictureFonts = `${face(400, regular)}${face(700, bold)}`;
