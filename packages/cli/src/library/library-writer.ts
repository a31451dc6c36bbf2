import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { systemCodeOf, UsageError } from '../failures.ts';
import { type LibraryContents, toColumns } from './library-contents.ts';
import { formatEnd, formatHeader, type Section } from './library-format.ts';

/** Texts are a few hundred bytes each: they are gathered before they are written. */
const BUFFER_BYTES = 4 * 1024 * 1024;
/** One call to the system writes at most 2 GB. */
const PIECE_BYTES = 64 * 1024 * 1024;

/** Writes a library beside the place where it will stand; until `finish` an older one is untouched. */
export class LibraryWriter {
  private readonly path: string;
  private readonly temporary: string;
  private file: number | null;
  private readonly buffer = Buffer.alloc(BUFFER_BYTES);
  private buffered = 0;
  private written = 0;

  /** Throws `UsageError` where nothing can be written. */
  constructor(path: string) {
    this.path = path;
    this.temporary = join(dirname(path), `${temporaryPrefix(path)}${process.pid}.tmp`);
    try {
      removeLeftOvers(path);
      this.file = openSync(this.temporary, 'w');
    } catch (error) {
      throw toUsageError(error);
    }
    this.write(formatHeader());
  }

  /** Appends a compressed text; its place goes into the entry. */
  addText(frame: Uint8Array): { readonly start: number; readonly bytes: number } {
    const start = this.length;
    this.write(frame);
    return { start, bytes: frame.length };
  }

  /** Writes everything else, waits until all is on the disk, and puts the file in its place. */
  finish({ parts, entries }: LibraryContents): void {
    const sections: Section[] = [];
    this.section(sections, 'keys', Buffer.from(parts.keys.join('\0')));
    for (const [name, column] of Object.entries(toColumns(entries))) {
      this.section(sections, name, column as Float64Array | Uint32Array | Uint8Array);
    }
    for (const [number, { fingerprints, documents }] of parts.parts.entries()) {
      this.section(sections, `fingerprints-${number}`, fingerprints);
      this.section(sections, `documents-${number}`, documents);
    }
    const table = { documents: entries.length, parts: parts.parts.length, sections };
    this.align();
    this.write(formatEnd(table, this.length));
    this.flush();
    try {
      fsyncSync(this.file ?? -1);
      this.close();
      renameSync(this.temporary, this.path);
      syncFolder(dirname(this.path));
    } catch (error) {
      throw toUsageError(error);
    }
  }

  /** Removes what was written. */
  abandon(): void {
    this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private get length(): number {
    return this.written + this.buffered;
  }

  private section(sections: Section[], name: string, array: ArrayBufferView): void {
    this.align();
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    sections.push({ name, start: this.length, bytes: bytes.length, checksum: crc32(bytes) });
    this.write(bytes);
  }

  /** Typed arrays begin at a multiple of their widest element. */
  private align(): void {
    this.write(new Uint8Array((8 - (this.length % 8)) % 8));
  }

  private write(bytes: Uint8Array): void {
    if (this.buffered + bytes.length > BUFFER_BYTES) this.flush();
    if (bytes.length > BUFFER_BYTES) this.writeOut(bytes);
    else {
      this.buffer.set(bytes, this.buffered);
      this.buffered += bytes.length;
    }
  }

  private flush(): void {
    const { buffered } = this;
    this.buffered = 0;
    this.writeOut(this.buffer.subarray(0, buffered));
  }

  private writeOut(bytes: Uint8Array): void {
    try {
      for (let from = 0; from < bytes.length;) {
        from += writeSync(this.file ?? -1, bytes, from, Math.min(PIECE_BYTES, bytes.length - from));
      }
    } catch (error) {
      throw toUsageError(error);
    }
    this.written += bytes.length;
  }
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** What a program that was killed left behind; that of a running one stays. */
function removeLeftOvers(path: string): void {
  const prefix = temporaryPrefix(path);
  for (const name of readdirSync(dirname(path))) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.tmp$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) === 'EPERM';
  }
}

/** The new name is safe only when the folder is on the disk; not every system can be asked for that. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function toUsageError(error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  return new UsageError(`写不了文库文件（${systemCodeOf(error) ?? '未知原因'}）。`);
}
