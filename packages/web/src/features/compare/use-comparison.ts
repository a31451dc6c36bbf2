import { useEffect, useRef, useState } from 'react';
import type { CompareOutcome, CompareReply } from './compare-protocol.ts';

/** What the person has put on the table. */
export interface Table {
  readonly files: readonly File[];
  /** The order is the person's; else the levels of the issuers decide. */
  readonly inGivenOrder: boolean;
}

/** What comes of these files; null while it is worked out and while there are not two. */
export function useComparison(table: Table): CompareOutcome | null {
  const [answer, setAnswer] = useState<{ readonly table: Table; readonly outcome: CompareOutcome } | null>(null);
  const lastId = useRef(0);
  useEffect(() => {
    if (table.files.length < 2) return;
    const id = ++lastId.current;
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module', name: 'compare' });
    worker.addEventListener('message', ({ data }: MessageEvent<CompareReply>) => {
      if (data.id === id) setAnswer({ table, outcome: data });
    });
    worker.addEventListener('error', () => setAnswer({ table, outcome: { kind: 'failed', file: 0, code: 'crashed' } }));
    worker.postMessage({ id, ...table });
    return () => worker.terminate();
  }, [table]);
  return answer?.table === table ? answer.outcome : null;
}
