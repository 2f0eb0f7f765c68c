/** What the form of a review holds, as it came: so that a refused one comes back as it was. */
import { type ReadReview, type Review, readReview } from '../../rooms/changes/public.ts';
import { type LookedAtGroup, labelOf, lookedAtKey, lookedAtOf } from './looked-at.ts';

export interface ReviewRow {
  readonly about: string;
  readonly minutes: string;
  readonly lookedAt: string;
}

export interface ReviewFields {
  readonly heldOn: string;
  readonly title: string;
  readonly atTheTable: readonly string[];
  readonly rows: readonly ReviewRow[];
}

const blank: ReviewRow = { about: '', minutes: '', lookedAt: '' };
const usualRows = 4;
const mostRows = 40;

const isBlank = ({ about, minutes, lookedAt }: ReviewRow): boolean =>
  about.trim() === '' && minutes.trim() === '' && lookedAt === '';

export const withBlankRows = (rows: readonly ReviewRow[], more: number): ReviewRow[] => [
  ...rows,
  ...Array.from({ length: Math.max(0, Math.min(more, mostRows - rows.length)) }, () => blank),
];

export const emptyReview = (today: string): ReviewFields => ({
  heldOn: today,
  title: '',
  atTheTable: [],
  rows: withBlankRows([], usualRows),
});

export const fieldsOfReview = ({ heldOn, title, atTheTable, items }: Review): ReviewFields => ({
  ...{ heldOn, title, atTheTable },
  rows: withBlankRows(
    items.map((item) => ({
      about: item.about,
      minutes: String(item.minutes),
      lookedAt: lookedAtKey(item.lookedAt),
    })),
    2,
  ),
});

const text = (form: FormData, name: string): string => {
  const entry = form.get(name);
  return typeof entry === 'string' ? entry : '';
};

/** With `more`, three rows more than came. */
export const reviewFields = (form: FormData): ReviewFields => {
  const count = Math.min(mostRows, Number(text(form, 'rows')) || 0);
  const rows = Array.from({ length: count }, (_, at) => ({
    about: text(form, `about-${at}`),
    minutes: text(form, `minutes-${at}`),
    lookedAt: text(form, `looked-${at}`),
  }));
  return {
    heldOn: text(form, 'heldOn'),
    title: text(form, 'title'),
    atTheTable: form.getAll('atTheTable').map(String),
    rows: form.get('act') === 'more' ? withBlankRows(rows, 3) : rows,
  };
};

/** A row that says nothing is no item; one that names only what was looked at is called by its name. */
export const readFields = (
  { rows, ...review }: ReviewFields,
  groups: readonly LookedAtGroup[],
): ReadReview => {
  const items = rows
    .filter((row) => !isBlank(row))
    .map(({ about, minutes, lookedAt }) => ({
      about: about.trim() === '' ? (labelOf(groups, lookedAt) ?? '') : about,
      minutes: minutes.trim() === '' ? 0 : Number(minutes),
      lookedAt: lookedAtOf(lookedAt),
    }));
  return readReview({ ...review, items });
};
