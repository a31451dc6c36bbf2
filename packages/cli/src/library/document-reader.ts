import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';
import { createFingerprinter } from '@qingzhuang/analysis';
import { readBytes } from '@qingzhuang/readers';
import type { UnreadableReport } from '../checking/file-report.ts';
import { describeUnreadable, readWithinLimit } from '../checking/read-source.ts';
import { DIGEST_BYTES } from './library-contents.ts';

/** A file that may have to go into a library. */
export interface LibraryJob {
  /** As the person wrote it. */
  readonly path: string;
  readonly content: string;
  /** Digest of the file as the library has it. */
  readonly known: Uint8Array | null;
}

/** A document ready for a library. */
export interface ReadDocument {
  readonly ok: true;
  readonly size: number;
  readonly changedAt: number;
  readonly digest: Uint8Array;
  /** Null when the file is what the library has. */
  readonly text: { readonly frame: Uint8Array; readonly fingerprints: Uint32Array } | null;
}

/** The program of a thread that reads documents, for `makeParts`. */
export const READING_THREAD: URL = new URL('./worker-entry.js', import.meta.url);

/** The fastest level: on texts of a few pages the usual one saves two hundredths more and takes a third longer. */
const COMPRESSION = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

/** Answers a function that reads one document after another. Nothing is thrown. */
export function createDocumentReader(): (
  job: LibraryJob | UnreadableReport,
) => Promise<ReadDocument | UnreadableReport> {
  const fingerprint = createFingerprinter();
  return async (job) => {
    if ('ok' in job) return job;
    try {
      // Before its content: a file that changes while it is read is read again the next time.
      const { size, mtimeMs } = statSync(job.content);
      const bytes = readWithinLimit(job.content);
      const digest = createHash('sha256').update(bytes).digest().subarray(0, DIGEST_BYTES);
      const facts = { ok: true, size, changedAt: mtimeMs, digest } as const;
      if (job.known !== null && digest.equals(job.known)) return { ...facts, text: null };
      const { source } = await readBytes(bytes, job.path);
      const frame = zstdCompressSync(source.text, COMPRESSION);
      return { ...facts, text: { frame, fingerprints: fingerprint(source.text) } };
    } catch (error) {
      return describeUnreadable(job.path, error);
    }
  };
}
