import { Refusal, type facts, type Page } from '@qingzhuang/contract';
import type { Acting } from '../../../../platform/context.ts';
import { assertNoIdentityNumber } from '../../../../platform/identity-numbers.ts';
import type { Seals } from '../../../../platform/sealed.ts';
import { findElement } from '../../elements/store.ts';
import { logLookUp } from '../looks/operations.ts';
import { openValue } from '../operations.ts';
import { centralUnits, localUnits, mask, rangesOf, seesWhole, speakingUnits, speaksForOwner } from '../sight.ts';
import { writeResolved } from '../writing/resolved/operations.ts';
import {
  findConflict,
  insertResolution,
  listConflicts,
  type ConflictFilter,
  type ConflictRow,
  type ConflictSight,
} from './store.ts';

/** What two sources say differently: of the subjects that the actor serves, and of the elements he answers for. */
export async function readConflicts(
  acting: Acting,
  seals: Seals,
  filter: ConflictFilter,
): Promise<Page<facts.Conflict>> {
  const { db, actor } = acting;
  const { items, next } = await listConflicts(db, actor.county, filter, sightOf(acting));
  await noteLook(acting, items);
  return { items: items.map((row) => toShown(acting, seals, row)), next };
}

function sightOf({ actor }: Acting): ConflictSight {
  return {
    ranges: rangesOf(localUnits(actor.posts)),
    owners: speakingUnits(actor.posts),
    unowned: actor.posts.some(({ role }) => role === 'office'),
  };
}

async function noteLook(acting: Acting, rows: readonly ConflictRow[]): Promise<void> {
  const { posts } = acting.actor;
  const by = localUnits(posts)[0] ?? centralUnits(posts)[0];
  if (by === undefined) return;
  const personal = rows.filter((row) => row.personal !== 'none');
  await logLookUp(acting, {
    by,
    unit: null,
    elements: [...new Set(personal.map(({ element }) => element))],
    subjects: new Set(personal.map(({ subject }) => subject)).size,
    purpose: '核对说法不一的值',
  });
}

function toShown({ actor }: Acting, seals: Seals, row: ConflictRow): facts.Conflict {
  const { id, subject, entity, unit, unitName, element, elementName, state, madeAt } = row;
  const { county, posts } = actor;
  const isWhole = seesWhole(posts, row, unit);
  function show(value: string | null, sealed: Buffer | null): string {
    const opened = openValue(seals, county, { subject, element, value, sealed });
    return isWhole ? opened : mask(opened);
  }
  const held =
    row.heldAsOf === null
      ? null
      : { value: show(row.heldValue, row.heldSealed), asOf: row.heldAsOf, source: row.heldSource ?? '' };
  const offered = { value: show(row.value, row.sealed), asOf: row.asOf, source: row.source, place: row.place };
  const mayResolve = state === 'open' && speaksForOwner(posts, row);
  return { id, subject, entity, unit, unitName, element, elementName, held, offered, state, madeAt, mayResolve };
}

interface Resolution {
  readonly id: string;
  readonly take: 'held' | 'offered';
  readonly reason: string;
}

/** The owner of the element says which of two values is right. */
export async function resolveConflict(
  acting: Acting,
  seals: Seals,
  { id, take, reason }: Resolution,
): Promise<facts.Conflict> {
  const { db, actor, clock } = acting;
  const { county, person, posts } = actor;
  assertNoIdentityNumber(reason, '/reason');
  const row = await findConflict(db, county, id, sightOf(acting));
  if (row === undefined) throw new Refusal('no-such-record');
  if (!speaksForOwner(posts, row)) throw new Refusal('not-allowed');
  if (row.state !== 'open') throw new Refusal('wrong-state');
  const element = await findElement(db, county, row.element);
  const unit = posts.find((post) => post.unit === row.owner)?.unit ?? centralUnits(posts)[0];
  if (element === undefined || unit === undefined) throw new Refusal('no-such-record');
  const at = clock.now().toISOString();
  await insertResolution(db, county, { conflict: id, take, unit, reason, person, at });
  const value =
    take === 'offered' ? openValue(seals, county, row) : openValue(seals, county, { ...row, ...heldOf(row) });
  await writeResolved(acting, seals, { subject: row.subject, element, value, unit });
  return toShown(acting, seals, { ...row, state: take === 'held' ? 'kept' : 'taken' });
}

function heldOf({ heldValue, heldSealed }: ConflictRow): Pick<ConflictRow, 'value' | 'sealed'> {
  return { value: heldValue, sealed: heldSealed };
}
