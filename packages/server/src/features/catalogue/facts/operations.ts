import { isFresh } from '@qingzhuang/analysis';
import type { catalogue, facts } from '@qingzhuang/contract';
import type { Acting, Context } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import { holdsIdentityNumber } from '../../../platform/identity-numbers.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { isSensitive, type CountyElement } from '../elements/element.ts';
import { listElements } from '../elements/store.ts';
import type { Source } from './fact.ts';
import { listAway } from './subjects/away/store.ts';
import { logLookUp, type Look } from './looks/operations.ts';
import { mask, personalAmong, rangesOf, seesWhole } from './sight.ts';
import {
  countFacts,
  countSubjects,
  findSources,
  findSubjectsIn,
  listDisputed,
  listFacts,
  listSubjects,
  type StoredFact,
  type SubjectRow,
} from './store.ts';

/** A subject with what is known of it, each value under the key of its element. */
export interface SubjectFacts extends SubjectRow {
  readonly facts: ReadonlyMap<string, facts.Fact>;
}

/** A subject of some units, with those of them that have said in a form it is not there. */
export interface PlacedFacts extends SubjectFacts {
  readonly awayFrom: readonly string[];
}

const NOWHERE: readonly string[] = [];

/** Whose values are asked for, and what for. */
export interface FactsAsk extends Pick<Look, 'by' | 'purpose' | 'demand'> {
  readonly entity: catalogue.Entity;
  /** All living subjects of these units and of all below them. */
  readonly units: readonly string[];
  /** Keys; elements that the county does not have, or has retired, are left out. */
  readonly elements: readonly string[];
  /**
   * Sensitive values are given whole: for the prefill of those who serve these people, and for files that are theirs.
   * Otherwise the actor sees what his posts let him see, and masks.
   */
  readonly whole?: boolean;
  /** Only these of them. */
  readonly only?: readonly number[];
  /** These as well, although they are no more. */
  readonly also?: readonly number[];
  /** Nothing of it is shown to anybody: it is only counted, or was shown and noted before. The look-up is not noted. */
  readonly unshown?: true;
}

/**
 * The living subjects of some units with what is known of them: one range read. The look-up is noted where an element
 * is personal.
 */
export async function factsOf(acting: Acting, seals: Seals, ask: FactsAsk): Promise<PlacedFacts[]> {
  const { db, actor } = acting;
  const { county } = actor;
  const { entity, units, only, also = [] } = ask;
  const place = { county, entity, ranges: rangesOf(units) };
  const [elements, away, subjects] = await Promise.all([
    listElements(db, county),
    listAway(db, county, units),
    only === undefined && also.length === 0 ? listSubjects(db, place) : listNamed(db, place, { only, also }),
  ]);
  const wanted = chooseElements(elements, ask.elements);
  const unit = units.length === 1 ? (units[0] ?? null) : null;
  const known = await attachFacts(acting, seals, { ...ask, subjects, elements: wanted, unit });
  const marks = Map.groupBy(away, ({ subject }) => subject);
  return known.map((one) => ({ ...one, awayFrom: marks.get(one.id)?.map((mark) => mark.unit) ?? NOWHERE }));
}

/** The living subjects of a place, or only these of them, and those that are no more but wanted. */
async function listNamed(
  db: Db,
  place: Parameters<typeof listSubjects>[1],
  { only, also }: { readonly only: readonly number[] | undefined; readonly also: readonly number[] },
): Promise<SubjectRow[]> {
  const named = await findSubjectsIn(db, place, [...(only ?? []), ...also]);
  if (only !== undefined) return named.filter(({ id, endedOn }) => endedOn === null || also.includes(id));
  const ended = named.filter(({ endedOn }) => endedOn !== null);
  const living = await listSubjects(db, place);
  return [...living, ...ended].toSorted((one, other) => one.unit.localeCompare(other.unit) || one.id - other.id);
}

/** The elements of these keys that the county has. */
export function chooseElements(elements: readonly CountyElement[], keys: readonly string[]): CountyElement[] {
  const wanted = new Set(keys);
  return elements.filter(({ key }) => wanted.has(key));
}

interface Attaching extends Pick<Look, 'by' | 'purpose' | 'demand' | 'unit'> {
  readonly subjects: readonly SubjectRow[];
  readonly elements: readonly CountyElement[];
  readonly whole?: boolean;
  readonly unshown?: true;
}

/** These subjects with their values, masked where they have to be; the look-up is noted. */
export async function attachFacts(
  acting: Acting,
  seals: Seals,
  { subjects, elements, whole = false, unshown, ...look }: Attaching,
): Promise<SubjectFacts[]> {
  const { db, clock, actor } = acting;
  const { county } = actor;
  const ids = subjects.map(({ id }) => id);
  const [rows, disputed] = await Promise.all([
    listFacts(db, { county, subjects: ids, elements: elements.map(({ key }) => key) }),
    listDisputed(db, county, elements.length === 0 ? [] : ids),
    unshown ?? logLookUp(acting, { ...look, elements: personalAmong(elements), subjects: subjects.length }),
  ]);
  const sources = await findSources(db, county, new Set(rows.map(({ batch }) => batch)));
  const elementOf = new Map(elements.map((element) => [element.key, element]));
  const isFreshOn = remember((asOf: string, { updatePeriod }) => isFresh(asOf, updatePeriod, clock.today()));
  const isWholeAt = remember((unit: string, element) => whole || seesWhole(actor.posts, element, unit));
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  return subjects.map((subject) => {
    const known = new Map<string, facts.Fact>();
    for (const row of bySubject.get(subject.id) ?? []) {
      const element = elementOf.get(row.element);
      if (element === undefined) continue;
      const isWhole = isWholeAt(subject.unit, element);
      known.set(row.element, {
        ...toShownFact(row, { seals, county, isWhole, source: sources.get(row.batch) }),
        isFresh: isFreshOn(row.asOf, element),
        isDisputed: disputed.has(`${row.subject} ${row.element}`),
      });
    }
    return { ...subject, facts: known };
  });
}

/** Asks once for each element and word: there are few days and units among tens of thousands of values. */
function remember(
  ask: (word: string, element: CountyElement) => boolean,
): (word: string, element: CountyElement) => boolean {
  const known = new Map<string, boolean>();
  return (word, element) => {
    const key = `${word} ${element.key}`;
    const answer = known.get(key) ?? ask(word, element);
    known.set(key, answer);
    return answer;
  };
}

interface Showing {
  readonly seals: Seals;
  readonly county: string;
  readonly isWhole: boolean;
  readonly source: Source | undefined;
}

/** A stored value as somebody sees it. */
export function toShownFact(
  row: StoredFact,
  { seals, county, isWhole, source }: Showing,
): Omit<facts.Fact, 'isFresh' | 'isDisputed'> {
  const value = openValue(seals, county, row);
  return {
    element: row.element,
    value: isWhole ? value : mask(value),
    isMasked: !isWhole,
    asOf: row.asOf,
    source: source?.name ?? '',
    sourceKind: source?.kind ?? 'system',
    place: row.place,
    confidence: row.confidence,
  };
}

/** What a row says. */
export function openValue(
  seals: Seals,
  county: string,
  row: Pick<StoredFact, 'subject' | 'element' | 'value' | 'sealed'>,
): string {
  return row.value ?? seals.unseal(row.sealed ?? Buffer.of(), placeOf(county, row)).toString();
}

/** How a value is kept: sealed where it is sensitive, and where somebody has written an identity number into it. */
export function keepValue(
  { seals, county }: { readonly seals: Seals; readonly county: string },
  { subject, element, value }: { readonly subject: number; readonly element: CountyElement; readonly value: string },
): Pick<StoredFact, 'value' | 'sealed'> {
  if (!isSensitive(element) && !holdsIdentityNumber(value)) return { value, sealed: null };
  return { value: null, sealed: seals.seal(Buffer.from(value), placeOf(county, { subject, element: element.key })) };
}

/** Where a value is sealed: moved to another subject or element it does not open. */
export function placeOf(county: string, { subject, element }: Pick<StoredFact, 'subject' | 'element'>): string {
  return `fact ${county} ${subject} ${element}`;
}

/** What is asked of the counts. */
export interface ShareAsk {
  readonly county: string;
  /** With all below them. */
  readonly units: readonly string[];
  readonly elements: readonly CountyElement[];
}

/** Of each element: how many subjects these units have, how many values, how many still fresh, how recent, from where. */
export async function knownShare(
  { db, clock }: { readonly db: Db } & Pick<Context, 'clock'>,
  { county, units, elements }: ShareAsk,
): Promise<facts.KnownShare[]> {
  const ranges = rangesOf(units);
  const [counts, subjects] = await Promise.all([
    countFacts(db, { county, elements: elements.map(({ key }) => key), ranges }),
    countSubjects(db, county, ranges),
  ]);
  const byElement = Map.groupBy(counts, ({ element }) => element);
  const today = clock.today();
  return elements.map(({ key, entity, updatePeriod }) => {
    const days = byElement.get(key) ?? [];
    const fresh = days.filter(({ asOf }) => isFresh(asOf, updatePeriod, today));
    return {
      element: key,
      subjects: subjects.get(entity) ?? 0,
      known: total(days),
      fresh: total(fresh),
      asOf: days[0]?.asOf ?? null,
      source: days[0]?.source ?? null,
    };
  });
}

function total(days: readonly { readonly facts: number }[]): number {
  return days.reduce((sum, { facts }) => sum + facts, 0);
}
