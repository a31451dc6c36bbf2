import type { Piece } from './lexicon.ts';
import { namesAnyEntity } from './vocabulary/entities.ts';
import { OFFICES, PERSONAL_VALUES } from './vocabulary/holders.ts';

/** 整改责任人 and 责任人 are two people. */
export function joinOffices(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isOffice = piece.word?.kind === 'holder' && OFFICES.has(piece.word.ids[0] ?? '');
    const isPerson = piece.word === null && /^[人员者]$/u.test(piece.text);
    if (before === undefined || !(isPerson ? isWord(before) : isOffice && isDuty(before))) joined.push(piece);
    else joined[joined.length - 1] = holderPiece(before.text + piece.text);
  }
  return joined;
}

/** 种植户姓名, 监测户电话: the head of such a household. */
export function nameHeads(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const next = pieces[at + 1]?.word;
    if (!isHousehold(piece, pieces[at - 1]) || next?.ids.some((id) => PERSONAL_VALUES.has(id)) !== true) return piece;
    return { text: piece.text, word: { kind: 'holder', ids: ['户主'], isLoose: true } };
  });
}

/** Words that end like those for households and mean a person. */
const CUSTOMERS: ReadonlySet<string> = new Set(['用户', '客户']);

/** 监测户, and 大户 whose first character no table knows. */
function isHousehold({ text, word }: Piece, before: Piece | undefined): boolean {
  const isLong = text.length > 1 || before?.word === null;
  return isLong && text.endsWith('户') && word?.kind !== 'holder' && !CUSTOMERS.has(text);
}

function holderPiece(text: string): Piece {
  return { text, word: { kind: 'holder', ids: [text], isLoose: false } };
}

function isDuty(piece: Piece): boolean {
  return isWord(piece) && !namesAnyEntity(piece.word?.ids[0] ?? '');
}

function isWord({ text, word }: Piece): boolean {
  return word === null ? text.length > 1 : word.kind === 'concept';
}
