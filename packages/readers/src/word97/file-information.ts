import { UnreadableFile } from '../unreadable-file.ts';

/** The parts of the file information block that reading text needs. Offsets and lengths in bytes of the table stream. */
export interface FileInformation {
  readonly tableStream: '0Table' | '1Table';
  /** Characters of each story, in the order in which they stand in the text. */
  readonly characters: {
    readonly body: number;
    readonly footnotes: number;
    readonly headers: number;
    readonly macros: number;
    readonly annotations: number;
    readonly endnotes: number;
    readonly boxes: number;
  };
  readonly part: (index: number) => { readonly at: number; readonly bytes: number };
}

/** Positions in the table of parts. */
export const PART = { headers: 11, characterRuns: 12, paragraphRuns: 13, pieces: 33, lists: 73, listUses: 74 } as const;

const WORD_MARK = 0xa5ec;
/** Word 97; older versions keep their text in another way. */
const OLDEST_VERSION = 0xc1;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const PARTS_AT = 154;

export function readFileInformation(stream: DataView): FileInformation {
  if (stream.getUint16(0, true) !== WORD_MARK) throw new UnreadableFile('damaged');
  const flags = stream.getUint16(10, true);
  if ((flags & ENCRYPTED) !== 0) throw new UnreadableFile('encrypted');
  if (stream.getUint16(2, true) < OLDEST_VERSION) throw new UnreadableFile('unsupported');
  function count(at: number): number {
    return Math.max(0, stream.getInt32(at, true));
  }
  return {
    tableStream: (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table',
    characters: {
      body: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      macros: count(0x58),
      annotations: count(0x5c),
      endnotes: count(0x60),
      boxes: count(0x64),
    },
    part: (index) => ({ at: count(PARTS_AT + 8 * index), bytes: count(PARTS_AT + 8 * index + 4) }),
  };
}
