/** Shapes that the API's description names: one Zod schema is the check, the type and the published schema. */
import { z } from 'zod';

export interface ShapeName {
  readonly id: string;
}

export const shapes = z.registry<ShapeName>();

/** Registers a shape under a name of its own. */
export const named = <T extends z.ZodType>(id: string, shape: T): T => {
  shapes.add(shape, { id });
  return shape;
};

export const day = z.iso.date();
export const instant = z.iso.datetime();

const place = z.string().max(200);

export const placeShape = place.describe(
  'Where: `state`, `county:NAME`, `unit:COUNTY/NAME`, `nation:NAME` or `partner:NAME`.',
);
