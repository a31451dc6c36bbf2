import { z } from 'zod';

const MOST_ITEMS = 200;

/** The part of a list that is asked for. `cursor` is what the reply before gave as `next`. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(MOST_ITEMS).exactOptional().describe('一页的条数，缺省 50'),
  cursor: z.string().min(1).max(500).exactOptional().describe('上一页回复中的 next'),
};

/** What a list gives when nothing else is asked for. */
export const DEFAULT_ITEMS = 50;

/** A part of a list, and the cursor of the next part; null at the end. */
export function pageOf<Item extends z.ZodType>(
  item: Item,
): z.ZodObject<{ items: z.ZodArray<Item>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
