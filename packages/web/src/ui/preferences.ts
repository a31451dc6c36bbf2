import { useSyncExternalStore } from 'react';

/** Choices that outlive a visit. They stay in this browser. */
export interface Preferences {
  readonly language: 'zh' | 'en';
  readonly scheme: 'system' | 'light' | 'dark';
  /** Name of the preset the checker applies on top of `recommended`, or null. */
  readonly profile: string | null;
  /** Text typed or pasted that has not been checked yet. */
  readonly draft: string;
}

const KEY = 'qingzhuang-preferences';
const DEFAULTS: Preferences = { language: 'zh', scheme: 'system', profile: null, draft: '' };

let current = load();
const listeners = new Set<() => void>();

/** The preferences and a function that changes some of them; every reader sees the change at once. */
export function usePreferences(): readonly [Preferences, typeof changePreferences] {
  return [useSyncExternalStore(subscribe, readPreferences, readDefaults), changePreferences];
}

export function readPreferences(): Preferences {
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A full or forbidden store: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

function load(): Preferences {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return { ...DEFAULTS, ...stored };
  } catch {
    return DEFAULTS;
  }
}

function readDefaults(): Preferences {
  return DEFAULTS;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
