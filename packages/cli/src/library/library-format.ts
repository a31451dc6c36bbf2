/**
 * The file of a library. Header: 8 bytes of magic, version of the format, 4 bytes of zero. Then the texts, each a Zstandard frame with
 * its own checksum; then the sections of the index, each at a multiple of 8; then the table of the sections as JSON;
 * then the trailer: offset, length and CRC-32 of the table, length of the file, magic. Numbers are little-endian.
 */
import { crc32 } from 'node:zlib';

const FORMAT_VERSION = 1;
export const HEADER_BYTES = 16;
const TRAILER_BYTES = 32;

/** Like that of PNG: a byte that no text holds, and line ends that a careless transfer would change. */
const MAGIC = Buffer.from([0x89, 0x51, 0x5a, 0x4c, 0x42, 0x0d, 0x0a, 0x1a]);

/** Why a file cannot be used as a library. */
export type LibraryFault = 'not-found' | 'no-permission' | 'foreign' | 'newer' | 'truncated' | 'damaged';

const SENTENCES: Readonly<Record<LibraryFault, string>> = {
  'not-found': '没有这个文件',
  'no-permission': '读取失败',
  foreign: '不是文库文件',
  newer: '由更新的版本写成，请先升级本程序',
  truncated: '不完整，可能没有复制完',
  damaged: '内容损坏，请重新建立',
};

/** A file that is no whole library of this format. The message is a Chinese sentence without the path. */
export class UnusableLibrary extends Error {
  override readonly name = 'UnusableLibrary';
  readonly code: LibraryFault;

  constructor(code: LibraryFault, cause?: unknown) {
    super(SENTENCES[code], { cause });
    this.code = code;
  }
}

/** A stretch of the file and the CRC-32 of its bytes. */
export interface Section {
  readonly name: string;
  readonly start: number;
  readonly bytes: number;
  readonly checksum: number;
}

/** What the file holds and where. */
export interface SectionTable {
  readonly documents: number;
  /** Sorted parts of the postings. */
  readonly parts: number;
  readonly sections: readonly Section[];
}

export function formatHeader(): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(FORMAT_VERSION, MAGIC.length);
  return header;
}

/** Throws `UnusableLibrary` for the beginning of any other file. */
export function assertHeader(header: Buffer): void {
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
    throw new UnusableLibrary('foreign');
  if (header.readUInt32LE(MAGIC.length) > FORMAT_VERSION) throw new UnusableLibrary('newer');
}

/** The table and the trailer as they follow the sections at `start`. */
export function formatEnd(table: SectionTable, start: number): Buffer {
  const json = Buffer.from(JSON.stringify(table));
  const trailer = Buffer.alloc(TRAILER_BYTES);
  trailer.writeDoubleLE(start, 0);
  trailer.writeUInt32LE(json.length, 8);
  trailer.writeUInt32LE(crc32(json), 12);
  trailer.writeDoubleLE(start + json.length + TRAILER_BYTES, 16);
  MAGIC.copy(trailer, 24);
  return Buffer.concat([json, trailer]);
}

/** Reads the table of a file of `size` bytes. Throws `UnusableLibrary` when the end is missing or not as written. */
export function readTable(size: number, read: (start: number, bytes: number) => Buffer): SectionTable {
  if (size < HEADER_BYTES + TRAILER_BYTES) throw new UnusableLibrary('truncated');
  const trailer = read(size - TRAILER_BYTES, TRAILER_BYTES);
  if (!trailer.subarray(24).equals(MAGIC) || trailer.readDoubleLE(16) !== size) throw new UnusableLibrary('truncated');
  const [start, bytes] = [trailer.readDoubleLE(0), trailer.readUInt32LE(8)];
  if (start + bytes + TRAILER_BYTES !== size || start < HEADER_BYTES) throw new UnusableLibrary('damaged');
  const json = read(start, bytes);
  if (crc32(json) !== trailer.readUInt32LE(12)) throw new UnusableLibrary('damaged');
  return parseTable(json, start);
}

/** The checksum guards against accidents only: sections outside the file are refused before memory is asked for them. */
function parseTable(json: Buffer, end: number): SectionTable {
  const table = JSON.parse(json.toString('utf8')) as SectionTable;
  const fits = table.sections.every(
    ({ start, bytes }) => start >= HEADER_BYTES && start % 8 === 0 && bytes >= 0 && start + bytes <= end,
  );
  if (!fits) throw new UnusableLibrary('damaged');
  return table;
}
