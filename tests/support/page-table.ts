/** A table of a page as rows of text, its header first. */
import type { Locator } from 'playwright-core';

export type PageTable = readonly (readonly string[])[];

export const tableOf = async (table: Locator): Promise<PageTable> => {
  const rows = await table.getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => {
      const cells = row.getByRole('cell').or(row.getByRole('columnheader')).or(row.getByRole('rowheader'));
      return (await cells.allTextContents()).map((text) => text.trim());
    }),
  );
};
