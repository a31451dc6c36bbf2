import { readValue } from '@qingzhuang/analysis';
import { Refusal, type catalogue, type facts, type Page } from '@qingzhuang/contract';
import { z } from 'zod';
import type { Acting } from '../../../../platform/context.ts';
import { readCursor, rowsFor, toPage, type PageRequest } from '../../../../platform/cursor.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import { namesOf } from '../../../organisations/index.ts';
import type { CountyElement } from '../../elements/element.ts';
import { listElements } from '../../elements/store.ts';
import { listGrantsTo } from '../../sharing/store.ts';
import { logLookUp } from '../looks/operations.ts';
import { attachFacts, chooseElements, toShownFact, type SubjectFacts } from '../operations.ts';
import { centralUnits, localUnit, personalAmong, rangesOf, seesWhole, whyWithheld } from '../sight.ts';
import {
  endSubject as saveEnd,
  findSources,
  findSubjects,
  listFacts,
  listPastFacts,
  listSubjects,
  type SubjectRow,
} from '../store.ts';
import { writeFacts } from '../writing/operations.ts';

interface ListAsk extends PageRequest {
  readonly unit: string;
  readonly entity: catalogue.Entity;
  readonly elements?: readonly string[];
  readonly purpose: string;
}

/** A part of the subjects of a unit and all below it, with what the actor may see of them. */
export async function readSubjects(acting: Acting, seals: Seals, ask: ListAsk): Promise<Page<facts.Subject>> {
  const { db, actor } = acting;
  const { unit, entity, purpose } = ask;
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('no-such-record');
  const { by, elements } = await chooseVisible(acting, unit);
  const wanted = elements.filter((element) => element.entity === entity);
  const after = readCursor(ask, z.tuple([z.string(), z.int()]));
  const page = { most: rowsFor(ask), ...(after !== undefined && { after }) };
  const rows = await listSubjects(db, { county: actor.county, entity, ranges: rangesOf([unit]), ...page });
  const { items, next } = toPage(rows, ask, (row) => [row.unit, row.id]);
  const chosen = ask.elements === undefined ? wanted : chooseElements(wanted, ask.elements);
  const known = await attachFacts(acting, seals, { subjects: items, elements: chosen, by, unit, purpose });
  return { items: known.map(toWire), next };
}

export function toWire({ facts, ...subject }: SubjectFacts): facts.Subject {
  return { ...subject, facts: [...facts.values()] };
}

interface Visible {
  /** The unit in whose name the actor looks. */
  readonly by: string;
  readonly elements: readonly CountyElement[];
}

/**
 * What the actor may see of the subjects of a unit: who serves them all that is not closed, a body of the county what
 * it owns and what it is given. Nobody else finds them at all.
 */
async function chooseVisible({ db, actor, clock }: Acting, unit: string): Promise<Visible> {
  const elements = await listElements(db, actor.county);
  const local = localUnit(actor.posts, unit);
  if (local !== undefined) {
    return { by: local, elements: elements.filter(({ sharing, owner }) => sharing !== 'closed' || owner === local) };
  }
  const [by] = centralUnits(actor.posts);
  if (by === undefined) throw new Refusal('no-such-record');
  const grants = await listGrantsTo(db, actor.county, by, clock.today());
  return { by, elements: elements.filter((element) => whyWithheld(element, by, grants) === undefined) };
}

/** A subject that the actor may see at all, with what he may see of it. */
async function getVisible(acting: Acting, id: number): Promise<Visible & { readonly subject: SubjectRow }> {
  const [subject] = await findSubjects(acting.db, acting.actor.county, [id]);
  if (subject === undefined) throw new Refusal('no-such-record');
  const { by, elements } = await chooseVisible(acting, subject.unit);
  return { by, subject, elements: elements.filter(({ entity }) => entity === subject.entity) };
}

/** One subject with all that the actor may see of it. */
export async function readSubject(
  acting: Acting,
  seals: Seals,
  { id, purpose }: { readonly id: number; readonly purpose: string },
): Promise<facts.Subject> {
  const { by, subject, elements } = await getVisible(acting, id);
  const unit = subject.unit;
  const [known] = await attachFacts(acting, seals, { subjects: [subject], elements, by, unit, purpose });
  if (known === undefined) throw new Refusal('no-such-record');
  return toWire(known);
}

/** What a value was and is, the present one first. */
export async function readFactHistory(
  acting: Acting,
  seals: Seals,
  { id, element: key, purpose }: { readonly id: number; readonly element: string; readonly purpose: string },
): Promise<facts.FactHistory> {
  const { db, actor } = acting;
  const { county } = actor;
  const { by, subject, elements } = await getVisible(acting, id);
  const element = elements.find((one) => one.key === key);
  if (element === undefined) throw new Refusal('no-such-record');
  const [present, past] = await Promise.all([
    listFacts(db, { county, subjects: [id], elements: [key] }),
    listPastFacts(db, county, { subject: id, element: key }),
    logLookUp(acting, { by, unit: subject.unit, elements: personalAmong([element]), subjects: 1, purpose }),
  ]);
  const rows = [...present, ...past];
  const sources = await findSources(db, county, new Set(rows.map(({ batch }) => batch)));
  const isWhole = seesWhole(actor.posts, element, subject.unit);
  return { items: rows.map((row) => toShownFact(row, { seals, county, isWhole, source: sources.get(row.batch) })) };
}

/** Corrects or confirms a value, as of today. */
export async function correctFact(
  acting: Acting,
  seals: Seals,
  { id, element: key, value: raw }: { readonly id: number; readonly element: string; readonly value: string },
): Promise<{ readonly outcome: facts.WriteOutcome }> {
  const { by, elements } = await getVisible(acting, id);
  const element = elements.find((one) => one.key === key);
  if (element === undefined) throw new Refusal('no-such-record');
  if (by !== element.owner && localUnit(acting.actor.posts, by) === undefined) throw new Refusal('not-allowed');
  const today = acting.clock.today();
  const read = readValue(raw, element.type, element.options, { today, unit: element.unit });
  if ('fault' in read) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/value', detail: read.fault.message }] });
  }
  const write = { subject: { id }, element: key, value: read.value, place: null };
  const source = { kind: 'correction', name: '单条更正', unit: by, asOf: today } as const;
  const { outcomes, refused } = await writeFacts(acting, seals, [write], source);
  const [outcome] = outcomes;
  if (outcome !== undefined && outcome !== null) return { outcome };
  throw new Refusal('invalid-input', { errors: [{ pointer: '', detail: refused[0]?.reason ?? '' }] });
}

/** Takes a subject off the lists, from a day on. Only who serves it knows that it is no more. */
export async function endSubject(
  acting: Acting,
  { id, on, reason }: { readonly id: number; readonly on: string; readonly reason: string },
): Promise<Omit<facts.Subject, 'facts'>> {
  const { db, actor, clock } = acting;
  const [subject] = await findSubjects(db, actor.county, [id]);
  if (subject === undefined || localUnit(actor.posts, subject.unit) === undefined) throw new Refusal('no-such-record');
  if (subject.endedOn !== null) throw new Refusal('wrong-state');
  if (on > clock.today()) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/on', detail: '不能晚于今天' }] });
  }
  await saveEnd(db, actor.county, { id, on, reason });
  return { ...subject, endedOn: on };
}
