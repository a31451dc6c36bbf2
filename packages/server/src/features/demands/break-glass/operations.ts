import { Refusal, type breakGlass, type DeepReadonly, type Role } from '@qingzhuang/contract';
import { holdsRole, type Actor } from '../../../platform/actor.ts';
import type { Acting } from '../../../platform/context.ts';
import { insertNotice } from '../clocks/store.ts';
import { findDemand } from '../store.ts';
import { findOpenGlass, insertBreakGlass, insertUse, listBreakGlass } from './store.ts';

/** Long enough for what cannot wait, short enough that nobody works like this. */
const OPEN_HOURS = 4;
const HOUR_MS = 3_600_000;

/** Who watches over the gate, and is told at once. */
const TOLD: readonly Role[] = ['leader', 'supervisor', 'office'];

/** Opens for one demand what is closed to the actor. It is logged and told before anything can be done with it. */
export async function openBreakGlass(
  { db, actor, clock, chance }: Acting,
  { demand, purpose, reason }: Pick<breakGlass.BreakGlass, 'demand' | 'purpose' | 'reason'>,
): Promise<DeepReadonly<breakGlass.BreakGlass>> {
  assertMayOpen(actor, purpose);
  const { county, person } = actor;
  if ((await findDemand(db, { county, id: demand })) === undefined) throw new Refusal('no-such-record');
  const now = clock.now();
  const at = now.toISOString();
  const opening = { county, demand, person, purpose };
  if ((await findOpenGlass(db, opening, at)) !== undefined) throw new Refusal('already-exists');
  const id = chance.id();
  const untilAt = new Date(now.getTime() + OPEN_HOURS * HOUR_MS).toISOString();
  await insertBreakGlass(db, { ...opening, id, reason, at, untilAt });
  for (const role of TOLD)
    await insertNotice(db, { county, id: demand }, { kind: 'break-glass', role, unit: null, at });
  const { items } = await listBreakGlass(db, county, { id });
  const [opened] = items;
  if (opened === undefined) throw new Error('What was just opened is not there.');
  return opened;
}

/** Persons are an administrator's business in an emergency, decisions the office's: nobody gains what no post of his has. */
function assertMayOpen(actor: Actor, purpose: breakGlass.BreakGlassPurpose): void {
  const role = purpose === 'decide-alone' ? 'office' : 'administrator';
  if (!holdsRole(actor, role)) throw new Refusal('not-allowed');
}

/** Whether the actor has opened this for the demand, and it has not closed by itself. */
export async function isOpen(
  { db, actor: { county, person }, clock }: Acting,
  demand: string,
  purpose: breakGlass.BreakGlassPurpose,
): Promise<boolean> {
  const opening = { county, demand, person, purpose };
  return (await findOpenGlass(db, opening, clock.now().toISOString())) !== undefined;
}

/** Records what is being done through the opening; `not-allowed` where there is none. */
export async function useGlass(
  { db, actor: { county, person }, clock, chance }: Acting,
  { demand, purpose, deed }: Pick<breakGlass.BreakGlass, 'demand' | 'purpose'> & { readonly deed: string },
): Promise<void> {
  const at = clock.now().toISOString();
  const glass = await findOpenGlass(db, { county, demand, person, purpose }, at);
  if (glass === undefined) throw new Refusal('not-allowed');
  await insertUse(db, { county, id: chance.id(), breakGlass: glass, deed, at });
}
