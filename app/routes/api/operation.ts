/** One thing a program can ask: its address, its question, its answer. Loaders and the published description share it. */
import type { z } from 'zod';
import { type Permission, whoCan } from '../../commons/permissions/permission.ts';

export interface Operation<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  A extends z.ZodType = z.ZodType,
> {
  /** `listMeasures` */
  readonly id: string;
  /** `/api/v1/measures/{measure}` */
  readonly path: string;
  /** One line. */
  readonly summary: string;
  /** What a reader must know besides, in plain words. */
  readonly description: string;
  /** What the token’s roles must give, one of them; none where any token will do. */
  readonly needs: readonly Permission[];
  readonly params: P;
  readonly query: Q;
  readonly answer: A;
}

/** Keeps the exact shapes for the loader that answers it. */
export const operation = <P extends z.ZodObject, Q extends z.ZodObject, A extends z.ZodType>(
  one: Operation<P, Q, A>,
): Operation<P, Q, A> => one;

/** “An analyst or an administrator can.” */
export const whoMayAsk = ({ needs }: Pick<Operation, 'needs'>): string =>
  needs.length === 0
    ? 'Any token will do.'
    : whoCan({ mayBeDoneBy: [...new Set(needs.flatMap(({ mayBeDoneBy }) => mayBeDoneBy))] });
