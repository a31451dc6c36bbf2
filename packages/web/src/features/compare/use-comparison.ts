import { useEffect, useRef, useState } from 'react';
import type { CompareOutcome, CompareReply } from './compare-protocol.ts';

/** What comes of these files, highest level first; null while it is worked out and while there are not two. */
export function useComparison(files: readonly File[]): CompareOutcome | null {
  const [answer, setAnswer] = useState<{ readonly files: readonly File[]; readonly outcome: CompareOutcome } | null>(
    null,
  );
  const lastId = useRef(0);
  useEffect(() => {
    if (files.length < 2) return;
    const id = ++lastId.current;
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module', name: 'compare' });
    worker.addEventListener('message', ({ data }: MessageEvent<CompareReply>) => {
      if (data.id === id) setAnswer({ files, outcome: data });
    });
    worker.addEventListener('error', () => setAnswer({ files, outcome: { kind: 'failed', file: 0, code: 'crashed' } }));
    worker.postMessage({ id, files });
    return () => worker.terminate();
  }, [files]);
  return answer?.files === files ? answer.outcome : null;
}
