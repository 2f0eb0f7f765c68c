/** A file of what a page shows. */

const types = { csv: 'text/csv', json: 'application/json' } as const;

export const fileDownload = (name: string, extension: keyof typeof types, text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': `${types[extension]}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}.${extension}"`,
    },
  });
