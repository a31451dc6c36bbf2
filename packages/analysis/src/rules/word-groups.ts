/** Groups of words, one for each thing that patterns and rules need. One pass over a text finds the words of all. */
import type { Statement } from '../document/statements.ts';
import { createWordTable, type WordTable } from '../document/word-table.ts';

const numbers = new Map<string, number>();
const words = new Map<string, Word>();
let table: WordTable<Word> | null = null;

interface Word {
  readonly groups: number[];
  /** Of the 32 statements that are being read, those that hold it: most words come again within so many. */
  holders: number;
}

/** The number of a group, the same for the same words. */
export function groupOf(group: readonly string[]): number {
  const key = group.join('|');
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(key, number);
  for (const text of new Set(group)) {
    const word = words.get(text) ?? { groups: [], holders: 0 };
    word.groups.push(number);
    words.set(text, word);
  }
  table = null;
  return number;
}

/**
 * Which statements of a text hold a word of which group: a row of bits for each group, so that the statements that hold
 * a word of several groups come from a few `&` for 32 statements at a time.
 */
export class WordPresence {
  private readonly table = (table ??= createWordTable(words));
  /** By their index, counted from that of the first. */
  private readonly statements: Statement[] = [];
  private readonly first: number;
  private readonly width: number;
  private readonly bits: Uint32Array;

  /** Of statements of one text, in order. */
  constructor(statements: readonly Statement[]) {
    this.first = statements[0]?.index ?? 0;
    this.width = (((statements.at(-1)?.index ?? 0) - this.first) >> 5) + 1;
    this.bits = new Uint32Array(numbers.size * this.width);
    for (const statement of statements) this.statements[statement.index - this.first] = statement;
    for (let column = 0; column < this.width; column++) this.readColumn(column);
  }

  /** Reads 32 statements. */
  private readColumn(column: number): void {
    const found: Word[] = [];
    for (let index = 0; index < 32; index++) {
      const raw = this.statements[(column << 5) + index]?.raw ?? '';
      const bit = 1 << index;
      this.table.scanAll(raw, 0, raw.length, (word) => {
        if (word.holders === 0) found.push(word);
        word.holders |= bit;
      });
    }
    for (const word of found) {
      for (const group of word.groups) {
        const at = group * this.width + column;
        this.bits[at] = (this.bits[at] ?? 0) | word.holders;
      }
      word.holders = 0;
    }
  }

  /** False when it does not know one of them, or was made before the newest groups. */
  covers(statements: readonly Statement[]): boolean {
    if (this.table !== table) return false;
    for (const statement of statements) if (this.statements[statement.index - this.first] !== statement) return false;
    return true;
  }

  /** The statements that hold a word of the group. */
  holding(group: number): Statement[] {
    const found: Statement[] = [];
    for (let column = 0; column < this.width; column++) {
      let row = this.bits[group * this.width + column] ?? 0;
      while (row !== 0) {
        const lowest = row & -row;
        const statement = this.statements[(column << 5) + 31 - Math.clz32(lowest)];
        if (statement) found.push(statement);
        row ^= lowest;
      }
    }
    return found;
  }

  holdsAll(statement: Statement, groups: readonly number[]): boolean {
    const index = statement.index - this.first;
    for (const group of groups) if ((this.column(group, index >> 5) & (1 << (index & 31))) === 0) return false;
    return true;
  }

  /** Those of the statements that hold a word of every group of at least one of the lists. */
  holdingAny(statements: readonly Statement[], lists: readonly (readonly number[])[]): Statement[] {
    // A whole row of bits for a sentence or two would cost a long text the square of its length.
    if (statements.length < this.width) {
      return statements.filter((statement) => lists.some((groups) => this.holdsAll(statement, groups)));
    }
    const row = new Uint32Array(this.width);
    let any = 0;
    for (let column = 0; column < this.width; column++) {
      let either = 0;
      for (const groups of lists) either |= this.holdingEach(groups, column);
      row[column] = either;
      any |= either;
    }
    if (any === 0) return [];
    return statements.filter(({ index }) => {
      const at = index - this.first;
      return ((row[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
    });
  }

  private holdingEach(groups: readonly number[], column: number): number {
    let all = -1;
    for (const group of groups) all &= this.column(group, column);
    return all;
  }

  private column(group: number, column: number): number {
    return this.bits[group * this.width + column] ?? 0;
  }
}

const NOTHING = new WordPresence([]);

/** Of the text read last, whose statements are asked for by one rule after the other. */
let latest = NOTHING;

/** What the statements hold: known already when the text that they belong to was looked at last. */
export function wordsOf(statements: readonly Statement[]): WordPresence {
  // No statements are covered by every text, also by one that has nothing to do with them.
  if (statements.length === 0) return NOTHING;
  if (!latest.covers(statements)) latest = new WordPresence(statements);
  return latest;
}
