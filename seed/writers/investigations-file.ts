/** investigations.csv: when a report came in, when contact was due and made, when it was completed. */
import { join } from 'node:path';
import { type DayNumber, isoOf } from '../days.ts';
import type { Investigation, Minute } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { closed, type WrittenFile } from './state-writer.ts';

const minutesPerDay = 1440;

const clockTexts = Array.from({ length: minutesPerDay }, (_, minute) => {
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  return `T${hours}:${String(minute % 60).padStart(2, '0')}`;
});

const timeOf = (minute: Minute): string =>
  isoOf(Math.floor(minute / minutesPerDay)) + (clockTexts[minute % minutesPerDay] ?? '');

export class InvestigationsFile {
  readonly #file: BufferedFile;
  readonly #asOfEnd: Minute;

  constructor(folder: string, asOf: DayNumber) {
    this.#file = new BufferedFile(join(folder, 'investigations.csv'));
    this.#asOfEnd = (asOf + 1) * minutesPerDay;
    this.#file.write('report_id,received_at,due_at,first_contact_at,completed_at,completion_due_at\n');
  }

  /** What has not happened by the end of the as-of day is blank. */
  add(investigation: Investigation): void {
    const known = (at: Minute | null): string => (at === null || at >= this.#asOfEnd ? '' : timeOf(at));
    this.#file.row(
      `${investigation.report},${timeOf(investigation.receivedAt)},${timeOf(investigation.dueAt)},` +
        `${known(investigation.firstContactAt)},${known(investigation.completedAt)},${timeOf(investigation.completionDueAt)}\n`,
    );
  }

  close(): WrittenFile {
    return closed(this.#file);
  }
}
