import { Refusal, type facts } from '@qingzhuang/contract';
import type { Acting } from '../../../../../platform/context.ts';
import { assertNoIdentityNumber } from '../../../../../platform/identity-numbers.ts';
import { localUnit } from '../../sight.ts';
import { findSubjects, type SubjectRow } from '../../store.ts';
import { lockSubjects } from '../../writing/store.ts';
import { insertSubjectEvent, saveEnd } from './store.ts';

type EndedSubject = Omit<facts.Subject, 'facts'>;

/** Takes a subject off the lists, from a day on. Only who serves it knows that it is no more. */
export async function endSubject(
  acting: Acting,
  { id, on, reason }: { readonly id: number; readonly on: string; readonly reason: string },
): Promise<EndedSubject> {
  assertNoIdentityNumber(reason, '/reason');
  const { subject, unit } = await getServed(acting, id);
  if (subject.endedOn !== null) throw new Refusal('wrong-state');
  if (on > acting.clock.today()) {
    throw new Refusal('invalid-input', { errors: [{ pointer: '/on', detail: '不能晚于今天' }] });
  }
  return save(acting, subject, { what: 'ended', endedOn: on, reason, unit });
}

/** Puts back on the lists what was taken off them by mistake. */
export async function restoreSubject(
  acting: Acting,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<EndedSubject> {
  assertNoIdentityNumber(reason, '/reason');
  const { subject, unit } = await getServed(acting, id);
  if (subject.endedOn === null) throw new Refusal('wrong-state');
  return save(acting, subject, { what: 'restored', endedOn: null, reason, unit });
}

/** A subject that the actor serves, held until the transaction ends, and the unit in whose name he does. */
async function getServed(
  { db, actor }: Acting,
  id: number,
): Promise<{ readonly subject: SubjectRow; readonly unit: string }> {
  await lockSubjects(db, actor.county, [id]);
  const [subject] = await findSubjects(db, actor.county, [id]);
  const unit = subject && localUnit(actor.posts, subject.unit);
  if (subject === undefined || unit === undefined) throw new Refusal('no-such-record');
  return { subject, unit };
}

interface End {
  readonly what: 'ended' | 'restored';
  readonly endedOn: string | null;
  readonly reason: string;
  readonly unit: string;
}

async function save({ db, actor, clock }: Acting, subject: SubjectRow, end: End): Promise<EndedSubject> {
  const { county, person } = actor;
  const { endedOn, reason } = end;
  await saveEnd(db, county, { id: subject.id, endedOn, endedWhy: endedOn === null ? null : reason });
  await insertSubjectEvent(db, county, { ...end, subject: subject.id, person, at: clock.now().toISOString() });
  return { ...subject, endedOn };
}
