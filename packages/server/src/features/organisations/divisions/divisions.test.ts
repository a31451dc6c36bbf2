import { organisations } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inCounty } from '../../../platform/county.ts';
import { useTestApp } from '../../../testing/app.ts';
import { importDivisions } from './operations.ts';
import { listDivisions } from './store.ts';

const { db, owner, signInAs } = await useTestApp();

/** 栾城区, Shijiazhuang. */
const COUNTY = '130111000000';
const administrator = await signInAs('administrator', COUNTY);

beforeEach(() =>
  owner.transaction().execute(async (tx) => {
    // Past the trigger that keeps every name.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`truncate former_name`.execute(tx);
    await sql`delete from audit_entry where source = 'former_name'`.execute(tx);
    await sql`delete from unit where code <> ${COUNTY}`.execute(tx);
  }),
);

describe('the published divisions', () => {
  test('of a county are its towns and villages, in the order of the tree', async () => {
    const divisions = await listDivisions('130111');

    expect(divisions[0]).toEqual({ code: COUNTY, name: '栾城区' });
    expect(divisions).toContainEqual({ code: '130111200000', name: '南高乡' });
    expect(divisions).toContainEqual({ code: '130111200201', name: '南高村民委员会' });
    expect(divisions.map(({ code }) => code)).toEqual(divisions.map(({ code }) => code).toSorted());
    expect(divisions.length).toBeGreaterThan(150);
  });

  test.each(['130199', '999999'])('know no county %s', async (county) => {
    await expect(listDivisions(county)).rejects.toMatchObject({ code: 'no-such-division' });
  });

  test('are missed by name where their package is not installed', async () => {
    await expect(listDivisions('130111', 'china-division-of-nowhere')).rejects.toMatchObject({
      code: 'no-division-data',
    });
  });

  test('that stand for the county itself are left out', async () => {
    expect(await listDivisions('350527')).toEqual([{ code: '350527000000', name: '金门县' }]);
  });

  test('cover a city without counties, whose towns lie directly below it', async () => {
    const divisions = await listDivisions('441900');

    expect(divisions[1]).toEqual({ code: '441900003000', name: '东城街道' });
  });
});

describe('their import', () => {
  test('is tried first, then makes what is missing, and nothing the second time', async () => {
    const { length } = await listDivisions('130111');
    const tried = await administrator.call(organisations.importDivisions, { dryRun: true });
    const done = await administrator.call(organisations.importDivisions, { dryRun: false });
    const again = await administrator.call(organisations.importDivisions, { dryRun: false });

    const counts = { created: length - 1, updated: 0, ignored: 1, conflicts: [] };
    expect(tried).toMatchObject({ applied: false, ...counts });
    expect(done).toMatchObject({ applied: true, ...counts });
    expect(again).toMatchObject({ applied: true, ...counts, created: 0, ignored: length });
    expect(tried.changes[0]).toEqual({ code: '130111100000', name: '栾城镇', formerName: null });
    expect(again.changes).toEqual([]);
    const town = await administrator.call(organisations.readUnit, { code: '130111200000' });
    expect(town).toMatchObject({ name: '南高乡', level: 'township', nature: 'township', foundedOn: null });
    expect(town.children[0]).toMatchObject({ level: 'village', parent: '130111200000' });
  });

  test('leaves alone what the county has renamed or ended', async () => {
    await administrator.call(organisations.importDivisions, { dryRun: false });
    const { version } = await administrator.call(organisations.readUnit, { code: '130111200201' });
    const renaming = { code: '130111200201', name: '南高村', from: '2026-03-01' };
    await administrator.call(organisations.renameUnit, renaming, { ifMatch: version });
    const dissolution = { code: '130111200202', on: '2026-03-01' };
    await administrator.call(organisations.dissolveUnit, dissolution, { ifMatch: 1 });

    expect(await administrator.call(organisations.importDivisions, { dryRun: false })).toMatchObject({ created: 0 });
    expect(await administrator.call(organisations.readUnit, { code: '130111200201' })).toMatchObject({
      name: '南高村',
      formerNames: [{ name: '南高村民委员会', until: '2026-03-01' }],
    });
    expect(await administrator.call(organisations.readUnit, { code: '130111200202' })).toMatchObject({
      endedOn: '2026-03-01',
    });
  });

  test('founds the largest county in one go', async () => {
    await sql`insert into county (code, name, letters) values ('310115', '浦东新区', 'PD')`.execute(owner);
    const divisions = await listDivisions('310115');

    const report = await inCounty(db, '310115', (tx) => importDivisions(tx, divisions));

    expect(report).toMatchObject({ applied: true, created: divisions.length });
    expect(divisions.length).toBeGreaterThan(1500);
  });
});

test('divisions of every kind fit the tree', async () => {
  // With subdistricts, development zones, farms and banners; cities without counties.
  const counties = ['110115', '120116', '152527', '659001', '429004', '460400', '620201', '542521'];
  for (const [index, county] of counties.entries()) {
    const divisions = await listDivisions(county);
    const letters = `Z${'ABCDEFGH'.charAt(index)}`;
    await sql`insert into county (code, name, letters) values (${county}, '县', ${letters})`.execute(owner);
    const report = await inCounty(db, county, (tx) => importDivisions(tx, divisions));
    expect(report.created).toBe(divisions.length);
  }
});
