import { formatNumber } from './number-format.ts';

/** How one level of a list prints its number. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.%2、` where `%n` stands for the number of level n. */
  readonly text: string;
  readonly suffix: string;
  /** All numbers of the label in Arabic digits. */
  readonly arabic: boolean;
  /** The level (from 1) whose number restarts this one; 0 never, undefined any higher one. */
  readonly restartAfter: number | undefined;
  readonly styleId: string | undefined;
}

/** A list as one document instance uses it. */
export interface List {
  /** Lists of one abstract definition count on together. */
  readonly counterKey: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** The list and level (from 0) of a paragraph; a level left open is found by the paragraph's style. */
export interface NumberingReference {
  readonly numId: string;
  readonly level: number | undefined;
}

/** Counts through a document and prints the label that Word shows before each numbered paragraph. */
export interface Numbering {
  readonly labelOf: (reference: NumberingReference, styleId: string | undefined) => string;
}

const DEEPEST_LEVEL = 8;
const BULLET = '•';

export function countLists(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  function countersOf(numId: string, list: List): Map<number, number> {
    const counted = counters.get(list.counterKey) ?? new Map<number, number>();
    counters.set(list.counterKey, counted);
    if (!begun.has(numId)) {
      begun.add(numId);
      for (const [level, start] of list.startOverrides) counted.set(level, start - 1);
    }
    return counted;
  }

  return {
    labelOf({ numId, level: given }, styleId) {
      const list = lists.get(numId);
      if (list === undefined) return '';
      const depth = Math.min(given ?? levelOfStyle(list, styleId), DEEPEST_LEVEL);
      const counted = countersOf(numId, list);
      count(counted, list, depth);
      return printLabel(counted, list, depth);
    },
  };
}

function levelOfStyle(list: List, styleId: string | undefined): number {
  for (const [depth, level] of list.levels) {
    if (level.styleId !== undefined && level.styleId === styleId) return depth;
  }
  return 0;
}

function count(counted: Map<number, number>, list: List, depth: number): void {
  counted.set(depth, (counted.get(depth) ?? startOf(list, depth) - 1) + 1);
  // A level that was jumped over counts as begun.
  for (let higher = 0; higher < depth; higher += 1) counted.set(higher, counted.get(higher) ?? startOf(list, higher));
  for (let deeper = depth + 1; deeper <= DEEPEST_LEVEL; deeper += 1) {
    if (depth < (list.levels.get(deeper)?.restartAfter ?? deeper)) counted.delete(deeper);
  }
}

function startOf(list: List, depth: number): number {
  return list.levels.get(depth)?.start ?? 1;
}

function printLabel(counted: ReadonlyMap<number, number>, list: List, depth: number): string {
  const level = list.levels.get(depth);
  if (level === undefined) return '';
  if (level.format === 'bullet') return `${printableBullet(level.text)} `;
  const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const shown = Number(digit) - 1;
    const format = level.arabic ? 'decimal' : (list.levels.get(shown)?.format ?? 'decimal');
    return formatNumber(counted.get(shown) ?? 1, format);
  });
  return label + gapAfter(label, level.suffix);
}

/** Full-width signs bring their own gap, so the tab after 一、 or （一） is not shown as a space. */
function gapAfter(label: string, suffix: string): string {
  return label === '' || suffix === 'nothing' || /[\u3000-\u303f\uff00-\uff60]$/u.test(label) ? '' : ' ';
}

/** Symbol fonts put their signs into the private area, where they mean nothing without the font. */
function printableBullet(text: string): string {
  return text === '' || /[\ue000-\uf8ff]/u.test(text) ? BULLET : text;
}
