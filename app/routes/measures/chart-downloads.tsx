export interface PictureSource {
  readonly slug: string;
  /** The page's own address after the path: what was chosen. */
  readonly search: string;
}

export const pictureKinds = ['svg', 'png'] as const;
export type PictureKind = (typeof pictureKinds)[number];
export type PictureName = 'run' | 'funnel' | 'over-time' | 'who-step' | 'who-population';

export const pictureHref = (
  { slug, search }: PictureSource,
  kind: PictureKind,
  name: PictureName,
): string => {
  const params = new URLSearchParams(search);
  params.set('chart', name);
  return `/measures/${slug}.${kind}?${params}`;
};

interface ChartDownloadsProps {
  readonly from: PictureSource;
  readonly name: PictureName;
  /** What the picture says, for those who hear a list of links. */
  readonly of: string;
}

/** A picture of this page as a file, with its sentence, definition, window and data version in it. */
export const ChartDownloads = ({ from, name, of }: ChartDownloadsProps) => (
  <p className="downloads small no-print">
    {pictureKinds.map((kind) => (
      <a
        key={kind}
        href={pictureHref(from, kind, name)}
        aria-label={`${kind.toUpperCase()} of the picture: ${of}`}
      >
        {kind.toUpperCase()}
      </a>
    ))}
  </p>
);
