/** Runs in a module worker: documents are read and compared here, and nothing is uploaded. */
import { compareChain, type OfficialDocument, readDocument } from '@qingzhuang/analysis';
import { readBytes, UnreadableFile } from '@qingzhuang/readers';
import type { CompareOutcome, CompareRequest } from './compare-protocol.ts';

addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => void answer(data));

async function answer({ id, files }: CompareRequest): Promise<void> {
  postMessage({ id, ...(await compare(files)) });
}

async function compare(files: readonly File[]): Promise<CompareOutcome> {
  const documents: OfficialDocument[] = [];
  for (const [place, file] of files.entries()) {
    try {
      const { source } = await readBytes(new Uint8Array(await file.arrayBuffer()), file.name);
      documents.push(readDocument(source));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) reportError(error);
      return { kind: 'failed', file: place, code: error instanceof UnreadableFile ? error.code : 'crashed' };
    }
  }
  const levels = compareChain(documents).map((level, place) => ({
    ...level,
    fileName: files[place]?.name ?? '',
    title: documents[place]?.title ?? null,
    issuer: documents[place]?.header.issuer?.name ?? null,
  }));
  return { kind: 'compared', levels };
}
