import { redirect } from 'react-router';
import { findChromium, photographOf } from '../../platform/chromium.ts';
import { pictureFonts } from '../../ui/picture-fonts.ts';
import { signedInDownload } from '../page.ts';
import { scratchFolderOf } from '../version-in-use.ts';
import { measurePicture } from './measure-picture.ts';

/** Without Chromium there is a page that says so and leads to the SVG. */
export const loader = signedInDownload(async (visit) => {
  const { services, params, url } = visit;
  const program = findChromium(services.config.chromium);
  if (program === null) return redirect(`/measures/${params.slug}/without-png${url.search}`);
  const { svg, width, height, fileName } = await measurePicture(visit);
  const html = `<!doctype html><meta charset="utf-8"><style>${pictureFonts}body{margin:0}svg{display:block}</style>${svg}`;
  const png = await photographOf(program, await scratchFolderOf(services), { html, width, height });
  return new Response(new Uint8Array(png), {
    headers: {
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="${fileName}.png"`,
    },
  });
});
