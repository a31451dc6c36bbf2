import { caps, organisations } from '@qingzhuang/contract';
import { insertUnits } from '../../features/organisations/index.ts';
import { act, actorFor, type CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

let made = 0;

/** A unit right below this one that nobody else uses. */
async function unitBelow(world: CountyWorld, unit: string): Promise<string> {
  made += 1;
  const isCounty = unit === world.units.county;
  const code = isCounty ? `${world.code}000${100 + made}` : `${unit.slice(0, 9)}${400 + made}`;
  const nature = isCounty ? 'department' : 'institution';
  await act(world, actorFor('administrator', world.units.county), ({ db }) =>
    insertUnits(db, world.code, [{ code, name: `新单位${made}`, nature, foundedOn: null }]),
  );
  return code;
}

async function versionOf(world: CountyWorld, code: string): Promise<number> {
  const clerk = await world.actor('bearer-clerk', world.units.county);
  return (await clerk.call(organisations.readUnit, { code })).version;
}

const YEAR = 2026;

async function grant(world: CountyWorld, issuer: string): Promise<void> {
  const office = await world.actor('office', world.units.bureau);
  const cap = { issuer, year: YEAR, measure: 'plaque' } as const;
  const { version } = await office.call(caps.readCap, cap);
  const amount = 100;
  await office.call(
    caps.grantCap,
    { ...cap, amount, reason: '年度计划', source: '县委办〔2026〕1号' },
    { ifMatch: version },
  );
}

const DECISION = { reason: '年度计划', source: '县委办〔2026〕1号' };

export const countyRequests = {
  listSettings: () => ({ input: {} }),
  readSetting: () => ({ input: { key: 'groupMeetingDays' } }),
  changeSetting: async (_, __, by) => ({
    input: { key: 'groupMeetingDays', value: 1.5, source: '县委办〔2026〕1号', from: '2026-03-05' },
    ifMatch: (await by.call(caps.readSetting, { key: 'groupMeetingDays' })).version,
  }),
  listCaps: async (world, unit) => {
    await grant(world, unit);
    return { input: { year: YEAR, issuer: unit }, trace: unit };
  },
  forecastCaps: (_, unit) => ({ input: { issuer: unit, year: YEAR } }),
  readCap: (_, unit) => ({ input: { issuer: unit, year: YEAR, measure: 'plaque' } }),
  grantCap: async (world, unit) => {
    const clerk = await world.actor('bearer-clerk', world.units.county);
    const { version } = await clerk.call(caps.readCap, { issuer: unit, year: YEAR, measure: 'inspection' });
    return { input: { issuer: unit, year: YEAR, measure: 'inspection', amount: 5, ...DECISION }, ifMatch: version };
  },
  transferCap: async (world, unit) => {
    const { otherTown } = world.units;
    for (const issuer of [unit, otherTown]) await grant(world, issuer);
    return { input: { year: YEAR, measure: 'plaque', from: unit, to: otherTown, amount: 1, ...DECISION } };
  },
  listPlanItems: () => ({ input: { year: YEAR } }),
  importPlan: () => ({ input: { year: 2030, dryRun: true, text: '编号,类别,名称,月份,发起单位,次数,用时\n' } }),
  exportPlan: () => ({ input: { year: YEAR } }),
  exportPlanWorkbook: () => ({ input: { year: YEAR } }),
  readBearerLoad: (_, unit) => ({ input: { bearer: unit } }),
  readOverview: () => ({}),
  listKeys: () => ({ input: {} }),
  rotateKey: () => ({}),
  readCheckpoint: async (world) => {
    await world.demand(world.units.bureau, 'draft');
    return {};
  },
  proveConsistency: () => ({ input: { from: 0, to: 1 } }),
  listUnits: (_, unit) => ({ input: { within: unit }, trace: unit }),
  readUnitTree: (_, unit) => ({ input: { of: unit } }),
  readUnit: (_, unit) => ({ input: { code: unit } }),
  createUnit: (world, unit) => {
    made += 1;
    const nature = unit === world.units.county ? 'department' : 'village';
    return { input: { name: `新设单位${made}`, nature, parent: unit } };
  },
  renameUnit: async (world, unit) => {
    const code = await unitBelow(world, unit);
    made += 1;
    const input = { code, name: `改名单位${made}`, from: '2026-03-01' };
    return { input, ifMatch: await versionOf(world, code) };
  },
  mergeUnit: async (world, unit) => {
    const [code, into] = [await unitBelow(world, unit), await unitBelow(world, unit)];
    return { input: { code, into, on: '2026-03-01' }, ifMatch: await versionOf(world, code) };
  },
  dissolveUnit: async (world, unit) => {
    const code = await unitBelow(world, unit);
    return { input: { code, on: '2026-03-01' }, ifMatch: await versionOf(world, code) };
  },
  importUnits: (_, unit) => ({ input: { dryRun: true, text: `单位名称,单位性质,上级单位\n新村庄,村,${unit}\n` } }),
  importDivisions: () => ({ input: { dryRun: true } }),
  exportUnits: () => ({}),
  exportUnitWorkbook: () => ({}),
} satisfies Readonly<Record<string, Ask>>;
