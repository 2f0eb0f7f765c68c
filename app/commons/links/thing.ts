/** What a link can point from and to: a kind and the id it has in its room. Rooms need not know each other for it. */

export const thingKinds = ['value', 'measure', 'decision', 'review', 'voice', 'course-change'] as const;

export type ThingKind = (typeof thingKinds)[number];

export interface Thing<K extends ThingKind = ThingKind> {
  readonly kind: K;
  readonly id: string;
}

export const thing = <K extends ThingKind>(kind: K, id: string): Thing<K> => ({ kind, id });
