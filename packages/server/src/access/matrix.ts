import type { Role } from '@qingzhuang/contract';
import { ACCESS, OUTCOMES, RELATIONS, ROLES, type Outcome, type Relation } from './table.ts';

/** One cell of the table. */
export interface Cell {
  readonly role: Role;
  readonly relation: Relation;
  readonly outcome: Outcome;
}

/** Who may ask at all. */
export type Circle = 'anyone' | 'everyone' | 'in-person' | 'roles';

export interface AccessRow {
  readonly name: string;
  readonly circle: Circle;
  /** Every role at every relation. */
  readonly cells: readonly Cell[];
}

/** The table, read. Throws when a row is not as the table says it must be. */
export const accessRows: readonly AccessRow[] = Object.entries(ACCESS).map(([name, row]) => {
  const words = row.split(' ');
  const [first = '', letter = ''] = words;
  if (isCircle(first)) {
    const cells = ROLES.map((role) =>
      readCells(name, role, role === 'administrator' ? adminOf(letter) : letter.repeat(5)),
    );
    return { name, circle: first, cells: cells.flat() };
  }
  if (words.length !== ROLES.length) throw new Error(`${name} has ${words.length} roles`);
  return { name, circle: 'roles', cells: ROLES.flatMap((role, index) => readCells(name, role, words[index] ?? '')) };
});

function isCircle(word: string): word is 'anyone' | 'everyone' | 'in-person' {
  return word === 'anyone' || word === 'everyone' || word === 'in-person';
}

/** Administrators exist at the county alone: nothing lies above it or beside it. */
function adminOf(letter: string): string {
  return `${letter}${letter}--${letter}`;
}

function readCells(name: string, role: Role, letters: string): Cell[] {
  if (letters.length !== RELATIONS.length) throw new Error(`${name} has no five letters for ${role}`);
  return RELATIONS.map((relation, index) => {
    const outcome = OUTCOMES[letters.charAt(index)];
    if (outcome === undefined) throw new Error(`${name} has the letter ${letters.charAt(index)}`);
    return { role, relation, outcome };
  });
}
