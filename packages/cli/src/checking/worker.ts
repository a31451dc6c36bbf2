/** A thread that makes parts; it answers every batch with its parts in the same order. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Input } from './inputs.ts';
import { createPartMakerFrom, type Part, type PartSettings } from './part-maker.ts';

const makePart = await createPartMakerFrom(workerData as PartSettings);
parentPort?.postMessage('ready');

parentPort?.on('message', (batch: readonly Input[]) => void answer(batch));

async function answer(batch: readonly Input[]): Promise<void> {
  const parts: Part[] = [];
  for (const input of batch) parts.push(await makePart(input));
  parentPort?.postMessage(parts);
}
