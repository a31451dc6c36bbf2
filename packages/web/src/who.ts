import type { Role } from '@qingzhuang/contract';
import { useSyncExternalStore } from 'react';

/** Who signed in here last, as far as the menu needs it before the server has answered. */
export interface Who {
  readonly person: string;
  readonly name: string;
  readonly county: string;
  readonly roles: readonly Role[];
}

const KEY = 'qingzhuang-who';

let current = load();
const listeners = new Set<() => void>();

// Whoever signs in or out in one tab does so in all of them.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) tell(load());
  });
}

/** Who is signed in; null when nobody is, and then not one request is made. */
export function useWho(): Who | null {
  return useSyncExternalStore(subscribe, readWho, () => null);
}

/** The same, outside of a page. */
export function readWho(): Who | null {
  return current;
}

/** Sets who is signed in, or with null that nobody is. */
export function rememberWho(who: Who | null): void {
  if (JSON.stringify(who) === JSON.stringify(current)) return;
  try {
    if (who === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(who));
  } catch {
    // A full or forbidden store: the menu is right until the page is closed.
  }
  tell(who);
}

function tell(who: Who | null): void {
  current = who;
  for (const listener of listeners) listener();
}

function load(): Who | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Who | null;
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
