import { UnreadableFile } from '../unreadable-file.ts';

/** A stretch of text that stands in one place of the file. */
interface Piece {
  /** First character in the text, and one past the last. */
  readonly start: number;
  readonly end: number;
  readonly fileAt: number;
  readonly bytesEach: 1 | 2;
}

/** The text of all stories, and where in the file each character stands. */
export interface PieceText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly fileAtOf: (character: number) => number;
}

const PROPERTIES_MARK = 1;
const PIECES_MARK = 2;
const COMPRESSED = 0x40000000;

/** Puts the text together from the piece table, which keeps it out of order after quick saves. */
export function readPieces(stream: Uint8Array, table: DataView, at: number, bytes: number): PieceText {
  const pieces = readPieceTable(table, at, bytes);
  const text = pieces.map((piece) => decodePiece(stream, piece)).join('');
  return { text, pieces, fileAtOf: (character) => fileAtOf(pieces, character) };
}

function readPieceTable(table: DataView, start: number, bytes: number): Piece[] {
  let at = start;
  while (at < start + bytes && table.getUint8(at) === PROPERTIES_MARK) at += 3 + table.getUint16(at + 1, true);
  if (at >= start + bytes || table.getUint8(at) !== PIECES_MARK) throw new UnreadableFile('damaged');
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  const descriptors = first + 4 * (count + 1);

  const pieces: Piece[] = [];
  let expected = 0;
  for (let index = 0; index < count; index += 1) {
    const from = table.getUint32(first + 4 * index, true);
    const end = table.getUint32(first + 4 * index + 4, true);
    // Pieces follow each other without gaps; anything else could make a small file into an endless text.
    if (from !== expected || end <= from) throw new UnreadableFile('damaged');
    expected = end;
    const place = table.getUint32(descriptors + 8 * index + 2, true);
    const isCompressed = (place & COMPRESSED) !== 0;
    const fileAt = isCompressed ? (place & ~COMPRESSED) >>> 1 : place;
    pieces.push({ start: from, end, fileAt, bytesEach: isCompressed ? 1 : 2 });
  }
  return pieces;
}

function decodePiece(stream: Uint8Array, { start, end, fileAt, bytesEach }: Piece): string {
  const bytes = (end - start) * bytesEach;
  if (fileAt + bytes > stream.length) throw new UnreadableFile('damaged');
  const label = bytesEach === 1 ? 'windows-1252' : 'utf-16le';
  return new TextDecoder(label, { ignoreBOM: true }).decode(stream.subarray(fileAt, fileAt + bytes));
}

function fileAtOf(pieces: readonly Piece[], character: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= character) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined ? 0 : piece.fileAt + (character - piece.start) * piece.bytesEach;
}
