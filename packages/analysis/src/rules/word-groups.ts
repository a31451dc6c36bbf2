/** Groups of words, one for each thing that patterns and rules need. One pass over a text finds the words of all. */
import type { Statement } from '../document/statements.ts';
import { createWordTable, type WordTable } from '../document/word-table.ts';
import { GROUP_COUNT, WORDS } from './required-words.gen.ts';

/** Numbers of the groups that are not in the generated file, by their words. */
const numbers = new Map<string, number>();
/** For each word the groups it belongs to, a character a group; read from the generated file when first needed. */
let words: Map<string, string> | null = null;
let index: WordIndex | null = null;

/** The character that stands for the first group: from here on none combines with its neighbour or runs to the left. */
const FIRST_GROUP = 0x4e00;

/** What stands for a group in the generated file. */
export function characterOf(group: number): string {
  return String.fromCharCode(FIRST_GROUP + group);
}

function readWords(): Map<string, string> {
  const lines = WORDS === '' ? [] : WORDS.split('\n');
  return new Map(
    lines.map((line) => {
      const end = line.indexOf('\t');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

/** The number of a group, the same for the same words. */
export function groupOf(group: readonly string[]): number {
  const key = group.join('|');
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = GROUP_COUNT + numbers.size;
  numbers.set(key, number);
  words ??= readWords();
  for (const word of new Set(group)) words.set(word, (words.get(word) ?? '') + characterOf(number));
  index = null;
  return number;
}

/** All words by number, with their groups one after the other. */
class WordIndex {
  readonly table: WordTable<number>;
  readonly groupCount = GROUP_COUNT + numbers.size;
  /** The groups of word `n` stand in `groups` from `starts[n]` to before `starts[n + 1]`. */
  readonly starts: Uint32Array;
  readonly groups: Uint16Array;
  /** Of the 32 statements that are being read, those that hold the word: most words come again within so many. */
  readonly holders: Int32Array;
  /** The words found in them. */
  readonly found: Uint32Array;

  constructor(groupsOfWords: ReadonlyMap<string, string>) {
    const count = groupsOfWords.size;
    this.table = createWordTable(Array.from(groupsOfWords.keys(), (word, number) => [word, number] as const));
    this.holders = new Int32Array(count);
    this.found = new Uint32Array(count);
    this.starts = new Uint32Array(count + 1);
    const all = Array.from(groupsOfWords.values()).join('');
    this.groups = new Uint16Array(all.length);
    for (let at = 0; at < all.length; at++) this.groups[at] = all.charCodeAt(at) - FIRST_GROUP;
    let number = 0;
    for (const { length } of groupsOfWords.values()) {
      this.starts[number + 1] = (this.starts[number] ?? 0) + length;
      number++;
    }
  }
}

/**
 * Which statements of a text hold a word of which group: a row of bits for each group, 32 statements to a column, so
 * that the statements that hold a word of several groups come from a few `&`.
 */
export class WordPresence {
  private readonly words = (index ??= new WordIndex((words ??= readWords())));
  /** By their index, counted from that of the first. */
  private readonly statements: Statement[] = [];
  private readonly first: number;
  private readonly columns: number;
  private readonly bits: Int32Array;
  /** 1 for the groups of which any statement holds a word: most have none. */
  private readonly anywhere: Uint8Array;

  /** Of statements of one text, in order. */
  constructor(statements: readonly Statement[]) {
    this.first = statements[0]?.index ?? 0;
    this.columns = (((statements.at(-1)?.index ?? 0) - this.first) >> 5) + 1;
    this.bits = new Int32Array(this.words.groupCount * this.columns);
    this.anywhere = new Uint8Array(this.words.groupCount);
    for (const statement of statements) this.statements[statement.index - this.first] = statement;
    for (let column = 0; column < this.columns; column++) this.readColumn(column);
  }

  /** Reads 32 statements. */
  private readColumn(column: number): void {
    const { table, holders, found } = this.words;
    let count = 0;
    let bit = 1;
    function note(word: number): void {
      const before = holders[word] ?? 0;
      if (before === 0) found[count++] = word;
      holders[word] = before | bit;
    }
    for (let at = column << 5; bit !== 0; at++, bit <<= 1) {
      const raw = this.statements[at]?.raw ?? '';
      table.scanAll(raw, 0, raw.length, note);
    }
    for (let at = 0; at < count; at++) this.spread(found[at] ?? 0, column);
  }

  /** Hands what is known of a word on to its groups. */
  private spread(word: number, column: number): void {
    const { starts, groups, holders } = this.words;
    const { bits, anywhere, columns } = this;
    const held = holders[word] ?? 0;
    holders[word] = 0;
    const end = starts[word + 1] ?? 0;
    for (let next = starts[word] ?? 0; next < end; next++) {
      const group = groups[next] ?? 0;
      const at = group * columns + column;
      bits[at] = (bits[at] ?? 0) | held;
      anywhere[group] = 1;
    }
  }

  /** False when it does not know one of them, or was made before the newest groups. */
  covers(statements: readonly Statement[]): boolean {
    if (this.words !== index) return false;
    for (const statement of statements) if (this.statements[statement.index - this.first] !== statement) return false;
    return true;
  }

  /** The statements that hold a word of the group. */
  holding(group: number): Statement[] {
    const found: Statement[] = [];
    for (let column = 0; column < this.columns; column++) {
      let held = this.bitsOf(group, column);
      while (held !== 0) {
        const lowest = held & -held;
        const statement = this.statements[(column << 5) + 31 - Math.clz32(lowest)];
        if (statement) found.push(statement);
        held ^= lowest;
      }
    }
    return found;
  }

  holdsAll(statement: Statement, groups: readonly number[]): boolean {
    const at = statement.index - this.first;
    const bit = 1 << (at & 31);
    for (const group of groups) if ((this.bitsOf(group, at >> 5) & bit) === 0) return false;
    return true;
  }

  /** True when one of the statements may hold a word of every group; false is certain. */
  mayHoldAll(statements: readonly Statement[], groups: readonly number[]): boolean {
    for (const group of groups) if (this.anywhere[group] === 0) return false;
    // All columns for a sentence or two would cost a long text the square of its length.
    if (statements.length < this.columns) return statements.some((statement) => this.holdsAll(statement, groups));
    for (let column = 0; column < this.columns; column++) if (this.both(groups, column) !== 0) return true;
    return false;
  }

  /** Those of the statements that hold a word of every group of at least one of the lists. */
  holdingAny(statements: readonly Statement[], lists: readonly (readonly number[])[]): Statement[] {
    if (statements.length < this.columns) {
      return statements.filter((statement) => lists.some((groups) => this.holdsAll(statement, groups)));
    }
    const held = new Int32Array(this.columns);
    for (const groups of lists) {
      for (let column = 0; column < this.columns; column++)
        held[column] = (held[column] ?? 0) | this.both(groups, column);
    }
    return statements.filter(({ index: number }) => {
      const at = number - this.first;
      return ((held[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
    });
  }

  /** Of 32 statements those that hold a word of every group. */
  private both(groups: readonly number[], column: number): number {
    let all = -1;
    for (const group of groups) all &= this.bitsOf(group, column);
    return all;
  }

  private bitsOf(group: number, column: number): number {
    return this.bits[group * this.columns + column] ?? 0;
  }
}

/** Of the text read last, whose statements are asked for by one rule after the other. */
let latest: WordPresence | null = null;

/** What the statements hold: known already when the text that they belong to was looked at last. */
export function wordsOf(statements: readonly Statement[]): WordPresence {
  // No statements are covered by every text, also by one that has nothing to do with them.
  if (statements.length === 0) return new WordPresence([]);
  if (!latest?.covers(statements)) latest = new WordPresence(statements);
  return latest;
}
