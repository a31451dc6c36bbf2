const [LESS_THAN, SLASH, GREATER_THAN, SPACE] = [0x3c, 0x2f, 0x3e, 0x20];
const [LETTER_C, LETTER_R] = [0x63, 0x72];

export interface FilledCells {
  readonly part: Uint8Array;
  readonly cells: number;
  readonly rows: number;
}

/**
 * The markup of a sheet without the cells and rows that hold nothing but a style, and how many of both are left.
 * One pass over bytes, for there may be millions; a name with a prefix is left alone.
 */
export function withoutBlankCells(part: Uint8Array): FilledCells {
  const kept = new KeptMarkup(part.length);
  for (let at = 0; at < part.length; at += 1) {
    const isDropped = part[at] === LESS_THAN && !kept.keeps(kindOf(part, at + 1));
    if (isDropped) at = part.indexOf(GREATER_THAN, at);
    else kept.part[kept.length++] = part[at] ?? 0;
  }
  return { part: kept.part.subarray(0, kept.length), cells: kept.cells, rows: kept.rows };
}

class KeptMarkup {
  readonly part: Uint8Array;
  length = 0;
  cells = 0;
  rows = 0;
  /** How much was kept before the row that is open, as long as that has no cell. */
  #beforeRow: number | null = null;

  constructor(most: number) {
    this.part = new Uint8Array(most);
  }

  /** Whether a tag is kept; the end of a row without cells takes the beginning with it. */
  keeps(kind: Kind): boolean {
    if (kind === 'row') this.#beforeRow = this.length;
    if (kind === 'cell') this.#countCell();
    if (kind !== 'row-end' || this.#beforeRow === null) return kind !== 'blank';
    this.length = this.#beforeRow;
    return false;
  }

  #countCell(): void {
    this.cells += 1;
    if (this.#beforeRow !== null) this.rows += 1;
    this.#beforeRow = null;
  }
}

type Kind = 'blank' | 'cell' | 'row' | 'row-end' | 'other';

/** What a tag of cells and rows is; `blank` when it closes itself. A tag that never ends is none. */
function kindOf(part: Uint8Array, at: number): Kind {
  const isEnd = part[at] === SLASH;
  const isRow = isNamed(part, isEnd ? at + 1 : at, LETTER_R, 3);
  if (!isRow && (isEnd || !isNamed(part, at, LETTER_C, 1))) return 'other';
  const end = part.indexOf(GREATER_THAN, at);
  if (end < 0) return 'other';
  if (isEnd) return 'row-end';
  if (part[end - 1] === SLASH) return 'blank';
  return isRow ? 'row' : 'cell';
}

/** True for the names `c` and `row`, told by their first letter and length. */
function isNamed(part: Uint8Array, at: number, letter: number, length: number): boolean {
  const next = part[at + length];
  return part[at] === letter && (next === SPACE || next === GREATER_THAN || next === SLASH);
}
