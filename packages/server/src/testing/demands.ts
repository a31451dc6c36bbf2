import { randomUUID } from 'node:crypto';
import { demands } from '@qingzhuang/contract';
import type { SignedIn, SignInAs } from './sign-in.ts';

/** People of one county on both sides of the gate. */
export interface Gate {
  readonly drafter: SignedIn;
  readonly office: SignedIn;
  readonly village: string;
  readonly otherVillage: string;
  readonly town: string;
  readonly bureau: string;
  /** Brings a demand through the gate; it is running then. */
  run(draft?: Partial<demands.DemandDraft>): Promise<demands.Demand>;
  /** The same from a text, which says who bears it, with what the checker says about it. */
  runText(text: string): Promise<demands.Demand>;
}

/** Makes the people that bring demands through the gate of a county. */
export async function openGate(signInAs: SignInAs, county: string): Promise<Gate> {
  const [bureau, town] = [`${county}000011`, `${county}101000`];
  const [village, otherVillage] = [`${county}101201`, `${county}101202`];
  const drafter = await signInAs('drafter', bureau);
  const office = await signInAs('office', `${county}000001`);
  await signInAs('bearer-clerk', otherVillage);

  async function pass({ id, version }: demands.Demand): Promise<demands.Demand> {
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const admitted = await office.call(
      demands.admitDemand,
      { id, reason: '一事一议', caseByCase: true },
      { ifMatch: submitted.version },
    );
    const started = await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
    return started as demands.Demand;
  }

  return {
    ...{ drafter, office, village, otherVillage, town, bureau },
    async run(changes = {}) {
      const drafted = await drafter.call(demands.draftDemand, {
        title: `关于核实汛期危房的通知${randomUUID()}`,
        ask: '核对 12 户危房信息',
        issuer: bureau,
        bearers: [village, town],
        dueAt: '2026-03-06T10:00:00Z',
        expiresOn: '2026-06-30',
        planItem: null,
        details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
        ...changes,
      });
      return pass(drafted as demands.Demand);
    },
    async runText(text) {
      return pass((await drafter.call(demands.draftFromFile, { issuer: bureau, text })) as demands.DraftedDemand);
    },
  };
}
