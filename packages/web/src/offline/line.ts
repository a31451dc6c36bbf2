/** Whether the server can be reached, as far as the last request has shown. */
import { useSyncExternalStore } from 'react';

let isUp = true;
const listeners = new Set<() => void>();

/** Whether the last request has reached the server. */
export function useLine(): boolean {
  return useSyncExternalStore(onLine, hasLine, () => true);
}

export function hasLine(): boolean {
  return isUp;
}

/** Tells when the line has gone or come back; the result ends it. */
export function onLine(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Notes what a request has shown. */
export function noteLine(reached: boolean): void {
  if (reached === isUp) return;
  isUp = reached;
  for (const listener of listeners) listener();
}
