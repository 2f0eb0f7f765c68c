/** A chart as a file of its own: its sentence, what it is, and where the figures are from stand in the picture itself. */

export interface PictureFileWords {
  readonly sentence: string;
  readonly what: string;
  /** As of when, which data version, which definition: what every figure carries. */
  readonly origin: string;
}

export interface Tile {
  readonly svg: string;
  /** Over the tile, where there are several. */
  readonly name: string | null;
}

export interface PictureFile {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 24;
const gap = 24;
const nameHeight = 20;
const leastWidth = 640;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linesOf = (text: string, perLine: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < perLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

interface Style {
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
}

/** Lines of text from `top` down, and where they end. */
const paragraph = (
  text: string,
  top: number,
  width: number,
  { size, weight, fill }: Style,
): [string, number] => {
  const lines = linesOf(text, Math.floor(width / (size * 0.6)));
  const height = Math.round(size * 1.4);
  const drawn = lines.map(
    (line, index) =>
      `<text x="${margin}" y="${top + size + index * height}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(line)}</text>`,
  );
  return [drawn.join(''), top + lines.length * height];
};

const sizeOf = (svg: string): { width: number; height: number } => {
  const [root = ''] = /^<svg[^>]*>/.exec(svg) ?? [];
  const number = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(root)?.[1] ?? 0);
  return { width: number('width'), height: number('height') };
};

const placedTile = ({ svg, name }: Tile, x: number, y: number): string => {
  const title =
    name === null
      ? ''
      : `<text x="${x}" y="${y + 14}" font-size="14" font-weight="700">${escaped(name)}</text>`;
  const top = name === null ? y : y + nameHeight;
  return `${title}${svg.replace('<svg', `<svg x="${x}" y="${top}" overflow="visible"`)}`;
};

/** Tiles in rows; one stands alone. */
export const pictureFile = (
  { sentence, what, origin }: PictureFileWords,
  tiles: readonly Tile[],
  columns = 1,
): PictureFile => {
  const sizes = tiles.map(({ svg }) => sizeOf(svg));
  const tileWidth = Math.max(0, ...sizes.map(({ width }) => width));
  const tileHeight = Math.max(0, ...sizes.map(({ height }) => height)) + (tiles.length > 1 ? nameHeight : 0);
  const inner = Math.max(leastWidth, columns * tileWidth + (columns - 1) * gap);
  const [heading, afterHeading] = paragraph(sentence, margin, inner, {
    size: 20,
    weight: 700,
    fill: '#1b1b1b',
  });
  const [about, afterAbout] = paragraph(what, afterHeading + 4, inner, {
    size: 13,
    weight: 400,
    fill: '#565c65',
  });
  const top = afterAbout + 16;
  const drawn = tiles.map((tile, index) =>
    placedTile(
      tile,
      margin + (index % columns) * (tileWidth + gap),
      top + Math.floor(index / columns) * (tileHeight + gap),
    ),
  );
  const rows = Math.ceil(tiles.length / columns);
  const below = top + rows * tileHeight + Math.max(0, rows - 1) * gap + 16;
  const [from, end] = paragraph(origin, below, inner, { size: 12, weight: 400, fill: '#565c65' });
  const [width, height] = [Math.ceil(inner + 2 * margin), Math.ceil(end + margin / 2)];
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Public Sans', system-ui, sans-serif"><rect width="100%" height="100%" fill="#ffffff"/>${heading}${about}${drawn.join('')}${from}</svg>`,
  };
};
