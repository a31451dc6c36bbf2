/** Queries whose answer is kept on the device and shown again when there is no network. */
import { Refusal } from '@qingzhuang/contract';
import { hashKey, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { now } from '../clock.ts';
import { readWho } from '../who.ts';
import { type Copy, dropCopy, keepCopy, readCopy } from './copies.ts';
import { useLine } from './line.ts';

interface CopiedQuery<Value> {
  readonly queryKey: readonly string[];
  readonly queryFn: (context: { readonly client: QueryClient }) => Promise<Value>;
  readonly meta: { readonly isCopied: true };
}

/**
 * Options of a query that shows the copy of the last visit at once, then what the server says; without a network the
 * copy stays. A record that the person may no longer see is forgotten.
 */
export function copied<Value>(queryKey: readonly string[], ask: () => Promise<Value>): CopiedQuery<Value> {
  const name = hashKey(queryKey);
  return {
    queryKey,
    meta: { isCopied: true },
    async queryFn({ client }) {
      const person = readWho()?.person;
      if (person !== undefined && client.getQueryData(queryKey) === undefined) {
        const copy = await readCopy(person, name, now());
        if (copy !== null) client.setQueryData(queryKey, copy.value, { updatedAt: Date.parse(copy.at) });
      }
      try {
        const value = await ask();
        await keep(name, value);
        return value;
      } catch (error) {
        if (person !== undefined && error instanceof Refusal) await dropCopy(person, name);
        throw error;
      }
    },
  };
}

/** Fetches what may be needed without a network and keeps it, unless there is a copy younger than so many minutes. */
export async function copyAhead<Value>(
  queryKey: readonly string[],
  ask: () => Promise<Value>,
  freshMinutes: number,
): Promise<void> {
  const person = readWho()?.person;
  if (person === undefined) return;
  const name = hashKey(queryKey);
  const copy = await readCopy(person, name, now());
  if (copy !== null && now().getTime() - Date.parse(copy.at) < freshMinutes * 60_000) return;
  await keep(name, await ask());
}

// Whoever signed in first on this page is known only after the first reply.
async function keep(name: string, value: unknown): Promise<void> {
  const person = readWho()?.person;
  if (person !== undefined) await keepQuietly(person, name, { value, at: now().toISOString() });
}

/** Keeps what this person has read in another way than by a query of his. */
export function keepAs(person: string, queryKey: readonly string[], copy: Copy): Promise<void> {
  return keepQuietly(person, hashKey(queryKey), copy);
}

async function keepQuietly(person: string, name: string, copy: Copy): Promise<void> {
  try {
    await keepCopy(person, name, copy);
  } catch {
    // A full disk: the page works, without a copy for later.
  }
}

/** Whether a query is kept on the device. */
export function isCopy({ meta }: Pick<Query, 'meta'>): boolean {
  return meta?.['isCopied'] === true;
}

/** From when the oldest copy on the page is, RFC 3339; null with a line, or when nothing on the page is a copy. */
export function useCopyTime(): string | null {
  const queries = useQueryClient();
  const isUp = useLine();
  const oldest = useSyncExternalStore(
    (listener) => queries.getQueryCache().subscribe(listener),
    () => oldestCopy(queries),
  );
  return isUp || oldest === null ? null : new Date(oldest).toISOString();
}

function oldestCopy(queries: QueryClient): number | null {
  const shown = queries.getQueryCache().findAll({ type: 'active', predicate: isCopy });
  const times = shown.map(({ state }) => state.dataUpdatedAt).filter((at) => at > 0);
  return times.length === 0 ? null : Math.min(...times);
}
