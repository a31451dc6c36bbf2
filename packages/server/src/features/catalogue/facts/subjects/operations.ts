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
import { hasCode } from '../fact.ts';
import { logLookUp } from '../looks/operations.ts';
import { attachFacts, chooseElements, toShownFact, type SubjectFacts } from '../operations.ts';
import { centralUnits, isReadBy, localUnit, personalAmong, rangesOf, seesWhole, whyWithheld } from '../sight.ts';
import { findSources, findSubjects, listFacts, listPastFacts, listSubjects, type SubjectRow } from '../store.ts';
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
  const { by, elements: wanted, seesCodes } = await chooseVisible(acting, unit, entity);
  // Who is given nothing of them is not told either who they are, how many and where.
  if (wanted.length === 0) return { items: [], next: null };
  const after = readCursor(ask, z.tuple([z.string(), z.int()]));
  const page = { most: rowsFor(ask), ...(after !== undefined && { after }) };
  const rows = await listSubjects(db, { county: actor.county, entity, ranges: rangesOf([unit]), ...page });
  const { items, next } = toPage(rows, ask, (row) => [row.unit, row.id]);
  const chosen = ask.elements === undefined ? wanted : chooseElements(wanted, ask.elements);
  const known = await attachFacts(acting, seals, { subjects: items, elements: chosen, by, unit, purpose });
  return { items: known.map((subject) => toWire(subject, seesCodes)), next };
}

/** A subject as it is told; its code is a value of its own, which not everybody is given. */
export function toWire({ facts, code, ...subject }: SubjectFacts, seesCodes: boolean): facts.Subject {
  return { ...subject, code: seesCodes ? code : null, facts: [...facts.values()] };
}

interface Visible {
  /** The unit in whose name the actor looks. */
  readonly by: string;
  /** Of the kind that is asked for. */
  readonly elements: readonly CountyElement[];
  readonly seesCodes: boolean;
}

/**
 * What the actor may see of the subjects of a unit: who serves them all that is not closed, a body of the county what
 * it owns and what it is given. Nobody else finds them at all.
 */
async function chooseVisible({ db, actor, clock }: Acting, unit: string, entity: catalogue.Entity): Promise<Visible> {
  const all = await listElements(db, actor.county);
  const ofKind = all.filter((element) => element.entity === entity);
  const local = localUnit(actor.posts, unit);
  if (local !== undefined) {
    return { by: local, elements: ofKind.filter((element) => isReadBy(local, element)), seesCodes: true };
  }
  const [by] = centralUnits(actor.posts);
  if (by === undefined) throw new Refusal('no-such-record');
  const grants = await listGrantsTo(db, actor.county, by, clock.today());
  const elements = ofKind.filter((element) => whyWithheld(element, by, grants) === undefined);
  return { by, elements, seesCodes: hasCode(entity, elements) };
}

/** A subject that the actor may see at all, with what he may see of it. */
async function getVisible(acting: Acting, id: number): Promise<Visible & { readonly subject: SubjectRow }> {
  const [subject] = await findSubjects(acting.db, acting.actor.county, [id]);
  if (subject === undefined) throw new Refusal('no-such-record');
  const visible = await chooseVisible(acting, subject.unit, subject.entity);
  if (visible.elements.length === 0) throw new Refusal('no-such-record');
  return { ...visible, subject };
}

/** One subject with all that the actor may see of it. */
export async function readSubject(
  acting: Acting,
  seals: Seals,
  { id, purpose }: { readonly id: number; readonly purpose: string },
): Promise<facts.Subject> {
  const { by, subject, elements, seesCodes } = await getVisible(acting, id);
  const unit = subject.unit;
  const [known] = await attachFacts(acting, seals, { subjects: [subject], elements, by, unit, purpose });
  if (known === undefined) throw new Refusal('no-such-record');
  return toWire(known, seesCodes);
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
