/** A thread that reads documents; it answers every batch with what it read in the same order. */
import { parentPort } from 'node:worker_threads';
import type { UnreadableReport } from '../checking/file-report.ts';
import { createDocumentReader, type LibraryJob, type ReadDocument } from './document-reader.ts';

const readDocument = createDocumentReader();
parentPort?.postMessage('ready');

parentPort?.on('message', (batch: readonly (LibraryJob | UnreadableReport)[]) => void answer(batch));

async function answer(batch: readonly (LibraryJob | UnreadableReport)[]): Promise<void> {
  const documents: (ReadDocument | UnreadableReport)[] = [];
  for (const job of batch) documents.push(await readDocument(job));
  parentPort?.postMessage(documents);
}
