import { randomUUID } from 'node:crypto';
import type { demands, Role } from '@qingzhuang/contract';
import { mayBurden } from '../features/demands/issuing.ts';
import { admitDemand, draftDemand, takeStep } from '../features/demands/operations.ts';
import type { Actor } from '../platform/actor.ts';
import { systemChance } from '../platform/chance.ts';
import type { Acting } from '../platform/context.ts';
import { inCounty } from '../platform/county.ts';
import { createMetrics } from '../platform/metrics.ts';
import { NOW, type TestApp } from './app.ts';
import type { SignedIn } from './sign-in.ts';

/** Units of one county, one of each place in its tree. */
export interface CountyUnits {
  readonly county: string;
  readonly office: string;
  readonly bureau: string;
  readonly town: string;
  readonly village: string;
  readonly otherTown: string;
  readonly otherVillage: string;
}

/** Which people and which records a test may ask for; what is made is always new, people are signed in once. */
export interface CountyWorld extends TestApp {
  readonly code: string;
  readonly units: CountyUnits;
  /** The person with this post; the same one each time. */
  actor(role: Role, unit: string): Promise<SignedIn>;
  /** A demand of this unit that has come so far. */
  demand(issuer: string, until: Progress, draft?: Partial<demands.DemandDraft>): Promise<MadeDemand>;
}

/** How far a demand has come. */
export type Progress = 'draft' | 'submitted' | 'admitted' | 'running' | 'suspended';

export interface MadeDemand {
  readonly id: string;
  readonly version: number;
}

function unitsOf(code: string): CountyUnits {
  return {
    county: `${code}000000`,
    office: `${code}000001`,
    bureau: `${code}000011`,
    town: `${code}101000`,
    village: `${code}101201`,
    otherTown: `${code}102000`,
    otherVillage: `${code}102201`,
  };
}

/** A draft that any unit of the county may make, of a title that no other has. */
export function newDraft(units: CountyUnits, issuer: string): demands.DemandDraft {
  return {
    title: `关于核实汛期危房的通知${randomUUID()}`,
    ask: '核对 12 户危房信息',
    issuer,
    // A township asks nothing of another's villages.
    bearers: [mayBurden(issuer, units.village) ? units.village : issuer],
    dueAt: '2026-03-20T10:00:00Z',
    expiresOn: '2026-06-30',
    planItem: null,
    details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  };
}

/** A unit that this issuer may burden and that has no other part in what is asked. */
export async function bearerApart(world: CountyWorld, issuer: string): Promise<string> {
  const { otherVillage } = world.units;
  if (mayBurden(issuer, otherVillage)) return otherVillage;
  const village = `${issuer.slice(0, 9)}299`;
  await world.actor('bearer-clerk', village);
  return village;
}

/** A county with somebody at every place of its tree, on a running app. */
export async function openCounty(test: TestApp, code: string): Promise<CountyWorld> {
  const units = unitsOf(code);
  const people = new Map<string, Promise<SignedIn>>();
  function actor(role: Role, unit: string): Promise<SignedIn> {
    const key = `${role} ${unit}`;
    const known = people.get(key) ?? test.signInAs(role, unit);
    people.set(key, known);
    return known;
  }
  // Units are made with the first person who has a post for them.
  for (const unit of Object.values<string>({ ...units })) await actor('bearer-clerk', unit);

  async function demand(
    issuer: string,
    until: Progress,
    changes: Partial<demands.DemandDraft> = {},
  ): Promise<MadeDemand> {
    const drafter = actorFor('drafter', issuer);
    const leader = actorFor('leader', units.county);
    const drafted = await act(test, drafter, (acting) =>
      draftDemand(acting, { ...newDraft(units, issuer), ...changes }),
    );
    const { id } = drafted;
    let { version } = drafted;
    for (const step of STEPS[until]) {
      const by = step === 'admit' || step === 'suspend' ? leader : drafter;
      version = (await act(test, by, (acting) => take(acting, id, step))).version;
    }
    return { id, version };
  }
  return { ...test, code, units, actor, demand };
}

type Step = 'submit' | 'admit' | 'start' | 'suspend';

const STEPS: Readonly<Record<Progress, readonly Step[]>> = {
  draft: [],
  submitted: ['submit'],
  admitted: ['submit', 'admit'],
  running: ['submit', 'admit', 'start'],
  suspended: ['submit', 'admit', 'start', 'suspend'],
};

function take(acting: Acting, id: string, step: Step): Promise<{ readonly version: number }> {
  if (step === 'admit') return admitDemand(acting, { id, reason: '一事一议', caseByCase: true });
  if (step === 'suspend') return takeStep(acting, id, { do: 'suspend', reason: '与防汛冲突' });
  return takeStep(acting, id, { do: step });
}

/** Runs an operation as a request of this actor would. */
export function act<Result>(
  { db }: Pick<TestApp, 'db'>,
  actor: Actor,
  work: (acting: Acting) => Promise<Result>,
): Promise<Result> {
  const clock = { now: () => NOW, today: () => '2026-03-05' };
  return inCounty(db, actor.county, (tx) =>
    work({ db: tx, clock, chance: systemChance, metrics: createMetrics(), actor }),
  );
}

/** Somebody without an account, who made the records that a test begins with. */
export function actorFor(role: Role, unit: string): Actor {
  const person = role === 'drafter' ? '00000000-0000-4000-8000-000000000001' : '00000000-0000-4000-8000-000000000002';
  return { person, name: '经手人', county: unit.slice(0, 6), posts: [{ unit, role }] };
}
