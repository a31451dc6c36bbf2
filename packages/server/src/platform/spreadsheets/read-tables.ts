import { Refusal } from '@qingzhuang/contract';
import { createWorkerPool } from '../worker-pool.ts';
import type { TableAnswer, TableRow, TableTask } from './worker.ts';

const WORKER = {
  script: new URL('worker.ts', import.meta.url),
  size: 1,
  mostWaiting: 1,
  timeLimitMs: 10_000,
  mostMegabytes: 512,
};

/**
 * The tables of a workbook or of separated text, in a worker of its own: imports are rare, and a hostile file may cost
 * seconds, by default ten at most. Cells come trimmed, without the guard against formulas. Refuses what cannot be read.
 */
export async function readTables(
  content: File | string,
  timeLimitMs = WORKER.timeLimitMs,
): Promise<readonly (readonly TableRow[])[]> {
  const bytes: TableTask =
    typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(await content.arrayBuffer());
  if (bytes.length === 0) throw new Refusal('empty');
  const readers = createWorkerPool<TableTask, TableAnswer>({ ...WORKER, timeLimitMs });
  try {
    const answer = await readers.run(bytes, [bytes.buffer]);
    if ('refusal' in answer) throw new Refusal(answer.refusal);
    return answer.tables;
  } finally {
    await readers.stop();
  }
}
