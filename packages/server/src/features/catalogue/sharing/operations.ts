import { Refusal, type catalogue } from '@qingzhuang/contract';
import type { Acting } from '../../../platform/context.ts';
import type { Db } from '../../../platform/db.ts';
import { assertUnits } from '../../organisations/index.ts';
import type { CountyElement } from '../elements/element.ts';
import { findElement, findElementForUpdate } from '../elements/store.ts';
import { speaksForOwner, whyWithheld } from '../facts/sight.ts';
import { insertGrant, listGrants, listShareable } from './store.ts';
import { lastDayOfGrant } from './grant.ts';

/** The grants of an element that are in force. */
export async function readGrants(
  { db, actor, clock }: Acting,
  key: string,
): Promise<{ readonly items: readonly catalogue.SharingGrant[] }> {
  if ((await findElement(db, actor.county, key)) === undefined) throw new Refusal('no-such-record');
  return { items: await listGrants(db, actor.county, { key, on: clock.today() }) };
}

/** Whether a unit may be given an element, and why not. */
type SharingVerdict = 'given' | 'closed' | 'no-grant';

interface SharingAsk {
  readonly county: string;
  /** Keys of elements. */
  readonly elements: readonly string[];
  /** The unit that wants them. */
  readonly receiver: string;
  /** `YYYY-MM-DD`; a grant counts through its last day. */
  readonly today: string;
}

/** Of each of these elements: may the unit be given it today? Those that the county does not have are left out. */
export async function decideSharing(
  db: Db,
  { county, elements, receiver, today }: SharingAsk,
): Promise<ReadonlyMap<string, SharingVerdict>> {
  const shareable = await listShareable(db, county, { keys: elements, receiver, on: today });
  return new Map(
    shareable.map(({ isGranted, ...element }) => {
      const grants = isGranted ? [{ key: element.key, receiver }] : [];
      return [element.key, whyWithheld(element, receiver, grants) ?? 'given'];
    }),
  );
}

interface GrantPlan {
  readonly key: string;
  readonly receiver: string;
  readonly purpose: string;
  readonly until: string;
}

/** Lets a unit have a conditional element for a purpose, until a day. */
export async function grantSharing(acting: Acting, plan: GrantPlan): Promise<catalogue.SharingGrant> {
  const { db, actor, clock } = acting;
  const { key, receiver, purpose, until } = plan;
  const { county, person } = actor;
  const element = await getOwnElement(acting, key);
  if (element.sharing !== 'conditional' || element.state === 'retired') throw new Refusal('wrong-state');
  assertFits(until, clock.today());
  await assertUnits(db, [receiver]);
  await insertGrant(db, county, { key, receiver, purpose, untilOn: until, person, at: clock.now().toISOString() });
  const grants = await listGrants(db, county, { key, on: clock.today() });
  const granted = grants.find((grant) => grant.receiver === receiver);
  if (granted === undefined) throw new Error('A grant that has just been made is not in force');
  return granted;
}

function assertFits(until: string, today: string): void {
  if (until >= today && until <= lastDayOfGrant(today)) return;
  throw new Refusal('invalid-input', { errors: [{ pointer: '/until', detail: '应在今天之后、一年之内' }] });
}

/** Ends a grant. */
export async function withdrawSharing(
  acting: Acting,
  { key, receiver }: { readonly key: string; readonly receiver: string },
): Promise<{ readonly done: true }> {
  const { db, actor, clock } = acting;
  const { county, person } = actor;
  await getOwnElement(acting, key);
  const grants = await listGrants(db, county, { key, on: clock.today() });
  const grant = grants.find((one) => one.receiver === receiver);
  if (grant === undefined) throw new Refusal('no-such-record');
  const at = clock.now().toISOString();
  await insertGrant(db, county, { key, receiver, purpose: grant.purpose, untilOn: null, person, at });
  return { done: true };
}

/** The element, held until the transaction ends. Refuses whoever does not speak for its owner. */
async function getOwnElement({ db, actor }: Acting, key: string): Promise<CountyElement> {
  const element = await findElementForUpdate(db, actor.county, key);
  if (element === undefined) throw new Refusal('no-such-record');
  if (!speaksForOwner(actor.posts, element)) throw new Refusal('not-allowed');
  return element;
}
