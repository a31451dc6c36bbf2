import { Inflate } from 'fflate';
import { MOST_PACKAGE_BYTES, MOST_PACKAGE_ENTRIES, MOST_PART_BYTES, MOST_RATIO, RATIO_FLOOR_BYTES } from './limits.ts';
import { UnreadableFile } from './unreadable-file.ts';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** Deflate unpacks at most 1,032 times, so one step never yields more than about 16 MB. */
const STEP_BYTES = 16 * 1024;

/**
 * Opens a zip package without unpacking anything; parts are unpacked one by one when asked for.
 * Names are compared without regard to case, leading slash and kind of slash.
 */
export class ZipPackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #unpacked = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = new Map(readDirectory(bytes).map((entry) => [entryKey(entry.name), entry]));
  }

  /** Names as they stand in the package, with forward slashes. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.#entries.has(entryKey(name));
  }

  /** Unpacks one part. Throws `encrypted`, `damaged` or `too-large`; undefined when there is no such part. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(entryKey(name));
    if (entry === undefined) return undefined;
    if (entry.encrypted) throw new UnreadableFile('encrypted');
    assertUnpackable(entry);
    const packed = packedPart(this.#bytes, entry);
    const part = entry.method === STORED ? packed : inflate(packed, entry.bytes);
    this.#unpacked += part.length;
    if (this.#unpacked > MOST_PACKAGE_BYTES) throw new UnreadableFile('too-large');
    return part;
  }
}

function entryKey(name: string): string {
  return name.replace(/^\/+/u, '').toLowerCase();
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_PACKAGE_ENTRIES) throw new UnreadableFile('too-large');

  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new UnreadableFile('damaged');
    const nameBytes = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameBytes));
    if (!name.endsWith('/')) entries.push(readEntry(view, at, name));
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(view: DataView, at: number, name: string): ZipEntry {
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true),
  };
}

/** The end record is searched from the end because a comment may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new UnreadableFile('damaged');
}

function decodeName(bytes: Uint8Array): string {
  // Old Chinese tools write names in GBK without saying so, and the flag for UTF-8 is often missing or wrong.
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    name = new TextDecoder('gb18030').decode(bytes);
  }
  return name.replaceAll('\\', '/');
}

function assertUnpackable({ method, bytes, packedBytes }: ZipEntry): void {
  if (method !== STORED && method !== DEFLATED) throw new UnreadableFile('damaged');
  if (bytes > MOST_PART_BYTES) throw new UnreadableFile('too-large');
  if (bytes > RATIO_FLOOR_BYTES && bytes > packedBytes * MOST_RATIO) throw new UnreadableFile('too-large');
}

function packedPart(bytes: Uint8Array, { headerAt, packedBytes }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_SIGNATURE) {
    throw new UnreadableFile('damaged');
  }
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + packedBytes > bytes.length) throw new UnreadableFile('damaged');
  return bytes.subarray(start, start + packedBytes);
}

/** Inflates step by step and stops as soon as more comes out than the directory declared. */
function inflate(packed: Uint8Array, declaredBytes: number): Uint8Array {
  const part = new Uint8Array(declaredBytes);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > declaredBytes) throw new UnreadableFile('too-large');
    part.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP_BYTES) {
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('damaged', { cause: error });
  }
  if (length !== declaredBytes) throw new UnreadableFile('damaged');
  return part;
}
