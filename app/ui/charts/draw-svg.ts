/** Observable Plot on the server. The same data always give the same bytes: no random ids, no clock, no fonts measured. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

export interface SvgWords {
  /** Unique on the page; ids of title and description are made from it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One decimal is finer than any screen shows; fifteen are a third of the page's weight. */
const withShortNumbers = (svg: string): string =>
  svg.replace(/<[^>]*>/g, (tag) =>
    tag.replace(/-?\d+\.\d{2,}/g, (digits) => String(Math.round(Number(digits) * 10) / 10)),
  );

const described = (tag: 'title' | 'desc', id: string, text: string): Element => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  element.setAttribute('id', id);
  element.textContent = text;
  return element as unknown as Element;
};

/** Draws marks without Plot's own style sheet (ours styles it) and names the picture for those who hear it. */
export const drawSvg = (options: Plot.PlotOptions, words: SvgWords): string => {
  const svg = Plot.plot({
    ...options,
    document: document as unknown as Document,
  }) as unknown as SVGSVGElement;
  svg.querySelector('style')?.remove();
  for (const attribute of ['class', 'font-family', 'fill']) svg.removeAttribute(attribute);
  for (const group of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-hidden');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${words.id}-title ${words.id}-desc`);
  svg.prepend(
    described('title', `${words.id}-title`, words.title),
    described('desc', `${words.id}-desc`, words.description),
  );
  return withShortNumbers(svg.outerHTML);
};
