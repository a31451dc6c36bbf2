/** What the people of a busy county do with the gate, as requests. */
import { demands } from '@qingzhuang/contract';
import { sql } from 'kysely';
import type { Db } from '../packages/server/src/platform/db.ts';
import { clerk, decider, drafter, leader, type SignedIn } from './county-life.ts';
import { Answered, type Send } from './load.ts';
import { COUNTY, draftNumber, villages, VILLAGES_PER_TOWNSHIP } from './register.ts';

/** What is there to be visited. */
export interface Sights {
  readonly today: string;
  readonly demands: readonly string[];
  /** Tasks that nobody has answered, with the number of the village in the county's list. */
  readonly waiting: { readonly demand: string; readonly village: number }[];
}

/** Demands in no order, and tasks to be answered. */
export async function findSights(owner: Db, today: string): Promise<Sights> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from demand where county = ${COUNTY} and code is not null order by hashtext(id::text) limit 20000`.execute(
    owner,
  );
  const waiting = await sql<{ readonly demand: string; readonly unit: string }>`
    select demand, unit from demand_bearer join demand on demand.county = demand_bearer.county and id = demand
    where demand.county = ${COUNTY} and state = 'running' and not exists (
      select from bearer_task
      where bearer_task.county = demand.county and bearer_task.demand = id and bearer_task.unit = demand_bearer.unit
    )
    order by hashtext(id::text || unit) limit 30000`.execute(owner);
  const numbers = new Map(villages().map((unit, number) => [unit, number]));
  return {
    today,
    demands: rows.map(({ id }) => id),
    waiting: waiting.rows.map(({ demand, unit }) => ({ demand, village: numbers.get(unit) ?? 0 })),
  };
}

interface Version {
  readonly id: string;
  readonly version: number;
}

interface Step {
  readonly do: 'submit' | 'admit';
  readonly body: object;
}

export type Visit = () => Promise<unknown>;

export interface Visits {
  readonly list: Visit;
  readonly read: Visit;
  readonly inbox: Visit;
  readonly task: Visit;
  readonly month: Visit;
  /** The page for leaders, of the whole county. */
  readonly overview: Visit;
  readonly answer: Visit;
  /** For one township; every tenth for the whole county. */
  readonly screen: Visit;
  /** For the whole county, a third of them meetings. */
  readonly screenForAll: Visit;
  /** Brings what was screened one step on: submits it, or admits what was submitted. */
  readonly admit: Visit;
}

/** Requests of ever other people about ever other things. */
export function createVisits(send: Send, { today, demands: ids, waiting }: Sights): Visits {
  let count = 0;
  const screened: (Version & { readonly by: number })[] = [];
  const submitted: Version[] = [];

  function next(): number {
    // A prime step, so that neighbours in time are strangers in the tables.
    return (count += 7919);
  }

  async function screen(isForAll: boolean): Promise<void> {
    const number = next();
    const { token, unit } = drafter(number);
    const kind = (['task', 'meeting', 'inspection'] as const)[number % 3] ?? 'task';
    const draft = { ...draftNumber(number, kind, today), issuer: unit };
    const first = (number % (draft.bearers.length / VILLAGES_PER_TOWNSHIP)) * VILLAGES_PER_TOWNSHIP;
    const bearers = isForAll ? draft.bearers : draft.bearers.slice(first, first + VILLAGES_PER_TOWNSHIP);
    const reply = await send({ method: 'POST', path: '/api/v1/demands', token, body: { ...draft, bearers } });
    const { id, version } = demands.Demand.parse(JSON.parse(reply));
    screened.push({ id, version, by: number });
  }

  async function admit(): Promise<void> {
    const ready = submitted.shift();
    if (ready !== undefined) {
      const by = decider(next());
      await decide(ready, by, { do: 'admit', body: { reason: '一事一议', caseByCase: true } });
      return;
    }
    const draft = screened.shift();
    if (draft === undefined) return screen(false);
    submitted.push(await decide(draft, drafter(draft.by), { do: 'submit', body: {} }));
  }

  /** Takes a step; as often as the register has changed since the screening, after a look at what is new. */
  async function decide(demand: Version, { token }: SignedIn, step: Step): Promise<Version> {
    const path = `/api/v1/demands/${demand.id}`;
    for (let { version } = demand; ;) {
      try {
        const reply = await send({
          method: 'POST',
          path: `${path}/${step.do}`,
          token,
          body: step.body,
          ifMatch: version,
        });
        return demands.Demand.parse(JSON.parse(reply));
      } catch (error) {
        if (!(error instanceof Answered && error.status === 409)) throw error;
        ({ version } = demands.Demand.parse(JSON.parse(await send({ method: 'GET', path, token }))));
      }
    }
  }

  function get(token: string, path: string): Promise<string> {
    return send({ method: 'GET', path: `/api/v1/${path}`, token });
  }

  function taskOf({ demand, village }: { readonly demand: string; readonly village: number }): [string, string] {
    const { token, unit } = clerk(village);
    return [token, `inbox/${unit}/${demand}`];
  }

  return {
    list: () => get(clerk(next()).token, 'demands'),
    read: () => get(clerk(next()).token, `demands/${ids[next() % ids.length] ?? ''}`),
    inbox() {
      const { token, unit } = clerk(next());
      return get(token, `inbox?unit=${unit}`);
    },
    task: () => get(...taskOf(waiting[next() % waiting.length] ?? { demand: '', village: 0 })),
    month() {
      const { token, unit } = clerk(next());
      return get(token, `units/${unit}/load`);
    },
    overview: () => get(leader(next()).token, 'overview'),
    answer() {
      const task = waiting.pop();
      if (task === undefined) throw new Error('Every task is answered.');
      const [token, path] = taskOf(task);
      const body = { event: crypto.randomUUID(), text: '已完成' };
      return send({ method: 'POST', path: `/api/v1/${path}/answer`, token, body });
    },
    screen: () => screen(next() % 10 === 0),
    screenForAll: () => screen(true),
    admit,
  };
}

/** How a hundred requests of a busy minute are made up: bearers look, answer, and look again. */
const SHARES = {
  ...{ inbox: 35, list: 20, read: 20, task: 9, answer: 9 },
  ...{ month: 3, screen: 1, admit: 3 },
} satisfies Partial<Record<keyof Visits, number>>;

/** Visits of all kinds in a fixed proportion, mixed. */
export function mixed(visits: Visits): Visit {
  const hundred = Object.entries(SHARES).flatMap(([name, share]) => Array.from({ length: share }, () => name));
  let at = 0;
  return () => {
    // 37 has no factor in common with 100: every place comes once, and no kind in a row.
    at = (at + 37) % hundred.length;
    return visits[hundred[at] as keyof Visits]();
  };
}
