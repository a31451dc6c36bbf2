import type { Role } from '@qingzhuang/contract';
import type { Actor } from '../platform/actor.ts';
import type { Acting, Context } from '../platform/context.ts';
import { inCounty } from '../platform/county.ts';
import type { Db } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import type { Seals } from '../platform/sealed.ts';
import { install } from '../features/catalogue/elements/operations.ts';
import { writeFacts } from '../features/catalogue/facts/writing/operations.ts';
import { changeSetting } from '../features/caps/settings/operations.ts';
import { answerTask, returnTask } from '../features/demands/inbox/tasks/operations.ts';
import {
  admitDemand,
  declareEmergency,
  draftDemand,
  takeStep,
  type CheckedText,
} from '../features/demands/operations.ts';
import { insertUnits } from '../features/organisations/index.ts';
import { hasCounty, hashNewPassword } from '../features/people/index.ts';
import { addPerson, foundCountyWithin } from '../features/people/persons/operations.ts';
import { grantPost } from '../features/people/posts/operations.ts';
import { ACCOUNTS, ADMINISTRATOR, COUNTY, DEMO_PASSWORD, OFFICE, UNITS } from './county.ts';
import { inventChains } from './chain-texts.ts';
import { seedChains } from './chains.ts';
import { inventDemands, type DemoDeed, type DemoDemand } from './demands.ts';
import { decideYear, inventForLeader, registerOrders, writePlan } from './year.ts';
import { inventFacts } from './facts.ts';
import { seedForms } from './forms.ts';
import { inventForWhiteTower, TOWN, VILLAGE } from './white-tower.ts';

export interface SeedParts extends Pick<Context, 'clock' | 'chance' | 'metrics'> {
  readonly owner: Db;
  /** Where the texts of demands are kept. */
  readonly files: FileStore;
  /** For what is known of people. */
  readonly seals: Seals;
}

/**
 * Makes the demo county through the same operations as people use, so that it obeys the same rules. In one transaction:
 * a program that is killed meanwhile leaves nothing, and the next start begins again. `owner`, as only it adds counties.
 */
export async function seedDemo({ owner, files, seals, ...parts }: SeedParts): Promise<void> {
  const password = { hash: await hashNewPassword(DEMO_PASSWORD, ADMINISTRATOR.username), oneTimeUntil: null };
  const { username, name } = ADMINISTRATOR;
  await inCounty(owner, COUNTY.code, async (db) => {
    const within = { ...parts, db };
    const founder = await foundCountyWithin(within, { ...COUNTY, administrator: { username, name } }, password);
    await insertUnits(db, COUNTY.code, UNITS);
    const acting = { ...within, actor: { person: founder, name, county: COUNTY.code, posts: [] } };
    for (const account of ACCOUNTS) {
      const { id } = await addPerson(acting, account, password);
      await grantPost(acting, { id, unit: account.unit, role: account.role });
    }
    const today = parts.clock.today();
    await setCeilings(within, founder);
    await install(within, COUNTY.code, founder);
    await takeRegisters(within, seals);
    const office = { ...within, actor: { ...actorFor('office', OFFICE), person: founder } };
    await decideYear({ ...office, clock: clockOn(today, -DECIDED_DAYS_AGO) });
    for (const demand of [...inventDemands(today), ...inventForWhiteTower(today), ...inventForLeader(today)]) {
      await live(within, { ...demand, deeds: demand.deeds ?? answersInTime(demand, today) });
    }
    await seedChains(inventChains(today), {
      files,
      office: (day) => ({ ...office, clock: clockOn(day, 0) }),
      issue: (draft, draftedOn, text) => live(within, { draft, draftedOn, fate: 'running', deeds: [] }, text),
    });
    await seedForms(today, {
      ...{ files, seals },
      acting: (role, unit, day) => ({ ...within, clock: clockOn(day, 0), actor: actorFor(role, unit) }),
    });
    await registerOrders(office);
    await writePlan(office);
  });
}

/** The county holds the registers of its departments and of a town. */
async function takeRegisters(parts: Omit<Acting, 'actor'>, seals: Seals): Promise<void> {
  for (const { source, writes } of inventFacts(parts.clock.today())) {
    const actor = actorFor('bearer-clerk', source.unit);
    await writeFacts({ ...parts, clock: clockOn(source.asOf, 0), actor }, seals, writes, source);
  }
}

export async function hasDemoCounty(owner: Db): Promise<boolean> {
  return hasCounty(owner, COUNTY.code);
}

/** Lets a demand live through its days; its id. */
async function live(
  parts: Omit<Acting, 'actor'>,
  demand: DemoDemand,
  text: CheckedText | null = null,
): Promise<string> {
  const { draft, draftedOn, fate } = demand;
  const drafter = actorFor('drafter', draft.issuer);
  const on = dayBook(parts, draftedOn);

  const { id } = await on(drafter, 0, (acting) => draftDemand(acting, draft, text));
  if (fate === 'draft') return id;
  const office = actorFor('office', OFFICE);
  if (fate === 'emergency') {
    await on(drafter, 0, (acting) => declareEmergency(acting, { id, grounds: '险情已经发生，来不及走完审定。' }));
    const review = { do: 'review-emergency', upheld: true, reason: '现场情况属实。' } as const;
    if (demand.reviewed) await on(office, 1, (acting) => takeStep(acting, id, review));
    return id;
  }
  const submitted = await on(drafter, 0, (acting) => takeStep(acting, id, { do: 'submit' }));
  if (fate === 'waiting') return id;
  if (fate === 'refused') {
    await on(office, 1, (acting) =>
      takeStep(acting, id, { do: 'refuse', reason: '与本月已准入事项内容相同，请合并。' }),
    );
    return id;
  }
  await run(parts, demand, { id, caseByCase: submitted.state === 'coordinating' });
  return id;
}

/** Lets a demand pass, and what becomes of it then. */
async function run(
  parts: Omit<Acting, 'actor'>,
  { draft, draftedOn, fate, deeds = [], suspendedAfter }: DemoDemand,
  { id, caseByCase }: { readonly id: string; readonly caseByCase: boolean },
): Promise<void> {
  const drafter = actorFor('drafter', draft.issuer);
  const office = actorFor('office', OFFICE);
  const on = dayBook(parts, draftedOn);
  const reason = caseByCase ? '年度重点工作，一事一议同意。' : null;
  await on(office, 1, (acting) => admitDemand(acting, { id, reason, caseByCase }));
  await on(drafter, 1, (acting) => takeStep(acting, id, { do: 'start' }));
  if (fate === 'closed') await on(drafter, 2, (acting) => takeStep(acting, id, { do: 'close' }));
  for (const { unit, days, says } of deeds) {
    const deed = { unit, demand: id, event: parts.chance.id() };
    await on(actorFor('bearer-clerk', unit), days, (acting) =>
      says === null ? returnTask(acting, deed) : answerTask(acting, { ...deed, text: says }),
    );
  }
  if (suspendedAfter !== undefined) {
    const why = '与县里统一检查时间相近，合并后再办。';
    await on(office, suspendedAfter, (acting) => takeStep(acting, id, { do: 'suspend', reason: why }));
  }
}

type On = <Result>(actor: Actor, days: number, work: (acting: Acting) => Promise<Result>) => Promise<Result>;

/** Does something as somebody, so many days after the first. */
function dayBook(parts: Omit<Acting, 'actor'>, firstDay: string): On {
  return (actor, days, work) => work({ ...parts, clock: clockOn(firstDay, days), actor });
}

/** The two clerks who can be visited answer in time: what is late on their lists stands there to be seen. */
function answersInTime({ draft, draftedOn, fate }: DemoDemand, today: string): DemoDeed[] {
  const { dueAt, bearers } = draft;
  if (fate !== 'running' || dueAt === null || dueAt.slice(0, 10) >= today) return [];
  const days = (Date.parse(dueAt.slice(0, 10)) - Date.parse(draftedOn)) / DAY_MS - 1;
  return [TOWN, VILLAGE]
    .filter((unit) => bearers.includes(unit))
    .map((unit) => ({ unit, days, says: '已按要求办好，没有新的情况。' }));
}

/** The county has set ceilings, so that a list can be held against them. */
async function setCeilings(parts: Omit<Acting, 'actor'>, person: string): Promise<void> {
  const today = parts.clock.today();
  const value = { township: 120, subdistrict: 120, village: 40, community: 40 };
  const change = {
    key: 'ceilingHours',
    value,
    source: '清河减办〔2026〕1号（演示）',
    from: clockOn(today, -90).today(),
  } as const;
  const actor = { ...actorFor('office', OFFICE), person };
  await changeSetting({ ...parts, clock: clockOn(today, -90), actor }, change);
}

/** Somebody of the unit; the persons behind the departments' demands have no account. */
function actorFor(role: Role, unit: string): Actor {
  const number = (role === 'office' ? '9' : '1') + unit.slice(1);
  return {
    person: `00000000-0000-4000-8000-${number}`,
    name: '演示',
    county: COUNTY.code,
    posts: [{ unit, role }],
  };
}

/** When the caps of the year were decided, and the first day without meetings. */
const DECIDED_DAYS_AGO = 90;

const DAY_MS = 86_400_000;

function clockOn(day: string, days: number): Context['clock'] {
  const now = new Date(Date.parse(`${day}T02:00:00Z`) + days * DAY_MS);
  return { now: () => now, today: () => now.toISOString().slice(0, 10) };
}
