import type { catalogue } from '@qingzhuang/contract';
import type { Db } from '../../../../../platform/db.ts';
import type { Seals } from '../../../../../platform/sealed.ts';
import type { CountyElement } from '../../../elements/element.ts';
import { CODE_ELEMENTS, foldCode, mayStandInClear } from '../../fact.ts';
import { findByDigest, findSubjects, type SubjectRow } from '../../store.ts';
import { findUnits, insertSubjects, recodeSubjects, type Move } from '../store.ts';
import { decidePlace, type SubjectRef } from '../writing.ts';

/** Where a reference leads: a subject (null: new, and only tried), or nowhere, and why. */
export type Placed = { readonly id: number | null; readonly entity: catalogue.Entity } | { readonly reason: string };

interface Placing {
  readonly db: Db;
  readonly seals: Seals;
  readonly county: string;
  /** The unit for which it is written. */
  readonly writer: string;
  readonly isDry: boolean;
}

interface Places {
  /** One for each reference, in their order. */
  readonly places: readonly Placed[];
  readonly made: number;
  readonly moves: readonly Move[];
  /** Of known subjects: where it was said that they are. */
  readonly there: readonly { readonly subject: number; readonly unit: string }[];
}

type CodedRef = Exclude<SubjectRef, { readonly id: number }>;

/** The subjects that these references mean; those that nobody knows yet are added, unless it is only tried. */
export async function findPlaces(placing: Placing, refs: readonly SubjectRef[]): Promise<Places> {
  const { db, county, writer, isDry } = placing;
  const ids = [...new Set(refs.flatMap((ref) => ('id' in ref ? [ref.id] : [])))];
  const coded = new Map(refs.flatMap((ref) => ('id' in ref ? [] : [[spell(ref), ref] as const])));
  const units = [...coded.values()].flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const [byId, known, living] = await Promise.all([
    findSubjects(db, county, ids),
    findCoded(placing, coded),
    findUnits(db, county, units),
  ]);
  const fresh = [...coded].filter(([ref]) => !known.has(ref));
  const makable = fresh.filter(
    ([, { unit }]) =>
      unit !== null && living.has(unit) && decidePlace({ unit, endedOn: null }, unit, writer) === 'stays',
  );
  const made = isDry ? new Map<string, SubjectRow>() : await makeSubjects(placing, new Map(makable));
  const numbered = new Map(byId.map((row) => [row.id, row]));
  const canMake = new Set(makable.map(([ref]) => ref));
  const moves = new Map<number, Move>();
  const places = refs.map((ref): Placed => {
    const row = 'id' in ref ? numbered.get(ref.id) : (known.get(spell(ref)) ?? made.get(spell(ref)));
    if (row !== undefined) return placeOfKnown(row, ref, { writer, living, moves });
    if ('id' in ref) return { reason: '没有这个对象' };
    return canMake.has(spell(ref)) ? { id: null, entity: ref.entity } : { reason: whyNotMade(ref, living) };
  });
  const there = [...coded].flatMap(([ref, { unit }]) => {
    const subject = known.get(ref)?.id;
    return subject === undefined || unit === null ? [] : [{ subject, unit }];
  });
  return { places, made: makable.length, moves: [...moves.values()], there };
}

interface Ground {
  readonly writer: string;
  readonly living: ReadonlySet<string>;
  /** Added to where the subject moves. */
  readonly moves: Map<number, Move>;
}

function placeOfKnown(row: SubjectRow, ref: SubjectRef, { writer, living, moves }: Ground): Placed {
  const said = 'id' in ref ? null : ref.unit;
  const verdict = decidePlace(row, said, writer);
  if (typeof verdict === 'object') return verdict;
  if (verdict === 'moves' && said !== null) {
    if (!living.has(said)) return { reason: `没有单位 ${said}，或它已撤并` };
    moves.set(row.id, { id: row.id, to: said });
  }
  return { id: row.id, entity: row.entity };
}

function whyNotMade({ unit }: CodedRef, living: ReadonlySet<string>): string {
  if (unit === null) return '没有查到这个对象；新对象须写明所在的村或单位';
  return living.has(unit) ? '不在本单位的范围内' : `没有单位 ${unit}，或它已撤并`;
}

function spell({ entity, code }: CodedRef): string {
  return `${entity} ${foldCode(code)}`;
}

function digestOf({ seals, county }: Placing, { entity, code }: CodedRef): Buffer {
  return seals.digest(foldCode(code), `subject ${county} ${entity}`);
}

async function findCoded(placing: Placing, coded: ReadonlyMap<string, CodedRef>): Promise<Map<string, SubjectRow>> {
  const { db, county } = placing;
  const known = new Map<string, SubjectRow>();
  for (const [entity, refs] of Map.groupBy(coded, ([, ref]) => ref.entity)) {
    const spelt = new Map(refs.map(([spelling, ref]) => [digestOf(placing, ref).toString('hex'), spelling]));
    const digests = [...spelt.keys()].map((hex) => Buffer.from(hex, 'hex'));
    for (const { digest, ...row } of await findByDigest(db, { county, entity, digests })) {
      known.set(spelt.get(digest) ?? '', row);
    }
  }
  return known;
}

async function makeSubjects(placing: Placing, refs: ReadonlyMap<string, CodedRef>): Promise<Map<string, SubjectRow>> {
  if (refs.size === 0) return new Map();
  const subjects = [...refs.values()].map((ref) => ({
    entity: ref.entity,
    unit: ref.unit ?? '',
    code: codeInClear(ref),
    digest: digestOf(placing, ref),
  }));
  await insertSubjects(placing.db, placing.county, subjects);
  return findCoded(placing, refs);
}

type Searching = Pick<Placing, 'db' | 'seals' | 'county'>;

/** What tells a subject apart, before and after it was corrected. */
export interface Recoding {
  readonly subject: number;
  readonly element: string;
  readonly entity: catalogue.Entity;
  readonly from: string;
  readonly to: string;
}

/** The other code that a value gives its subject; none where it tells nothing apart, or is the same. */
export function recodingOf(
  subject: number,
  { key, entity }: Pick<CountyElement, 'key' | 'entity'>,
  [from, to]: readonly [string, string],
): Recoding[] {
  return from !== to && CODE_ELEMENTS[entity].includes(key) ? [{ subject, element: key, entity, from, to }] : [];
}

/** Why a code is not taken over. */
export const TAKEN = '这个号码已是另一个对象的，请先核对两者是不是同一个';

/** Where a new code is another subject's, as `subject element`: the two may be one, which somebody has to look at. */
export async function findTaken(searching: Searching, recodings: readonly Recoding[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const [entity, all] of Map.groupBy(recodings, (one) => one.entity)) {
    const codes = all.flatMap(({ from, to }) => [from, to]);
    const known = await findByCode(searching, entity, codes);
    for (const { subject, element, from, to } of all) {
      const [own, other] = [from, to].map((code) => known.get(spell({ entity, code, unit: null }))?.id);
      if (own === subject && other !== undefined && other !== subject) taken.add(`${subject} ${element}`);
    }
  }
  return taken;
}

/** Lets subjects be found by their new codes; one that is known by another of its codes stays as it is. */
export async function recode({ db, seals, county }: Searching, recodings: readonly Recoding[]): Promise<void> {
  const placing = { db, seals, county, writer: '', isDry: false };
  await recodeSubjects(
    db,
    county,
    recodings.map(({ subject, entity, from, to }) => {
      const ref = { entity, code: to, unit: null };
      const before = digestOf(placing, { ...ref, code: from });
      return { id: subject, before, digest: digestOf(placing, ref), code: codeInClear(ref) };
    }),
  );
}

/** The subjects of a kind that have these codes, by the code as it was given. */
export async function findByCode(
  { db, seals, county }: Searching,
  entity: catalogue.Entity,
  codes: readonly string[],
): Promise<Map<string, SubjectRow>> {
  const refs = new Map(codes.map((code) => [spell({ entity, code, unit: null }), { entity, code, unit: null }]));
  return findCoded({ db, seals, county, writer: '', isDry: true }, refs);
}

/** The code of a person is an identity number or another paper of theirs: it never stands in clear. */
function codeInClear({ entity, code }: CodedRef): string | null {
  const folded = foldCode(code);
  return entity !== 'person' && mayStandInClear(folded) ? folded : null;
}
