import { Refusal } from '@qingzhuang/contract';
import type { Acting } from '../../../../../platform/context.ts';
import type { Source } from '../../fact.ts';
import { holds } from '../../sight.ts';
import { findSubjects } from '../../store.ts';
import { endSubject, restoreSubject } from '../ends/operations.ts';
import { insertSubjectEvent } from '../ends/store.ts';
import { deleteAway, insertAway, listAway } from './store.ts';

/** Of whom a unit says in a form that they are no more, or not there; and who stands there after all. */
export interface PresenceSaid {
  readonly unit: string;
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly gone: readonly { readonly subject: number; readonly why: 'died' | 'moved' | 'not-ours' }[];
  readonly back: readonly number[];
}

const REASON = '报表划行';

/**
 * The dead are taken off the county's lists, and who is not there stays out of the unit's next forms; who is back is put
 * back. Gives the subjects of whom the actor may not say so, each with what to do.
 */
export async function settlePresence(acting: Acting, said: PresenceSaid): Promise<ReadonlyMap<number, string>> {
  const { unit, on, gone, back } = said;
  const refused = new Map<number, string>();
  for (const { subject, why } of gone) {
    if (why !== 'died') await markAway(acting, { subject, unit, since: on, reason: why });
    else if (!(await tried(() => endSubject(acting, { id: subject, on, reason: `${REASON}：已去世` }))))
      refused.set(subject, '没有注销：请由所在村镇在数据目录办理');
  }
  for (const subject of back) {
    await liftAway(acting, { subject, unit }, `${REASON}后恢复`);
    if (!(await tried(() => restoreSubject(acting, { id: subject, reason: `${REASON}后恢复` }))))
      refused.set(subject, '没有恢复：请由所在村镇在数据目录办理');
  }
  return refused;
}

/** Whether it was done; somebody may have done so before. */
async function tried(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'wrong-state';
  }
}

type Mark = Parameters<typeof insertAway>[2];

async function markAway({ db, actor, clock }: Acting, mark: Mark): Promise<void> {
  const { county, person } = actor;
  const { subject, unit } = mark;
  const [found] = await findSubjects(db, county, [subject]);
  if (found === undefined || !holds(unit, found.unit) || !(await insertAway(db, county, mark))) return;
  const reason = `${REASON}：${mark.reason === 'moved' ? '已迁走' : '不是本单位的'}`;
  const at = clock.now().toISOString();
  await insertSubjectEvent(db, county, { subject, what: 'away', endedOn: null, reason, unit, person, at });
}

async function liftAway(
  { db, actor, clock }: Acting,
  { subject, unit }: Pick<Mark, 'subject' | 'unit'>,
  reason: string,
): Promise<void> {
  const { county, person } = actor;
  if (!(await deleteAway(db, county, { subject, unit }))) return;
  const at = clock.now().toISOString();
  await insertSubjectEvent(db, county, { subject, what: 'back', endedOn: null, reason, unit, person, at });
}

/** Where somebody says that subjects are: what a unit has said against it before falls, and so does its own word. */
export async function liftBySaying(
  acting: Acting,
  said: readonly { readonly subject: number; readonly unit: string }[],
  { name, unit: by, asOf }: Pick<Source, 'name' | 'unit'> & { readonly asOf: string },
): Promise<void> {
  const { db, actor } = acting;
  const units = said.map(({ unit }) => unit);
  const marks = units.length === 0 ? [] : await listAway(db, actor.county, units);
  const there = new Set(said.map(({ subject, unit }) => `${subject} ${unit}`));
  for (const { subject, unit, since } of marks) {
    const isNewer = asOf > since || by === unit;
    if (isNewer && there.has(`${subject} ${unit}`)) await liftAway(acting, { subject, unit }, `登记在本单位：${name}`);
  }
}
