import { randomInt } from 'node:crypto';
import { facts } from '@qingzhuang/contract';
import type { CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';
import { newElement } from './catalogue.ts';

interface MadeSubject {
  readonly id: number;
  readonly code: string;
  readonly element: string;
}

let made = 0;

/** A plot in this unit, with a value that the unit's own clerk has given and that no one owns. */
async function newSubject(world: CountyWorld, unit: string, owner: string | null = null): Promise<MadeSubject> {
  made += 1;
  const code = `D${made}${randomInt(1_000_000)}`;
  const element = await newElement(world, owner, { entity: 'plot', sharing: 'open' });
  const clerk = await world.actor('bearer-clerk', isCentral(unit) ? world.units.village : unit);
  const at = isCentral(unit) ? world.units.village : unit;
  await clerk.call(facts.pushFacts, {
    ...{ by: at, name: '地块系统', asOf: '2026-03-01', dryRun: false },
    subjects: [{ entity: 'plot', code, unit: at, values: { [element]: '12' } }],
  });
  const { items } = await clerk.call(facts.listSubjects, { unit: at, entity: 'plot', purpose: '核对', limit: 200 });
  return { id: items.find((subject) => subject.code === code)?.id ?? 0, code, element };
}

function isCentral(unit: string): boolean {
  return unit.slice(6, 9) === '000';
}

/** A value of this unit's element that a village sees otherwise. */
async function newConflict(world: CountyWorld, owner: string): Promise<string> {
  const { code, element } = await newSubject(world, world.units.otherVillage, owner);
  const clerk = await world.actor('bearer-clerk', world.units.otherVillage);
  await clerk.call(facts.pushFacts, {
    ...{ by: world.units.otherVillage, name: '另一系统', asOf: '2026-02-01', dryRun: false },
    subjects: [{ entity: 'plot', code, values: { [element]: '13' } }],
  });
  const { items } = await clerk.call(facts.listConflicts, { element, limit: 200 });
  return items[0]?.id ?? '';
}

const PURPOSE = '核对地块';

export const factRequests = {
  listSubjects: (_, unit) => ({
    input: { unit, entity: 'plot', purpose: PURPOSE, limit: 200 },
  }),
  readSubject: async (world, unit) => ({ input: { id: (await newSubject(world, unit)).id, purpose: PURPOSE } }),
  readFactHistory: async (world, unit) => {
    const { id, element } = await newSubject(world, unit);
    return { input: { id, element, purpose: PURPOSE } };
  },
  correctFact: async (world, unit) => {
    const { id, element } = await newSubject(world, unit);
    return { input: { id, element, value: '15' } };
  },
  endSubject: async (world, unit) => ({
    input: { id: (await newSubject(world, unit)).id, on: '2026-03-02', reason: '地块合并' },
  }),
  restoreSubject: async (world, unit) => {
    const { id } = await newSubject(world, unit);
    const clerk = await world.actor('bearer-clerk', isCentral(unit) ? world.units.village : unit);
    await clerk.call(facts.endSubject, { id, on: '2026-03-02', reason: '地块合并' });
    return { input: { id, reason: '并错了' } };
  },
  listConflicts: async (world, unit) => ({ input: { limit: 200 }, trace: await newConflict(world, unit) }),
  resolveConflict: async (world, unit) => ({
    input: { id: await newConflict(world, unit), take: 'held', reason: '实地丈量' },
  }),
  importRegister: (_, unit) => ({
    input: {
      ...{ unit, entity: 'plot', name: '地块台账', asOf: '2026-03-01', by: unit },
      ...{ dryRun: true, text: '地块编码,面积\nD1,12\n' },
    },
  }),
  listFactBatches: () => ({ input: {} }),
  pushFacts: (_, unit) => ({
    input: {
      ...{ by: unit, name: '地块系统', asOf: '2026-03-01', dryRun: true },
      subjects: [{ entity: 'plot', code: 'D1', unit, values: { 'plot.area': '1' } }],
    },
  }),
  queryFacts: (_, unit) => ({
    input: { by: unit, entity: 'plot', elements: ['plot.area'], codes: ['D1'], purpose: PURPOSE },
  }),
  listLookUps: () => ({ input: {} }),
  listKnownShares: (_, unit) => ({ input: { unit } }),
} satisfies Readonly<Record<string, Ask>>;
