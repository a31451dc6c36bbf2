/** Makes pairs whose copied share is known: sentences of a superior, disturbed, among a subordinate's own. */
import { assemble, type Piece, type ShareTruth } from './assembled.ts';
import { countCharacters, type BaseText, type Unit } from './base-texts.ts';
import { happens, pick, shuffled, type Chance } from './chance.ts';
import { SENTENCE_DISTURBANCES, type Setting } from './disturbances.ts';
import { GRADES, RECIPES, type Arrangement, type Recipe } from './recipes.ts';
import { ownName } from './words/places.ts';

export interface GradedPair {
  readonly id: string;
  readonly topic: string;
  /** Wanted share in percent; the exact one is in `truth`. */
  readonly grade: number;
  readonly disturbance: string;
  readonly superior: string;
  readonly subordinate: string;
  readonly truth: ShareTruth;
}

/** A superior's text and a subordinate's own text on one topic. */
export interface TopicTexts {
  readonly superior: BaseText;
  readonly own: BaseText;
}

/** Every topic at every grade through every recipe, and each topic once at 0 %. `chanceFor` gives each pair its own. */
export function buildPairs(topics: readonly TopicTexts[], chanceFor: (id: string) => Chance): GradedPair[] {
  return topics.flatMap((texts, seat) => [
    ...RECIPES.flatMap((recipe) =>
      GRADES.map((grade) => {
        const id = `${texts.superior.topic}-${recipe.name}-${grade}`;
        return buildPair(
          { texts, recipe, grade, id },
          { chance: chanceFor(id), seat, placeName: ownName(texts.superior.head) },
        );
      }),
    ),
    untouchedPair(texts),
  ]);
}

function untouchedPair({ superior, own }: TopicTexts): GradedPair {
  const { text, truth } = assemble(
    own,
    own.paragraphs.map((paragraph) => paragraph.map(ownPiece)),
  );
  return {
    id: `${superior.topic}-own-0`,
    topic: superior.topic,
    grade: 0,
    disturbance: 'own text',
    superior: superior.text,
    subordinate: text,
    truth,
  };
}

interface Order {
  readonly texts: TopicTexts;
  readonly recipe: Recipe;
  readonly grade: number;
  readonly id: string;
}

function buildPair({ texts: { superior, own }, recipe, grade, id }: Order, setting: Setting): GradedPair {
  const chosen = chooseShares(plainParagraphs(superior), plainParagraphs(own), grade / 100, setting.chance);
  const copied = chosen.copied.map((paragraph) => paragraph.map((unit) => copiedPiece(unit, recipe, setting)));
  const paragraphs = arrange(
    { copied, own: chosen.own.map((paragraph) => paragraph.map(ownPiece)), clauses: shortClauses(own) },
    recipe.arrangement,
    setting.chance,
  );
  const { text, truth } = assemble(own, paragraphs);
  return {
    id,
    topic: superior.topic,
    grade,
    disturbance: recipe.name,
    superior: superior.text,
    subordinate: text,
    truth,
  };
}

/** The sentences of a text by paragraphs, without its law and its stock phrases. */
export function plainParagraphs(text: BaseText): Unit[][] {
  return text.paragraphs
    .map((paragraph) => paragraph.filter(({ aside }) => !aside))
    .filter((paragraph) => paragraph.length > 0);
}

export function ownPiece({ text }: Unit): Piece {
  return { text, source: null };
}

export function copiedPiece(unit: Unit, recipe: Recipe, setting: Setting): Piece {
  const text = recipe.sentence.reduce((sentence, name) => SENTENCE_DISTURBANCES[name](sentence, setting), unit.text);
  return { text, source: { start: unit.start, end: unit.end } };
}

/** Picks sentences of both so that the superior's make up `share` of the characters; all of one side is used. */
export function chooseShares(
  copied: readonly Unit[][],
  own: readonly Unit[][],
  share: number,
  chance: Chance,
): { copied: Unit[][]; own: Unit[][] } {
  const length = Math.min(
    share === 0 ? Infinity : characters(copied) / share,
    share === 1 ? Infinity : characters(own) / (1 - share),
  );
  return {
    copied: share === 0 ? [] : take(copied, length * share, chance),
    own: share === 1 ? [] : take(own, length * (1 - share), chance),
  };
}

/** Whole paragraphs by lot while they fit, then single sentences; in their first order. */
function take(paragraphs: readonly Unit[][], wanted: number, chance: Chance): Unit[][] {
  const taken = new Set<Unit>();
  let left = wanted + 6;
  for (const group of [
    ...shuffled(chance, paragraphs),
    ...shuffled(chance, paragraphs)
      .flat()
      .map((unit) => [unit]),
  ]) {
    const free = group.filter((unit) => !taken.has(unit));
    const size = characters([free]);
    if (size > left) continue;
    left -= size;
    for (const unit of free) taken.add(unit);
  }
  return paragraphs
    .map((paragraph) => paragraph.filter((unit) => taken.has(unit)))
    .filter((paragraph) => paragraph.length > 0);
}

function characters(paragraphs: readonly (readonly Unit[])[]): number {
  return paragraphs.flat().reduce((total, { text }) => total + countCharacters(text), 0);
}

interface Sides {
  readonly copied: readonly Piece[][];
  readonly own: readonly Piece[][];
  /** The subordinate's own words to hang on copied sentences. */
  readonly clauses: readonly string[];
}

function shortClauses(own: BaseText): string[] {
  return own.body
    .split(/[，。；、\n]/)
    .filter((clause) => clause.length >= 6 && clause.length <= 14 && !/[“”（）《》]/.test(clause));
}

/** Lays copied and own paragraphs out the way the recipe says. */
export function arrange(
  { copied, own, clauses }: Sides,
  arrangement: readonly Arrangement[],
  chance: Chance,
): Piece[][] {
  let taken = copied.map((paragraph) => [...paragraph]);
  if (arrangement.includes('shuffled')) taken = shuffleSentences(taken, chance);
  if (arrangement.includes('merged')) taken = taken.map(mergeSentences);
  if (arrangement.includes('tailed')) taken = taken.map((paragraph) => tailSentences(paragraph, clauses, chance));
  return arrangement.includes('woven') ? weave(taken, own, chance) : riffle(taken, own, chance);
}

/** Sentences change places over the whole text; headings and table rows stay. */
function shuffleSentences(paragraphs: readonly Piece[][], chance: Chance): Piece[][] {
  const lot = shuffled(chance, paragraphs.flat().filter(isSentence));
  return paragraphs.map((paragraph) => paragraph.map((piece) => (isSentence(piece) ? (lot.pop() ?? piece) : piece)));
}

function isSentence({ text }: Piece): boolean {
  return text.endsWith('。');
}

/** Every other full stop becomes a comma or a semicolon. */
function mergeSentences(paragraph: readonly Piece[]): Piece[] {
  return paragraph.map((piece, at) => {
    const followed = at % 2 === 0 && at + 1 < paragraph.length && isSentence(piece);
    return followed ? { ...piece, text: piece.text.slice(0, -1) + (at % 4 === 0 ? '，' : '；') } : piece;
  });
}

/** A short clause of the subordinate's own hangs on every third copied sentence. */
function tailSentences(paragraph: readonly Piece[], clauses: readonly string[], chance: Chance): Piece[] {
  return paragraph.flatMap((piece, at) => {
    if (at % 3 !== 0 || !isSentence(piece) || clauses.length === 0) return [piece];
    return [
      { ...piece, text: `${piece.text.slice(0, -1)}，` },
      { text: `${pick(chance, clauses)}。`, source: null },
    ];
  });
}

/** Copied and own paragraphs in a common row, each side in its order. */
function riffle(taken: readonly Piece[][], own: readonly Piece[][], chance: Chance): Piece[][] {
  const [left, right] = [[...taken], [...own]];
  const row: Piece[][] = [];
  while (left.length + right.length > 0) {
    const next = happens(chance, left.length / (left.length + right.length)) ? left.shift() : right.shift();
    if (next !== undefined) row.push(next);
  }
  return row;
}

/** Copied sentences stand singly inside the subordinate's paragraphs. */
function weave(taken: readonly Piece[][], own: readonly Piece[][], chance: Chance): Piece[][] {
  if (own.length === 0) return [...taken];
  const rows = own.map((paragraph) => [...paragraph]);
  const lines = taken.filter((paragraph) => !paragraph.some(isSentence));
  for (const piece of taken.filter((paragraph) => paragraph.some(isSentence)).flat()) {
    const row = pick(chance, rows);
    const heads = row.length === 1 && row[0] !== undefined && !isSentence(row[0]) && row[0].source === null;
    if (heads) rows.splice(rows.indexOf(row) + 1, 0, [piece]);
    else row.splice(Math.floor(chance.next() * (row.length + 1)), 0, piece);
  }
  return riffle(lines, rows, chance);
}
