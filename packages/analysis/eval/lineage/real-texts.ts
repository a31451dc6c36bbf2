/** Real documents beside the repository, where they are present: policies and regulations, by pairs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { shuffled, type Chance } from './chance.ts';

const CORPUS = new URL('../../../../../shared/corpus/', import.meta.url);

export interface RealText {
  readonly name: string;
  readonly text: string;
}

export interface RealPair {
  readonly subordinate: RealText;
  readonly superior: RealText;
}

/** A pair of which the share of common character 5-grams is known. */
export interface KnownPair extends RealPair {
  readonly containment: number;
}

/** Null where the corpus is absent. */
export function readPolicies(): RealText[] | null {
  const folder = new URL('policies/', CORPUS);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const policy = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string | undefined>;
      return { name: policy['Policy Title'] ?? file, text: policy['Policy Content'] ?? '' };
    })
    .filter(({ text }) => text.length > 300);
}

/** Null where the corpus is absent. */
export function readRegulations(): RealText[] | null {
  const folder = new URL('regulations/', CORPUS);
  if (!existsSync(folder)) return null;
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({ name: file, text: readFileSync(new URL(encodeURIComponent(file), folder), 'utf8') }));
}

interface ListedPair {
  readonly a: string;
  readonly b: string;
  readonly containment: number;
}

/** Listed pairs from a containment on, the shorter text as the subordinate. */
export function alikePairs(texts: readonly RealText[], from: number): KnownPair[] {
  const byName = new Map(texts.map((text) => [text.name, text]));
  return listedPairs()
    .filter(({ containment }) => containment >= from)
    .flatMap(({ a, b, containment }) => {
      const [one, other] = [byName.get(a), byName.get(b)];
      if (one === undefined || other === undefined) return [];
      return one.text.length <= other.text.length
        ? [{ subordinate: one, superior: other, containment }]
        : [{ subordinate: other, superior: one, containment }];
    });
}

function listedPairs(): ListedPair[] {
  return JSON.parse(readFileSync(new URL('regulations-pairs.json', CORPUS), 'utf8')) as ListedPair[];
}

/** As many regulations by lot whose titles share no three signs and which no list holds. */
export function strangeRegulations(texts: readonly RealText[], many: number, chance: Chance): RealPair[] {
  const listed = new Set(listedPairs().flatMap(({ a, b }) => [`${a}\n${b}`, `${b}\n${a}`]));
  return drawPairs(texts, many, chance, (one, other) => {
    const grams = threes(one.name);
    return !listed.has(`${one.name}\n${other.name}`) && threes(other.name).every((gram) => !grams.includes(gram));
  });
}

/** Runs of three signs of a title, without number, date and genre. */
function threes(title: string): string[] {
  const bare = title.replace(
    /^\d+-|\(.*\)|\.md$|人民代表大会|常务委员会|中华人民共和国|若干|条例|规定|办法|管理|保护/g,
    ' ',
  );
  return Array.from({ length: Math.max(0, bare.length - 2) }, (_, at) => bare.slice(at, at + 3)).filter(
    (gram) => !gram.includes(' '),
  );
}

const GENRE_WORDS = new Set(
  (
    'of the and on in for to by from with at its a an notice notification opinions guiding guidelines implementation plan action ' +
    'measures several issuing printing distributing further several accelerating promoting development work province provincial ' +
    'shandong department general office china national ministry republic people government circular year'
  ).split(' '),
);

/** As many policies by lot whose (English) titles share no word but those of their genre and place. */
export function strangePolicies(texts: readonly RealText[], many: number, chance: Chance): RealPair[] {
  const words = new Map(texts.map(({ name }) => [name, topicWords(name)]));
  return drawPairs(texts, many, chance, (one, other) => {
    const right = words.get(other.name);
    return [...(words.get(one.name) ?? [])].every((word) => right?.has(word) !== true);
  });
}

function topicWords(title: string): ReadonlySet<string> {
  return new Set((title.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((word) => !GENRE_WORDS.has(word)));
}

function drawPairs(
  texts: readonly RealText[],
  many: number,
  chance: Chance,
  fits: (one: RealText, other: RealText) => boolean,
): RealPair[] {
  const pairs = new Map<string, RealPair>();
  // Each round pairs every text once; rounds end even where too few pairs fit.
  for (let round = 0; round < 50 && pairs.size < many; round += 1) {
    const lot = shuffled(chance, texts);
    for (let at = 0; at + 1 < lot.length && pairs.size < many; at += 2) {
      const [subordinate, superior] = [lot[at], lot[at + 1]];
      if (subordinate === undefined || superior === undefined || !fits(subordinate, superior)) continue;
      pairs.set(`${subordinate.name}\n${superior.name}`, { subordinate, superior });
    }
  }
  return [...pairs.values()];
}
