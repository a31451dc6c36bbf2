import { useSyncExternalStore } from 'react';
import { readPreferences } from '../ui/preferences.ts';
import { createCheckQueue } from './check-queue.ts';
import { createDeskSession, type DeskState } from './desk-session.ts';
import { browserStore } from './desk-store.ts';

export const queue = createCheckQueue(
  () => new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module', name: 'check' }),
);

/** The one desk of the app: it lives as long as the page. */
export const desk = createDeskSession({
  queue,
  store: browserStore,
  profile: () => readPreferences().profile,
  newId,
});

export function useDesk(): DeskState {
  return useSyncExternalStore(desk.subscribe, desk.read);
}

// `crypto.randomUUID` is missing where a county serves the page over plain HTTP.
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
