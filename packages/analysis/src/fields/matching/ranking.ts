import type { Entity } from '../element.ts';
import type { Field, Form } from '../form.ts';
import { entityCost } from './compatibility.ts';
import { createElementIndex } from './element-index.ts';
import type { Asked } from './asked.ts';
import { weigh } from './evidence.ts';
import { electRows } from './election.ts';
import { readTitle, type FormTitle } from './form-title.ts';
import { holdersOf, NOBODY, withSubjects } from './holders-of-form.ts';
import { kindOf } from './lexicon.ts';
import { readMeaning, type Meaning } from './meaning.ts';
import type { Surface } from './surface.ts';
import type { RankedField, Weighed } from './weighed.ts';
import { PERSONAL_VALUES } from './vocabulary/holders.ts';
import { ADDRESS_PARTS } from './vocabulary/things.ts';

export interface RankedForm {
  readonly title: FormTitle;
  /** What the rows of the form are. */
  readonly entity: Entity | null;
  readonly fields: readonly RankedField[];
}

/** `rows`: what the rows of the form are, where that is known already. */
export type Ranker = (form: Form, rows?: Entity | null) => RankedForm;

/** Names that are weighed for one field. */
const CANDIDATES = 40;
/** How many fields before one may have said what it leaves out. */
const NEIGHBOURS = 2;
const MOST_MEANINGS = 20_000;

/** Ranks elements for the fields of forms; labels that were read once are remembered. */
export function createRanker(surfaces: readonly Surface[]): Ranker {
  const index = createElementIndex(surfaces);
  const meanings = new Map<string, Meaning>();

  function meaningOf(field: Field, unit: string | null): Meaning {
    const key = [...field.label, field.type, unit ?? ''].join('\t');
    const known = meanings.get(key);
    if (known !== undefined) return known;
    if (meanings.size >= MOST_MEANINGS) meanings.clear();
    const meaning = readMeaning(field.label, { type: field.type, unit });
    meanings.set(key, meaning);
    return meaning;
  }

  function askAll(form: Form, title: FormTitle): Asked[] {
    const units = form.fields.map(({ unit, type }) => unit ?? (type === 'number' ? form.unit : null));
    const read = withSubjects(
      withMeasures(form.fields.map((field, at) => meaningOf(field, units[at] ?? null))),
      title.text,
    );
    const holders = holdersOf(read);
    const repeated = repeatedTexts(read);
    const year = latestYear(read.map(({ time }) => time ?? ''));
    return form.fields.map((field, at): Asked => {
      const meaning = read[at] ?? meaningOf(field, null);
      const holder = holders[at] ?? NOBODY;
      const neighbours = read.slice(Math.max(0, at - NEIGHBOURS), at);
      return {
        ...{ field, meaning, unit: units[at] ?? null, holder },
        ...{ isGeneric: isGeneric(meaning) && holder.implied !== '户主', isPlace: isPlace(meaning) },
        isToldByOuter: repeated.has(meaning.text) || isPartOfPeople(meaning),
        isOfThePast: meaning.time !== null && Number.parseInt(meaning.time, 10) < year,
        neighbours: new Set(neighbours.flatMap(conceptsOf)),
        neighbourTexts: neighbours.map(({ whole }) => whole).join(' '),
      };
    });
  }

  /** The names to weigh. What is not held of the person implied is asked of the subject after all. */
  function findFor(asked: Asked, words: readonly string[]): { asked: Asked; surfaces: readonly Surface[] } {
    const { implied } = asked.holder;
    const context = isVague(asked.meaning) ? words : [];
    const surfaces = index.find(asked.meaning, implied === null ? context : [...context, `@${implied}`], CANDIDATES);
    const isHeld =
      implied === null ||
      surfaces.some(({ meaning }) => meaning.holder === implied && shareValue(meaning, asked.meaning));
    return { surfaces, asked: isHeld ? asked : { ...asked, holder: { ...asked.holder, implied: null } } };
  }

  return (form, rows) => {
    const title = readTitle(form);
    const words = [...title.words].filter((word) => kindOf(word) === 'concept');
    const fields = askAll(form, title).map((field) => {
      const { asked, surfaces } = findFor(field, words);
      return {
        asked,
        weighed: bestOfEach(weighAll(asked, surfaces, title)),
      };
    });
    const entity = rows ?? electRows(title, fields);
    return {
      title,
      entity,
      fields: fields.map(({ asked, weighed }) => ({ asked, ranked: inOrder(asked, weighed, entity) })),
    };
  };
}

function shareValue(one: Meaning, other: Meaning): boolean {
  return one.terms.some(({ id }) => PERSONAL_VALUES.has(id) && other.terms.some((term) => term.id === id));
}

function weighAll(asked: Asked, surfaces: readonly Surface[], title: FormTitle): Weighed[] {
  const weighed: Weighed[] = [];
  for (const surface of surfaces) {
    const evidence = weigh(asked, surface, title);
    if (evidence !== null) weighed.push({ surface, evidence });
  }
  return weighed;
}

/** Whether the label is so short of words that the title may have to complete it. */
function isVague({ terms }: Meaning): boolean {
  let concepts = 0;
  for (const { kind, isOuter } of terms) if (kind === 'concept' && !isOuter) concepts++;
  return concepts < 2;
}

/** The best name of each element and of each thing that is worked out of it. */
function bestOfEach(weighed: readonly Weighed[]): Weighed[] {
  const best = new Map<string, Weighed>();
  for (const one of weighed) {
    const key = one.surface.answer;
    const known = best.get(key);
    if (known === undefined || one.evidence.cost < known.evidence.cost) best.set(key, one);
  }
  return [...best.values()];
}

/** What belongs to other things than the rows of the form lies further off. */
function inOrder(asked: Asked, weighed: readonly Weighed[], rows: Entity | null): Weighed[] {
  return weighed
    .map(({ surface, evidence }) => {
      const entity = entityCost(rows, surface.element, asked);
      return { surface, evidence: { ...evidence, entity, cost: evidence.cost + entity } };
    })
    .sort((one, other) => one.evidence.cost - other.evidence.cost);
}

const UNIT_OF_MEASURE = readMeaning(['计量单位'], { type: 'text', unit: null });

/** 单位 beside 数量 is what is counted in, no organisation. */
function withMeasures(read: readonly Meaning[]): Meaning[] {
  return read.map((meaning, at) => {
    const isBeside = [read[at - 1], read[at + 1]].some((one) =>
      /^(?:数量|单价|规格|型号|规格型号)$/u.test(one?.text ?? ''),
    );
    return meaning.whole === '单位' && isBeside ? UNIT_OF_MEASURE : meaning;
  });
}

/** Own words that stand under several outer headers. */
function repeatedTexts(read: readonly Meaning[]): Set<string> {
  const paths = new Map<string, Set<string>>();
  for (const { text, whole, holder } of read) {
    if (holder === null) paths.set(text, (paths.get(text) ?? new Set()).add(whole));
  }
  return new Set([...paths].filter(([, wholes]) => wholes.size > 1).map(([text]) => text));
}

/** 党员/其中/少数民族 counts people of both kinds. */
function isPartOfPeople({ whole, terms }: Meaning): boolean {
  return whole.includes('其中') && terms.some(({ id }) => id === '人数');
}

function latestYear(texts: readonly string[]): number {
  return Math.max(0, ...texts.flatMap((text) => [...text.matchAll(/20\d\d(?=年)/gu)].map(([year]) => Number(year))));
}

function conceptsOf({ terms }: Meaning): string[] {
  return terms.filter(({ kind }) => kind === 'concept').map(({ id }) => id);
}

const PLACE_WORDS: ReadonlySet<string> = new Set([...Object.keys(ADDRESS_PARTS), '名称', '村委会']);

/** 乡镇, 村: where somebody is, asked in lists of everything. */
function isPlace({ terms, rest }: Meaning): boolean {
  const own = terms.filter(({ kind, isOuter }) => !isOuter && kind !== 'light');
  return rest === '' && own.length > 0 && own.every(({ id }) => PLACE_WORDS.has(id));
}

function isGeneric({ terms, rest, holder }: Meaning): boolean {
  return (
    rest === '' &&
    holder === null &&
    terms.every(({ id, kind, isOuter }) => isOuter || kind === 'generic' || kind === 'light' || PERSONAL_VALUES.has(id))
  );
}
