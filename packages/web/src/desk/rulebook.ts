import { useSyncExternalStore } from 'react';
import { queue } from './app-desk.ts';
import type { Rulebook } from './check-protocol.ts';

let rulebook: Rulebook | null = null;
let asked = false;
const listeners = new Set<() => void>();

/** The rules and profiles the checker knows; null until the worker has told them. The rules live in the worker only. */
export function useRulebook(): Rulebook | null {
  return useSyncExternalStore(
    subscribe,
    () => rulebook,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!asked) {
    asked = true;
    void queue.describe().then((answer) => {
      rulebook = answer;
      asked = answer !== null;
      for (const each of listeners) each();
    });
  }
  return () => listeners.delete(listener);
}
