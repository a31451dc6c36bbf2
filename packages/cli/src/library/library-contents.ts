import type { IndexParts } from '@qingzhuang/analysis';

/** Bytes of a digest of a source file. */
export const DIGEST_BYTES = 16;

/** Where the text of a document lies in the library, and the file that it was read from. */
export interface LibraryEntry {
  /** Offset and length of the compressed text in the library. */
  readonly start: number;
  readonly bytes: number;
  /** Of the source file: bytes, and milliseconds of its last change. */
  readonly size: number;
  readonly changedAt: number;
  /** The first `DIGEST_BYTES` of the SHA-256 of the source file. */
  readonly digest: Uint8Array;
}

/** Everything of a library but its texts. The entries stand in the order of the keys of the index. */
export interface LibraryContents {
  readonly parts: IndexParts;
  readonly entries: readonly LibraryEntry[];
}

/** The same for all documents in parallel arrays: a million entries as objects would take as much as the index. */
export interface EntryColumns {
  readonly starts: Float64Array;
  readonly bytes: Uint32Array;
  readonly sizes: Float64Array;
  readonly changedAt: Float64Array;
  readonly digests: Uint8Array;
}

export function toColumns(entries: readonly LibraryEntry[]): EntryColumns {
  const digests = new Uint8Array(entries.length * DIGEST_BYTES);
  for (const [number, { digest }] of entries.entries()) digests.set(digest, number * DIGEST_BYTES);
  return {
    starts: Float64Array.from(entries, ({ start }) => start),
    bytes: Uint32Array.from(entries, ({ bytes }) => bytes),
    sizes: Float64Array.from(entries, ({ size }) => size),
    changedAt: Float64Array.from(entries, ({ changedAt }) => changedAt),
    digests,
  };
}

/** The entry of a document by its number. */
export function entryAt({ starts, bytes, sizes, changedAt, digests }: EntryColumns, number: number): LibraryEntry {
  return {
    start: starts[number] ?? 0,
    bytes: bytes[number] ?? 0,
    size: sizes[number] ?? 0,
    changedAt: changedAt[number] ?? 0,
    digest: digests.subarray(number * DIGEST_BYTES, (number + 1) * DIGEST_BYTES),
  };
}
