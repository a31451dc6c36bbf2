import { useMemo, useState } from 'react';
import type { Fill } from '../../fills.ts';
import { isFrozen, movedRows, type MovedRow } from './moved.ts';

export interface Moved {
  readonly rows: readonly MovedRow[];
  /** The clerk has looked at them. */
  readonly looked: () => void;
}

/** What has changed in a form since its clerk first saw it here, be it on a copy of his last visit. */
export function useMoved(server: Fill): Moved {
  const [shown, setShown] = useState(server);
  // What was handed in and is opened again begins anew.
  if (shown !== server && (isFrozen(shown) || isFrozen(server))) setShown(server);
  const rows = useMemo(() => movedRows(shown, server), [shown, server]);
  return { rows, looked: () => setShown(server) };
}
