/** Pairs that look copied and are not, or are copied with another meaning. */
import { assemble, type Piece, type ShareTruth } from './assembled.ts';
import { countCharacters, titleOf, type BaseText } from './base-texts.ts';
import { arrange, chooseShares, copiedPiece, ownPiece, plainParagraphs, type TopicTexts } from './build-pairs.ts';
import type { Chance } from './chance.ts';
import { readMarks, type Mark } from './marks.ts';
import type { Recipe } from './recipes.ts';

export interface SpecialPair {
  readonly id: string;
  readonly kind: string;
  readonly superior: string;
  readonly subordinate: string;
  readonly truth: ShareTruth;
}

/** A sentence of a superior in other words: of another meaning (`turned`) or of the same in spite of its negations. */
export interface Rewording {
  readonly topic: string;
  readonly original: string;
  readonly words: string;
  readonly turned: boolean;
}

const VERBATIM: Recipe = { name: 'verbatim', sentence: [], arrangement: ['woven'] };

/** 现将…转发给你们, with the superior's text behind the signature: nothing of it is copied. */
export function forwardedPair({ superior, own }: TopicTexts): SpecialPair {
  const covering = `现将《${titleOf(superior)}》转发给你们，请结合实际抓好贯彻落实。`;
  const body = [[ownPiece({ ...NOWHERE, text: covering })], ...ownPieces(own).slice(0, 3)];
  const { text, truth } = assemble({ head: own.head, tail: own.tail + attachment(superior) }, body);
  return { id: `${superior.topic}-forwarded`, kind: 'forwarded', superior: superior.text, subordinate: text, truth };
}

/** The same, and the covering notice copies sentences besides: only those count, of the notice or of the whole. */
export function forwardedAndCopiedPair({ superior, own }: TopicTexts, chance: Chance): SpecialPair {
  const covering = `现将《${titleOf(superior)}》印发给你们，请认真组织实施。`;
  const { copied, own: kept } = chooseShares(plainParagraphs(superior), plainParagraphs(own), 0.4, chance);
  const body = arrange(
    { copied: copied.map(pieces), own: kept.map((line) => line.map(ownPiece)), clauses: [] },
    ['woven'],
    chance,
  );
  const first = [ownPiece({ ...NOWHERE, text: covering })];
  const { text, truth } = assemble({ head: own.head, tail: own.tail + attachment(superior) }, [first, ...body]);
  const whole =
    countCharacters(
      body
        .flat()
        .map((piece) => piece.text)
        .join(''),
    ) + countCharacters(superior.body);
  const taken = body.flat().filter(({ source }) => source !== null);
  const low = countCharacters(taken.map((piece) => piece.text).join('')) / whole;
  return {
    id: `${superior.topic}-forwarded-copied`,
    kind: 'forwarded+copied',
    superior: superior.text,
    subordinate: text,
    truth: { ...truth, low },
  };
}

const NOWHERE = { start: 0, end: 0, aside: false };

function ownPieces(own: BaseText): Piece[][] {
  return own.paragraphs.map((paragraph) => paragraph.map(ownPiece));
}

function pieces(units: Parameters<typeof copiedPiece>[0][]): Piece[] {
  return units.map(({ text, start, end }) => ({ text, source: { start, end } }));
}

function attachment(superior: BaseText): string {
  return `\n附件\n${titleOf(superior)}\n${superior.body}`;
}

/** Law and stock phrases that both sides hold: none of them is copied. Empty where the superior has none. */
export function asidePairs({ superior, own }: TopicTexts): SpecialPair[] {
  const asides = superior.marks.map(({ quote }): Piece[] => [{ text: quote, source: null }]);
  if (asides.length === 0) return [];
  const [first = [], ...rest] = ownPieces(own);
  const { text, truth } = assemble(own, [first, ...asides, ...rest]);
  const kind = superior.marks.some(({ tags }) => tags.has('quoted')) ? 'quoted law' : 'stock phrase';
  return [{ id: `${superior.topic}-aside`, kind, superior: superior.text, subordinate: text, truth }];
}

/** Stock phrases strewn into both sides, the rest of the subordinate being its own. */
export function stockPair({ superior, own }: TopicTexts, stock: readonly string[]): SpecialPair {
  const strewn = stock.map((text): Piece[] => [{ text, source: null }]);
  const paragraphs = ownPieces(own).flatMap((paragraph, at) => [paragraph, ...strewn.slice(at, at + 1)]);
  const lines = superior.body.split('\n');
  const laced = lines.flatMap((line, at) => [line, ...stock.slice(at, at + 1)]).join('\n');
  const { text, truth } = assemble(own, paragraphs);
  const above = superior.head + laced + superior.tail;
  return { id: `${superior.topic}-stock`, kind: 'stock phrase', superior: above, subordinate: text, truth };
}

/** About three fifths copied, and among them every rewording of the topic in place of its original. */
export function rewordedPair(
  { superior, own }: TopicTexts,
  rewordings: readonly Rewording[],
  chance: Chance,
): SpecialPair {
  const all = superior.paragraphs.flat();
  const replaced = rewordings.map(({ original, words, turned }): Piece[] => {
    const unit = all.find(({ text }) => text.includes(original));
    if (unit === undefined) throw new Error(`No such sentence in ${superior.topic}: ${original}`);
    const start = unit.start + unit.text.indexOf(original);
    return [{ text: words, source: { start, end: start + original.length }, turned }];
  });
  const plain = plainParagraphs(superior).map((paragraph) =>
    paragraph.filter(({ text }) => !rewordings.some(({ original }) => text.includes(original))),
  );
  const { copied, own: kept } = chooseShares(plain, plainParagraphs(own), 0.5, chance);
  const rows = [
    ...copied.map((line) => line.map((unit) => copiedPiece(unit, VERBATIM, { chance, seat: 0, placeName: null }))),
    ...replaced,
  ];
  const body = arrange({ copied: rows, own: kept.map((line) => line.map(ownPiece)), clauses: [] }, ['woven'], chance);
  const { text, truth } = assemble(own, body);
  return { id: `${superior.topic}-reworded`, kind: 'reworded', superior: superior.text, subordinate: text, truth };
}

/**
 * A superior's text rewritten by hand, deeper than any recipe goes: `⟦copied:opening|…⟧` names the superior's sentence
 * by its first words.
 */
export function rewrittenPair({ superior }: TopicTexts, rewritten: BaseText): SpecialPair {
  const copied = rewritten.marks.flatMap((mark) => {
    const opening = mark.tags.get('copied');
    if (opening === undefined) return [];
    const start = superior.text.indexOf(opening);
    if (start < 0) throw new Error(`No such sentence in ${superior.topic}: ${opening}`);
    const end = superior.text.indexOf('。', start) + 1;
    return [{ subordinate: mark, superior: { start, end }, turned: false }];
  });
  const taken = rewritten.marks.filter(({ tags }) => tags.has('copied')).map(({ quote }) => quote);
  const share = countCharacters(taken.join('')) / countCharacters(rewritten.body);
  return {
    id: `${superior.topic}-rewritten`,
    kind: 'rewritten by hand',
    superior: superior.text,
    subordinate: rewritten.text,
    truth: { low: share, high: share, copied },
  };
}

/** A pair written by hand: `⟦body|…⟧` around each body, `⟦copied:n|…⟧` around what is copied on both sides. */
export function pairByHand(id: string, sections: readonly string[]): SpecialPair {
  const [superior, subordinate] = sections.map(readMarks);
  if (superior === undefined || subordinate === undefined) throw new Error(`Not two documents: ${id}`);
  const copied = subordinate.marks.flatMap((mark) => {
    const key = mark.tags.get('copied');
    if (key === undefined) return [];
    const source = superior.marks.find(({ tags }) => tags.get('copied') === key);
    if (source === undefined) throw new Error(`Copied from nowhere: ${id} ${key}`);
    return [{ subordinate: mark, superior: source, turned: false }];
  });
  const share =
    countCharacters(copied.map((pair) => pair.subordinate.quote).join('')) / countCharacters(bodyOf(subordinate.marks));
  return {
    id,
    kind: id.replace('-', ', '),
    superior: superior.text,
    subordinate: subordinate.text,
    truth: { low: share, high: share, copied },
  };
}

function bodyOf(marks: readonly Mark[]): string {
  return marks.find(({ tags }) => tags.has('body'))?.quote ?? '';
}
