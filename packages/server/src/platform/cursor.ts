import { DEFAULT_ITEMS, Refusal, type Page } from '@qingzhuang/contract';
import type { z } from 'zod';

/** Which part of a list was asked for. */
export interface PageRequest {
  readonly limit?: number;
  readonly cursor?: string;
}

/** The sort key of the last row of the page before, validated: a cursor comes from outside. */
export function readCursor<Key>({ cursor }: PageRequest, key: z.ZodType<Key>): Key | undefined {
  if (cursor === undefined) return undefined;
  const read = key.safeParse(parse(cursor));
  if (read.success) return read.data;
  throw new Refusal('invalid-input', { errors: [{ pointer: '/cursor', detail: '不是本接口给出的 next' }] });
}

/** How many rows to fetch: one more than the page holds, which tells whether there is a next page. */
export function rowsFor({ limit = DEFAULT_ITEMS }: PageRequest): number {
  return limit + 1;
}

/** The page, and the cursor of the next from the sort key of its last row. */
export function toPage<Row>(rows: readonly Row[], request: PageRequest, keyOf: (row: Row) => unknown): Page<Row> {
  const items = rows.slice(0, request.limit ?? DEFAULT_ITEMS);
  const last = items.at(-1);
  const next = rows.length > items.length && last !== undefined ? keyOf(last) : undefined;
  return { items, next: next === undefined ? null : Buffer.from(JSON.stringify(next)).toString('base64url') };
}

function parse(cursor: string): unknown {
  try {
    const text = Buffer.from(cursor, 'base64url').toString();
    // What was given out holds no character that must be escaped: the database has none of them.
    return text.includes('\\u') ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
