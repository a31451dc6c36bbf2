import { countLists, type List, type ListLevel, type Numbering } from '../lists/numbering.ts';
import { PART, type FileInformation } from './file-information.ts';

/** Names of number formats by their code in the file. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [16, 'japaneseLegal'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
]);
const SUFFIXES = ['tab', 'space', 'nothing'] as const;

const DEFINITION_BYTES = 28;
const USE_BYTES = 16;
const LEVEL_BYTES = 28;
const SIMPLE = 1;
const ARABIC = 4;
const NO_RESTART = 8;

/** Reads forward through a view. */
interface Cursor {
  at: number;
}

/** Reads the lists of a document; broken definitions leave the text without labels rather than unread. */
export function readLists(table: DataView, information: FileInformation): Numbering {
  try {
    return countLists(readListUses(table, information));
  } catch (error) {
    if (error instanceof RangeError) return countLists(new Map());
    throw error;
  }
}

function readListUses(table: DataView, information: FileInformation): Map<string, List> {
  const lists = new Map<string, List>();
  const { at, bytes } = information.part(PART.listUses);
  if (bytes < 4) return lists;
  const definitions = readDefinitions(table, information);
  const count = Math.min(table.getUint32(at, true), Math.floor((table.byteLength - at - 4) / USE_BYTES));
  const cursor: Cursor = { at: at + 4 + USE_BYTES * count };
  for (let index = 0; index < count; index += 1) {
    const use = at + 4 + USE_BYTES * index;
    const key = String(table.getInt32(use, true));
    const startOverrides = readOverrides(table, cursor, table.getUint8(use + 12));
    const levels = definitions.get(key);
    if (levels !== undefined) lists.set(String(index + 1), { counterKey: key, levels, startOverrides });
  }
  return lists;
}

function readOverrides(table: DataView, cursor: Cursor, count: number): Map<number, number> {
  const starts = new Map<number, number>();
  cursor.at += 4;
  for (let index = 0; index < count; index += 1) {
    const start = table.getInt32(cursor.at, true);
    const flags = table.getUint32(cursor.at + 4, true);
    cursor.at += 8;
    if ((flags & 0x20) !== 0) readLevel(table, cursor);
    if ((flags & 0x10) !== 0) starts.set(flags & 0xf, start);
  }
  return starts;
}

function readDefinitions(table: DataView, information: FileInformation): Map<string, Map<number, ListLevel>> {
  const definitions = new Map<string, Map<number, ListLevel>>();
  const { at, bytes } = information.part(PART.lists);
  if (bytes < 2) return definitions;
  const count = table.getUint16(at, true);
  // The levels stand behind the definitions, outside the length that the part declares.
  const cursor: Cursor = { at: at + 2 + DEFINITION_BYTES * count };
  for (let index = 0; index < count; index += 1) {
    const definition = at + 2 + DEFINITION_BYTES * index;
    const depth = (table.getUint8(definition + 26) & SIMPLE) === 1 ? 1 : 9;
    const levels = new Map<number, ListLevel>();
    for (let level = 0; level < depth; level += 1) levels.set(level, readLevel(table, cursor));
    definitions.set(String(table.getInt32(definition, true)), levels);
  }
  return definitions;
}

function readLevel(table: DataView, cursor: Cursor): ListLevel {
  const { at } = cursor;
  const flags = table.getUint8(at + 5);
  const texts = at + LEVEL_BYTES + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(texts, true);
  let text = '';
  for (let index = 0; index < length; index += 1) {
    const code = table.getUint16(texts + 2 + 2 * index, true);
    // Codes up to 8 stand for the number of a level.
    text += code <= 8 ? `%${code + 1}` : String.fromCharCode(code);
  }
  cursor.at = texts + 2 + 2 * length;
  return {
    start: table.getInt32(at, true),
    format: FORMATS.get(table.getUint8(at + 4)) ?? 'decimal',
    text,
    suffix: SUFFIXES[table.getUint8(at + 15)] ?? 'tab',
    arabic: (flags & ARABIC) !== 0,
    restartAfter: (flags & NO_RESTART) === 0 ? undefined : table.getUint8(at + 26),
    styleId: undefined,
  };
}
