import { signedInDownload } from '../page.ts';
import { measurePicture } from './measure-picture.ts';

export const loader = signedInDownload(async (visit) => {
  const { svg, fileName } = await measurePicture(visit);
  return new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}.svg"`,
    },
  });
});
