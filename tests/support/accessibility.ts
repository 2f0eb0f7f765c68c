/** What keeps somebody from using a page: found by axe, and by looking for what axe does not look for. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const foundByAxe = async (page: Page): Promise<string[]> => {
  // Evaluated by the browser itself: the page's own policy lets no other script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values): Promise<AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    standards,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
};

/** Texts of pictures that stick out of the screen are cut off there even where nothing scrolls. */
const outsideTheScreen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const breadth = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > breadth;
    const cut = [...document.querySelectorAll('main svg text')].filter((text) => {
      const { left, right, width } = text.getBoundingClientRect();
      return width > 0 && text.closest('.table-scroll') === null && (left < 0 || right > breadth + 0.5);
    });
    return [
      ...(scrolls
        ? [`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${breadth} px`]
        : []),
      ...cut.map((text) => `cut off at the edge: ${text.textContent}`),
    ];
  });

const scripts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.scripts].map((script) => script.getAttribute('src') ?? 'inline'));

/** Axe holds the levels in order; this, that there is one title. */
const firstHeadings = async (page: Page): Promise<string[]> => {
  const titles = await page.getByRole('heading', { level: 1 }).count();
  return titles === 1 ? [] : [`${titles} headings of the first level`];
};

export const phone = 360;
export const desk = 1440;

export interface PageLook {
  /** Widths in CSS pixels at which nothing may stick out, besides the two that axe looks at. */
  readonly alsoAt?: readonly number[];
  /** Scripts that the page declares. */
  readonly scripts?: readonly string[];
}

/** One line a fault, with the width it shows at. */
export const faultsOf = async (page: Page, look: PageLook = {}): Promise<string[]> => {
  const faults: string[] = [];
  const at = async (width: number, find: (page: Page) => Promise<string[]>): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    faults.push(...(await find(page)).map((fault) => `${width} px, ${fault}`));
  };
  for (const width of look.alsoAt ?? []) await at(width, outsideTheScreen);
  for (const width of [desk, phone])
    await at(width, async () => [...(await outsideTheScreen(page)), ...(await foundByAxe(page))]);
  const undeclared = (await scripts(page)).filter((source) => !look.scripts?.includes(source));
  return [
    ...faults,
    ...(await firstHeadings(page)),
    ...undeclared.map((source) => `undeclared script: ${source}`),
  ];
};
