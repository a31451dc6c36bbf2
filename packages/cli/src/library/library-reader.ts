import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, zstdDecompressSync } from 'node:zlib';
import { FingerprintIndex, type IndexParts } from '@qingzhuang/analysis';
import { createProgress, NO_PROGRESS, type Progress } from '../checking/progress.ts';
import { systemCodeOf, UsageError } from '../failures.ts';
import type { Terminal } from '../terminal.ts';
import { DIGEST_BYTES, type EntryColumns, entryAt, type LibraryEntry } from './library-contents.ts';
import { assertHeader, HEADER_BYTES, readTable, type Section, UnusableLibrary } from './library-format.ts';

/** Pieces are checked while they are in the cache of the processor's neighbour, the memory. */
const PIECE_BYTES = 16 * 1024 * 1024;

/** What an open library consists of: plain data, its arrays in memory that threads share. */
export interface SharedLibrary {
  /** Descriptor of the open file, which is the process's. */
  readonly file: number;
  readonly parts: IndexParts;
  readonly columns: EntryColumns;
}

/** A library whose index is in memory; the texts are read from the file when they are asked for. */
export interface Library {
  readonly shared: SharedLibrary;
  readonly index: FingerprintIndex;
  /** In the order of their numbers. */
  readonly keys: readonly string[];
  /** Undefined for a key that the library does not have. */
  find(key: string): LibraryEntry | undefined;
  /** The text of a document. Throws `UnusableLibrary` when it is damaged. */
  textOf(key: string): string;
  /** The text as it lies in the file. */
  frameOf(entry: LibraryEntry): Uint8Array;
  close(): void;
}

/** Told in how many steps a library is read, answers what is told of each: a large one takes seconds. */
export type StartProgress = (steps: number) => Pick<Progress, 'advance'>;

/** Reads a file that `LibraryWriter` wrote. Throws `UnusableLibrary` for any other. */
export function openLibrary(path: string, startProgress: StartProgress = () => NO_PROGRESS): Library {
  const file = openFile(path);
  try {
    return libraryOf({ file, ...readSections(new LibraryFile(file), startProgress) });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** A library that a person named, with a bar while it is read. Throws `UsageError` when it is none. */
export function openNamed(name: string, terminal: Terminal): Library {
  let progress = NO_PROGRESS;
  try {
    return openLibrary(resolve(terminal.directory, name), (steps) => {
      progress = createProgress(steps, terminal, { label: '打开文库' });
      return progress;
    });
  } catch (error) {
    throw error instanceof UnusableLibrary ? refusalOf(name, error) : error;
  } finally {
    progress.clear();
  }
}

/** What a person is told of a library that cannot be used. */
export function refusalOf(name: string, { message, code }: UnusableLibrary): UsageError {
  return new UsageError(`用不了 ${name}：${message}（${code}）。`);
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new UnusableLibrary(systemCodeOf(error) === 'ENOENT' ? 'not-found' : 'no-permission', error);
  }
}

function readSections(file: LibraryFile, startProgress: StartProgress): Omit<SharedLibrary, 'file'> {
  const table = file.table();
  const sections = new Map(table.sections.map((section) => [section.name, section]));
  const progress = startProgress(sections.size);
  function bytes(name: string, length?: number): Uint8Array {
    const read = file.section(sections.get(name), length);
    progress.advance();
    return read;
  }
  const { documents } = table;
  const keys = splitKeys(bytes('keys'), documents);
  const columns: EntryColumns = {
    starts: new Float64Array(bytes('starts', 8 * documents).buffer),
    bytes: new Uint32Array(bytes('bytes', 4 * documents).buffer),
    sizes: new Float64Array(bytes('sizes', 8 * documents).buffer),
    changedAt: new Float64Array(bytes('changedAt', 8 * documents).buffer),
    digests: bytes('digests', DIGEST_BYTES * documents),
  };
  const parts = Array.from({ length: table.parts }, (_, number) => {
    const fingerprints = bytes(`fingerprints-${number}`);
    const holders = bytes(`documents-${number}`, fingerprints.length);
    return { fingerprints: new Uint32Array(fingerprints.buffer), documents: new Uint32Array(holders.buffer) };
  });
  return { parts: { keys, parts }, columns };
}

/** The library that another thread has open; it can be used as long as it is open there. */
export function libraryOf(shared: SharedLibrary): Library {
  const { parts, columns } = shared;
  const file = new LibraryFile(shared.file);
  const numbers = new Map(parts.keys.map((key, number) => [key, number]));
  function find(key: string): LibraryEntry | undefined {
    const number = numbers.get(key);
    return number === undefined ? undefined : entryAt(columns, number);
  }
  return {
    shared,
    index: FingerprintIndex.fromParts(parts),
    keys: parts.keys,
    find,
    textOf: (key) => file.text(find(key)),
    frameOf: ({ start, bytes }) => file.read(start, bytes),
    close: () => file.close(),
  };
}

function splitKeys(bytes: Uint8Array, documents: number): string[] {
  const keys = documents === 0 ? [] : Buffer.from(bytes.buffer).toString('utf8').split('\0');
  if (keys.length !== documents) throw new UnusableLibrary('damaged');
  return keys;
}

/** The open file: every stretch is read whole or refused. */
class LibraryFile {
  private readonly file: number;
  private readonly size: number;

  constructor(file: number) {
    this.file = file;
    const status = fstatSync(file);
    if (!status.isFile()) throw new UnusableLibrary('foreign');
    this.size = status.size;
  }

  table(): ReturnType<typeof readTable> {
    assertHeader(this.read(0, Math.min(this.size, HEADER_BYTES)));
    return readTable(this.size, (start, bytes) => this.read(start, bytes));
  }

  /** A section whose checksum is right, and whose length where it is known. */
  section(section: Section | undefined, length?: number): Uint8Array {
    if (section === undefined) throw new UnusableLibrary('damaged');
    if (section.bytes !== (length ?? section.bytes)) throw new UnusableLibrary('damaged');
    const bytes = new Uint8Array(new SharedArrayBuffer(section.bytes));
    let checksum = 0;
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      this.fill(piece, section.start + from);
      checksum = crc32(piece, checksum);
    }
    if (checksum !== section.checksum) throw new UnusableLibrary('damaged');
    return bytes;
  }

  text(entry: LibraryEntry | undefined): string {
    if (entry === undefined) throw new UnusableLibrary('damaged');
    const frame = this.read(entry.start, entry.bytes);
    try {
      return zstdDecompressSync(frame).toString('utf8');
    } catch (error) {
      throw new UnusableLibrary('damaged', error);
    }
  }

  read(start: number, bytes: number): Buffer {
    if (start + bytes > this.size) throw new UnusableLibrary('damaged');
    const buffer = Buffer.allocUnsafe(bytes);
    this.fill(buffer, start);
    return buffer;
  }

  close(): void {
    closeSync(this.file);
  }

  private fill(bytes: Uint8Array, start: number): void {
    for (let from = 0; from < bytes.length;) {
      const read = readSync(this.file, bytes, from, bytes.length - from, start + from);
      if (read === 0) throw new UnusableLibrary('truncated');
      from += read;
    }
  }
}
