import type { facts } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import type { CountyElement } from '../../elements/element.ts';
import { listElements } from '../../elements/store.ts';
import { codeElementOf, decideWrite, foldCode, type Source, type Statement } from '../fact.ts';
import { keepValue, openValue, placeOf } from '../operations.ts';
import { isOwner } from '../sight.ts';
import { findSources, listFacts, type StoredFact } from '../store.ts';
import { liftBySaying } from '../subjects/away/operations.ts';
import { createTally, type Tally } from './tally.ts';
import { findPlaces, findTaken, recode, recodingOf, TAKEN, type Placed, type Recoding } from './subjects/operations.ts';
import {
  insertBatch,
  insertConflicts,
  insertFacts,
  lockSubjects,
  moveSubjects,
  takeBatchNumber,
  updateFacts,
  type NewConflict,
} from './store.ts';
import { type FactWrite, type SubjectRef, type WriteResult } from './writing.ts';

/** Where values come from, and of which day they are. */
export interface WriteSource extends Source {
  readonly demand?: string | null;
  readonly form?: number | null;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Only says what would become of the values. */
  readonly dryRun?: boolean;
}

/** So many writes are decided at once: more of them would fill the memory with what is held beside them. */
const MOST_AT_ONCE = 20_000;

/**
 * Writes values, each beside what is held: new, updated, confirmed, or in conflict, which the owner of the element then
 * resolves. What cannot be written is told in words, and the rest is. The same writes again change nothing.
 */
export async function writeFacts(
  acting: Acting,
  seals: Seals,
  writes: readonly FactWrite[],
  source: WriteSource,
): Promise<WriteResult> {
  const { db, actor } = acting;
  const { county } = actor;
  const elements = new Map((await listElements(db, county)).map((element) => [element.key, element]));
  const isDry = source.dryRun === true;
  const tally = createTally(writes.length);
  const batch = isDry ? 0 : await takeBatchNumber(db);
  let digest = '';
  for (let from = 0, to = 0; from < writes.length; from = to) {
    to = endOfPart(writes, from);
    const part = writes.slice(from, to);
    const job = { acting, seals, elements, source, batch, isDry, tally, from };
    await writePart(job, part);
    digest = seals.digest(digest + spell(part), `batch ${county} ${batch}`).toString('hex');
  }
  const result = tally.result();
  if (!isDry && tally.wasTouched()) {
    await insertBatch(db, county, batchOf(acting, source, { ...result, batch, digest, moved: tally.moved() }));
  }
  return result;
}

/** A part ends between two subjects: a new one is made once. */
function endOfPart(writes: readonly FactWrite[], from: number): number {
  let to = Math.min(from + MOST_AT_ONCE, writes.length);
  while (to < writes.length && isSameSubject(writes[to - 1], writes[to])) to += 1;
  return to;
}

function isSameSubject(one: FactWrite | undefined, other: FactWrite | undefined): boolean {
  return one !== undefined && other !== undefined && spellRef(one.subject) === spellRef(other.subject);
}

function spell(writes: readonly FactWrite[]): string {
  return JSON.stringify(writes.map(({ subject, element, value }) => [subject, element, value]));
}

export function batchOf(
  { actor, clock }: Acting,
  { kind, name, unit, demand = null, form = null }: WriteSource,
  {
    batch,
    ...done
  }: Pick<WriteResult, 'created' | 'updated' | 'confirmed' | 'conflicts'> & {
    readonly batch: number;
    readonly digest: string;
    readonly moved: number;
  },
): Parameters<typeof insertBatch>[2] {
  const { created, updated, confirmed, conflicts, digest, moved } = done;
  const { person } = actor;
  const at = clock.now().toISOString();
  return {
    id: batch,
    kind,
    name,
    unit,
    demand,
    form,
    person,
    created,
    updated,
    confirmed,
    conflicts,
    moved,
    digest,
    at,
  };
}

interface Job {
  readonly acting: Acting;
  readonly seals: Seals;
  readonly elements: ReadonlyMap<string, CountyElement>;
  readonly source: WriteSource;
  readonly batch: number;
  readonly isDry: boolean;
  readonly tally: Tally;
  /** Where the part begins among all writes. */
  readonly from: number;
}

/** A write whose element and subject are known. */
interface Ready {
  /** Among the writes of the part; null for what tells a subject apart, which nobody has written by itself. */
  readonly index: number | null;
  readonly write: FactWrite;
  readonly element: CountyElement;
  /** Null for a new subject that is only tried. */
  readonly subject: number | null;
}

async function writePart(job: Job, part: readonly FactWrite[]): Promise<void> {
  const { acting, seals, source, isDry, tally, from } = job;
  const { db, actor } = acting;
  const { county } = actor;
  const placed = await findPlaces(
    { db, seals, county, writer: source.unit, isDry },
    part.map(({ subject }) => subject),
  );
  tally.addSubjects(placed.made, placed.moves.length);
  if (!isDry) {
    await moveSubjects(db, county, placed.moves);
    await liftBySaying(acting, placed.there, source);
  }
  const ready = chooseReady(job, part, placed.places);
  const ids = [...new Set(ready.flatMap(({ subject }) => (subject === null ? [] : [subject])))];
  if (!isDry) await lockSubjects(db, county, ids);
  const held = await readHeld(job, ids);
  const all = [...ready, ...tellCodes(job, part, placed.places)];
  const taken = await findTaken({ db, seals, county }, recodingsAmong(all, held));
  const { created, changed, conflicts, recoded } = decideAll(job, all, { held, taken });
  for (const { index, subject } of ready) tally.place(from + (index ?? 0), subject);
  if (isDry) return;
  if (created.length + changed.length + conflicts.length + placed.moves.length > 0) tally.touch();
  await insertFacts(db, county, created);
  await updateFacts(db, county, changed);
  await insertConflicts(db, county, conflicts);
  await recode({ db, seals, county }, recoded);
}

/** The writes that would give a subject another code. */
function recodingsAmong(ready: readonly Ready[], held: ReadonlyMap<string, Held>): Recoding[] {
  return ready.flatMap(({ subject, element, write }) => {
    const known = held.get(keyOf({ subject, element: element.key }));
    return subject === null || known === undefined ? [] : recodingOf(subject, element, [known.value, write.value]);
  });
}

/** What can be written at all; the rest is refused in words. Who is new brings along what tells it apart. */
function chooseReady(job: Job, part: readonly FactWrite[], places: readonly Placed[]): Ready[] {
  const { elements, tally, from } = job;
  return part.flatMap((write, index): Ready[] => {
    const place = places[index];
    const element = elements.get(write.element);
    const reason = faultOf(write, element, place);
    if (reason !== undefined || element === undefined || place === undefined || 'reason' in place) {
      tally.refuse(from + index, reason ?? '');
      return [];
    }
    return [{ index, write, element, subject: place.id }];
  });
}

function faultOf(write: FactWrite, element: CountyElement | undefined, place: Placed | undefined): string | undefined {
  if (element === undefined) return `目录中没有在用的元素 ${write.element}`;
  if (place === undefined) return '没有这个对象';
  if ('reason' in place) return place.reason;
  return element.entity === place.entity ? undefined : `${element.name}不是这类对象的数据`;
}

/** What tells a subject apart is known of it as well. */
function tellCodes({ elements }: Job, part: readonly FactWrite[], places: readonly Placed[]): Ready[] {
  const told = new Map<string, Ready>();
  for (const [index, { subject }] of part.entries()) {
    const place = places[index];
    if ('id' in subject || place === undefined || 'reason' in place || told.has(spellRef(subject))) continue;
    const { entity, code } = subject;
    const element =
      subject.element === undefined ? codeElementOf(entity, code, elements) : elements.get(subject.element);
    if (element === undefined) continue;
    const write = { subject, element: element.key, value: foldCode(code), place: null };
    told.set(spellRef(subject), { index: null, write, element, subject: place.id });
  }
  return [...told.values()];
}

interface Held extends Statement {
  readonly row: StoredFact;
}

async function readHeld({ acting, seals, elements }: Job, ids: readonly number[]): Promise<Map<string, Held>> {
  const { db, actor } = acting;
  const { county } = actor;
  const rows = await listFacts(db, { county, subjects: ids, elements: [...elements.keys()] });
  const sources = await findSources(db, county, new Set(rows.map(({ batch }) => batch)));
  return new Map(
    rows.map((row) => {
      const source = sources.get(row.batch) ?? UNKNOWN;
      const { asOf, byOwner } = row;
      return [keyOf(row), { row, value: openValue(seals, county, row), asOf, byOwner, source }];
    }),
  );
}

/** Of a batch that this very transaction is writing. */
const UNKNOWN: Source = { kind: 'system', name: '', unit: '' };

function keyOf({ subject, element }: { readonly subject: number | null; readonly element: string }): string {
  return `${subject ?? 'new'} ${element}`;
}

interface Decided {
  readonly created: Omit<StoredFact, 'version'>[];
  readonly changed: Omit<StoredFact, 'version'>[];
  readonly conflicts: NewConflict[];
  readonly recoded: Recoding[];
}

interface Known {
  readonly held: ReadonlyMap<string, Held>;
  /** See `findTaken`. */
  readonly taken: ReadonlySet<string>;
}

/** The first of two writes of one value counts; a second that says otherwise is refused. */
function decideAll(job: Job, ready: readonly Ready[], { held, taken }: Known): Decided {
  const { acting, source } = job;
  const decided: Decided = { created: [], changed: [], conflicts: [], recoded: [] };
  const written = new Map<string, string>();
  const today = acting.clock.today();
  for (const one of ready) {
    const { write, element, subject } = one;
    const key =
      subject === null ? `${spellRef(write.subject)} ${element.key}` : keyOf({ subject, element: element.key });
    const before = written.get(key);
    if (before !== undefined) {
      tellRepeated(job, one, before);
      continue;
    }
    written.set(key, write.value);
    const known = subject === null ? undefined : held.get(key);
    const offered = { value: write.value, asOf: source.asOf, source, byOwner: isOwner(source.unit, element) };
    const outcome = decideWrite(known, offered, element, today);
    if (outcome === 'updated' && taken.has(key)) {
      refuse(job, one, TAKEN);
      continue;
    }
    if (one.index !== null) job.tally.count(job.from + one.index, outcome);
    if (subject !== null && !job.isDry) collect(job, decided, { ...one, subject, outcome, known });
  }
  return decided;
}

function tellRepeated(job: Job, one: Ready, before: string): void {
  if (before !== one.write.value) refuse(job, one, '同一个对象的这一项前面已有不同的值');
  else if (one.index !== null) job.tally.count(job.from + one.index, 'unchanged');
}

function refuse({ tally, from }: Job, { index }: Ready, reason: string): void {
  if (index !== null) tally.refuse(from + index, reason);
}

function spellRef(subject: SubjectRef): string {
  return 'id' in subject ? String(subject.id) : `${subject.entity} ${subject.code}`;
}

interface ToCollect extends Ready {
  readonly subject: number;
  readonly outcome: facts.WriteOutcome;
  readonly known: Held | undefined;
}

function collect({ acting, seals, source, batch }: Job, decided: Decided, one: ToCollect): void {
  const { write, element, subject, outcome, known } = one;
  if (outcome === 'unchanged') return;
  // What is confirmed may have been said less exactly.
  const value = outcome === 'confirmed' && known !== undefined ? known.value : write.value;
  const { county } = acting.actor;
  const place = { subject, element: element.key };
  const said = {
    ...place,
    ...keepValue({ seals, county }, { subject, element, value }),
    asOf: source.asOf,
    batch,
    place: write.place,
  };
  if (outcome === 'conflict') {
    decided.conflicts.push({
      ...said,
      id: acting.chance.id(),
      digest: seals.digest(value, placeOf(county, place)),
    });
    return;
  }
  const rows = outcome === 'created' ? decided.created : decided.changed;
  if (known !== undefined) decided.recoded.push(...recodingOf(subject, element, [known.value, value]));
  rows.push({ ...said, confidence: write.confidence ?? 1, byOwner: isOwner(source.unit, element) });
}
