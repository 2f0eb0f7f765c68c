/** What keeps somebody from using a page: found by axe, and by looking for what axe does not look for. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const foundByAxe = async (page: Page): Promise<string[]> => {
  // Evaluated by the browser itself: the page's own policy lets no other script in.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values): Promise<AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
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

const headingsInOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) =>
      Number(heading.tagName[1]),
    );
    const first = levels.filter((level) => level === 1).length;
    return first === 1 ? [] : [`${first} first headings`];
  });

export interface PageLook {
  /** Widths in CSS pixels; 720 is a desk of 1440 at 200%. */
  readonly widths?: readonly number[];
  /** Scripts that the page declares. */
  readonly scripts?: readonly string[];
}

export const phone = 360;
export const desk = 1440;

/** One line a fault, with the width it shows at; leaves the page at the last width. */
export const faultsOf = async (page: Page, look: PageLook = {}): Promise<string[]> => {
  const faults: string[] = [];
  for (const width of look.widths ?? [desk, phone]) {
    await page.setViewportSize({ width, height: 900 });
    const found = [
      ...(await foundByAxe(page)),
      ...(await outsideTheScreen(page)),
      ...(await headingsInOrder(page)),
    ];
    faults.push(...found.map((fault) => `${width} px, ${fault}`));
  }
  const undeclared = (await scripts(page)).filter((source) => !look.scripts?.includes(source));
  return [...faults, ...undeclared.map((source) => `undeclared script: ${source}`)];
};
