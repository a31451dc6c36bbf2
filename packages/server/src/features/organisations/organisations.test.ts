import { organisations, type Role } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { inCounty } from '../../platform/county.ts';
import { useTestApp } from '../../testing/app.ts';
import { assertUnits, namesOf, unitsBelow } from './index.ts';

const { app, call, db, owner, signInAs } = await useTestApp();

const COUNTY = '130102000000';
const BUREAU = '130102000001';
const HEALTH = '130102000002';
const TOWN = '130102100000';
const VILLAGE = '130102100201';
const COMMUNITY = '130102100001';
const OTHER_TOWN = '130102101000';
const OTHER_VILLAGE = '130102101201';

const administrator = await signInAs('administrator', COUNTY);
const stranger = await signInAs('administrator', '130103000000');
const clerk = await signInAs('bearer-clerk', VILLAGE);

beforeEach(async () => {
  await owner.transaction().execute(async (tx) => {
    // Past the trigger that keeps every name.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`truncate former_name`.execute(tx);
    await sql`delete from audit_entry where source = 'former_name'`.execute(tx);
  });
  // Posts refer to units, so theirs stay; each test finds them as new.
  await sql`delete from unit where code not in (${COUNTY}, ${TOWN}, ${VILLAGE}, '130103000000')`.execute(owner);
  await sql`
    update unit set version = 1, ended_on = null, successor = null, name = case code
      when ${COUNTY} then '清河县' when ${TOWN} then '河东镇' when ${VILLAGE} then '王家村' else '邻县' end`.execute(
    owner,
  );
  await sql`
    insert into unit (county, code, name, level, nature, parent, founded_on) values
      ('130102', ${BUREAU}, '教育局', 'county', 'department', ${COUNTY}, null),
      ('130102', ${HEALTH}, '卫生健康局', 'county', 'department', ${COUNTY}, '2019-03-01'),
      ('130102', ${COMMUNITY}, '河东社区', 'village', 'community', ${TOWN}, null),
      ('130102', ${OTHER_TOWN}, '河西镇', 'township', 'township', ${COUNTY}, null),
      ('130102', ${OTHER_VILLAGE}, '李家村', 'village', 'village', ${OTHER_TOWN}, null)`.execute(owner);
});

function read(code: string): Promise<organisations.Unit> {
  return clerk.call(organisations.readUnit, { code }) as Promise<organisations.Unit>;
}

async function names(filter: organisations.UnitFilter): Promise<string[]> {
  return (await clerk.call(organisations.listUnits, filter)).items.map(({ name }) => name);
}

function refused(detail: string, code = 'invalid-input'): object {
  return { code, facts: { errors: [{ detail: expect.stringContaining(detail) as string }] } };
}

describe('units are read', () => {
  test('in the order of the tree, each before those below it', async () => {
    expect(await names({})).toEqual(
      ['清河县', '教育局', '卫生健康局', '河东镇', '河东社区', '王家村', '河西镇', '李家村'], // by code
    );
    expect(await names({ within: TOWN })).toEqual(['河东镇', '河东社区', '王家村']);
    expect(await names({ level: 'township' })).toEqual(['河东镇', '河西镇']);
    expect(await names({ nature: 'community' })).toEqual(['河东社区']);
    const { units } = await clerk.call(organisations.readUnitTree, {});
    expect(units).toHaveLength(8);
    expect(units[3]).toEqual({ code: TOWN, name: '河东镇', level: 'township', nature: 'township', parent: COUNTY });
  });

  test('page by page, also when sorted by likeness', async () => {
    const first = await clerk.call(organisations.listUnits, { q: '村', limit: 1 });
    const second = await clerk.call(organisations.listUnits, { q: '村', limit: 1, cursor: first.next ?? '' });

    expect(first.items).toMatchObject([{ name: '王家村' }]);
    expect(second).toMatchObject({ items: [{ name: '李家村' }], next: null });
  });

  test.each([
    ['卫健局', ['卫生健康局']],
    ['河东', ['河东镇', '河东社区']],
    ['河东社区', ['河东社区']],
    ['东镇', ['河东镇']],
    ['镇河', []],
    ['%', []],
    ['_', []],
    ['\\', []],
    ["'; drop table unit; --", []],
  ])('by name: %s', async (q, found) => {
    expect(await names({ q })).toEqual(found);
  });

  test('one by one, with level, nature and children', async () => {
    const town = await read(TOWN);

    expect(town).toMatchObject({ level: 'township', nature: 'township', parent: COUNTY, foundedOn: null });
    expect(town.children.map(({ name }) => name)).toEqual(['河东社区', '王家村']);
    expect(organisations.Unit.parse(town)).toEqual(town);
  });

  test('by nobody without an account, and of the own county only', async () => {
    await expect(call(organisations.listUnits, {})).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(stranger.call(organisations.readUnit, { code: TOWN })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await expect(stranger.call(organisations.readUnitTree, { of: TOWN })).rejects.toMatchObject({
      code: 'no-such-record',
    });
    expect(await stranger.call(organisations.listUnits, { within: TOWN })).toEqual({ items: [], next: null });
  });

  test('twenty towns and three hundred villages come in one reply', async () => {
    await sql`
      insert into unit (county, code, name, level, nature, parent)
      select '130102', '130102' || (200 + town) || '000', '镇' || town, 'township', 'township', ${COUNTY}
      from generate_series(1, 20) town
      union all
      select '130102', '130102' || (200 + town) || (200 + village), '村' || town || '-' || village, 'village', 'village',
        '130102' || (200 + town) || '000'
      from generate_series(1, 20) town, generate_series(1, 15) village`.execute(owner);

    const { units } = await clerk.call(organisations.readUnitTree, {});

    expect(units).toHaveLength(8 + 320);
  });
});

describe('the tree is changed', () => {
  const plan = { name: '审计局', nature: 'department', parent: COUNTY } as const;
  const changes = [
    ['creation', organisations.createUnit, plan],
    ['renaming', organisations.renameUnit, { code: BUREAU, name: '教体局', from: '2026-03-01' }],
    ['merger', organisations.mergeUnit, { code: BUREAU, into: HEALTH, on: '2026-03-01' }],
    ['dissolution', organisations.dissolveUnit, { code: BUREAU, on: '2026-03-01' }],
    ['import', organisations.importUnits, { text: '单位名称\n审计局', dryRun: true }],
    ['import of divisions', organisations.importDivisions, { dryRun: true }],
    ['export', organisations.exportUnits, undefined],
    ['workbook', organisations.exportUnitWorkbook, undefined],
  ] as const;

  test.each(changes)('%s: by nobody without an account', async (_, endpoint, input) => {
    await expect(call(endpoint as never, input as never, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });

  test.each(changes)('%s: by no other role than administrators', async (_, endpoint, input) => {
    const others: Role[] = ['drafter', 'unit-lead', 'office', 'leader', 'supervisor', 'bearer-clerk', 'auditor'];
    for (const role of others) {
      const somebody = await signInAs(role, COUNTY);
      await expect(somebody.call(endpoint as never, input as never, { ifMatch: 1 })).rejects.toMatchObject({
        code: 'not-allowed',
      });
    }
  });

  test.each(changes)('%s: by nobody of a town', async (_, endpoint, input) => {
    const ofTown = await signInAs('unit-lead', TOWN);

    await expect(ofTown.call(endpoint as never, input as never, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  test('by no administrator of another county', async () => {
    const version = { ifMatch: 1 };
    const renaming = { code: BUREAU, name: '教体局', from: '2026-03-01' };
    await expect(stranger.call(organisations.renameUnit, renaming, version)).rejects.toMatchObject({
      code: 'no-such-record',
    });
    await expect(stranger.call(organisations.createUnit, plan)).rejects.toMatchObject({ code: 'unknown-unit' });
    const merger = { code: BUREAU, into: HEALTH, on: '2026-03-01' };
    await expect(stranger.call(organisations.mergeUnit, merger, version)).rejects.toMatchObject({
      code: 'no-such-record',
    });
    const dissolution = { code: BUREAU, on: '2026-03-01' };
    await expect(stranger.call(organisations.dissolveUnit, dissolution, version)).rejects.toMatchObject({
      code: 'no-such-record',
    });
    expect(await stranger.call(organisations.exportUnits)).not.toContain('教育局');
  });

  test('only on the version that was read; a new child counts as a change', async () => {
    const { version } = await read(COUNTY);
    await administrator.call(organisations.createUnit, plan);
    const renaming = { code: COUNTY, name: '清河市', from: '2026-03-05' };

    await expect(administrator.call(organisations.renameUnit, renaming)).rejects.toMatchObject({
      code: 'version-needed',
    });
    await expect(administrator.call(organisations.renameUnit, renaming, { ifMatch: version })).rejects.toMatchObject({
      code: 'stale',
      facts: { version: version + 1 },
    });
    const now = { ifMatch: version + 1 };
    expect(await administrator.call(organisations.renameUnit, renaming, now)).toMatchObject({ name: '清河市' });
    const response = await app.request(`/api/v1/units/${COUNTY}`, { headers: { cookie: administrator.cookie } });
    expect(response.headers.get('etag')).toContain(`"${version + 2}.`);
  });

  test('by two at once: one of them is told', async () => {
    const renamings = ['教体局', '教育体育局'].map((name) =>
      administrator.call(organisations.renameUnit, { code: BUREAU, name, from: '2026-03-01' }, { ifMatch: 1 }),
    );

    const outcomes = await Promise.allSettled(renamings);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a new unit', () => {
  test.each([
    [{ name: '审计局', nature: 'department', parent: COUNTY }, '130102000003'],
    [{ name: '新区', nature: 'subdistrict', parent: COUNTY }, '130102001000'],
    [{ name: '新镇', nature: 'township', parent: COUNTY }, '130102102000'],
    [{ name: '新村', nature: 'village', parent: TOWN }, '130102100200'],
    [{ name: '新社区', nature: 'community', parent: TOWN }, '130102100002'],
    [{ name: '党政办', nature: 'internal-division', parent: TOWN }, '130102100600'],
  ] as const)('%j gets the code %s', async (plan, code) => {
    expect(await administrator.call(organisations.createUnit, plan)).toMatchObject({
      code,
      foundedOn: '2026-03-05',
      version: 1,
    });
  });

  test('never gets the code of one that has ended', async () => {
    await sql`update unit set ended_on = '2026-01-01' where code = ${HEALTH}`.execute(owner);
    const plan = { name: '卫健委', nature: 'department', parent: COUNTY } as const;

    expect(await administrator.call(organisations.createUnit, plan)).toMatchObject({ code: '130102000003' });
    await expect(
      administrator.call(organisations.createUnit, { ...plan, name: '别的', code: HEALTH }),
    ).rejects.toMatchObject({ code: 'already-exists' });
  });

  test.each([
    ['below a department', { parent: BUREAU }, refused('不能设在')],
    ['below a village', { parent: VILLAGE }, refused('不能设在')],
    ['below nothing', { parent: '130102999000' }, { code: 'unknown-unit' }],
    ['below another county', { parent: '130103000000' }, { code: 'unknown-unit' }],
    ['with a code of another parent', { code: '130102100300' }, refused('范围内')],
    ['with a code of another county', { code: '130103000009' }, refused('不属于本县')],
    ['as a second county', { nature: 'county' }, refused('000000')],
    ['as a village of the county', { nature: 'village' }, refused('村、社区')],
    ['as a town of a town', { nature: 'township', parent: TOWN }, refused('不能设在')],
    ['with a name in use', { name: '教育局' }, refused('已有', 'already-exists')],
    ['in the future', { foundedOn: '2026-03-06' }, refused('不能晚于今天')],
    ['named like a formula', { name: '=1+1' }, refused('不能以')],
    ['named in lost characters', { name: '审\ufffd局' }, refused('无法辨认')],
    ['named with a control character', { name: '审\u0000局' }, refused('控制字符')],
  ] as const)('is refused %s', async (_, change, refusal) => {
    const plan = { name: '审计局', nature: 'department', parent: COUNTY, ...change } as organisations.UnitPlan;

    await expect(administrator.call(organisations.createUnit, plan)).rejects.toMatchObject(refusal);
  });
});

describe('names', () => {
  async function rename(code: string, name: string, from: string): Promise<organisations.Unit> {
    const { version } = await read(code);
    const reply = administrator.call(organisations.renameUnit, { code, name, from }, { ifMatch: version });
    return (await reply) as organisations.Unit;
  }

  function nameOn(code: string, day?: string): Promise<string | undefined> {
    return inCounty(db, '130102', async (tx) => (await namesOf(tx, [code], day)).get(code));
  }

  test('hold for their time, across renamings and a merger', async () => {
    await rename(BUREAU, '教体局', '2024-01-01');
    await rename(BUREAU, '教育体育局', '2025-07-01');
    const { version } = await read(BUREAU);
    await administrator.call(
      organisations.mergeUnit,
      { code: BUREAU, into: HEALTH, on: '2026-03-01' },
      { ifMatch: version },
    );

    expect(await nameOn(BUREAU, '1999-01-01')).toBe('教育局');
    expect(await nameOn(BUREAU, '2023-12-31')).toBe('教育局');
    expect(await nameOn(BUREAU, '2024-01-01')).toBe('教体局');
    expect(await nameOn(BUREAU, '2025-06-30')).toBe('教体局');
    expect(await nameOn(BUREAU, '2025-07-01')).toBe('教育体育局');
    expect(await nameOn(BUREAU)).toBe('教育体育局');
    expect(await read(BUREAU)).toMatchObject({
      formerNames: [
        { name: '教体局', until: '2025-07-01' },
        { name: '教育局', until: '2024-01-01' },
      ],
      endedOn: '2026-03-01',
      successor: HEALTH,
    });
    expect(await names({ q: '教体局', ended: 'true' })).toEqual(['教育体育局']);
  });

  test('that were mistyped today are corrected without a trace', async () => {
    await rename(HEALTH, '卫生健唐局', '2026-03-05');
    const corrected = await rename(HEALTH, '卫健委', '2026-03-05');

    expect(corrected.formerNames).toEqual([{ name: '卫生健康局', until: '2026-03-05' }]);
    await rename(HEALTH, '卫健局', '2026-03-05');
    expect(await nameOn(HEALTH, '2026-03-04')).toBe('卫生健康局');
  });

  test.each([
    [{ from: '2026-03-06' }, refused('不能晚于今天')],
    [{ from: '2019-02-28' }, refused('不能早于')],
    [{ name: '卫生健康局' }, refused('相同')],
    [{ name: '教育局' }, refused('已有', 'already-exists')],
    [{ nature: 'village' }, refused('村、社区')],
    [{ nature: 'county' }, refused('000000')],
  ] as const)('are not changed by %j', async (change, refusal) => {
    const renaming = { code: HEALTH, name: '卫健委', from: '2026-03-01', ...change };

    await expect(administrator.call(organisations.renameUnit, renaming, { ifMatch: 1 })).rejects.toMatchObject(refusal);
  });

  test('change together with the nature, as when a town becomes a subdistrict', async () => {
    const renaming = { code: OTHER_TOWN, name: '河西街道', from: '2026-03-01', nature: 'subdistrict' } as const;

    expect(await administrator.call(organisations.renameUnit, renaming, { ifMatch: 1 })).toMatchObject({
      name: '河西街道',
      nature: 'subdistrict',
      formerNames: [{ name: '河西镇', until: '2026-03-01' }],
    });
  });

  test('of former times are never altered', async () => {
    await rename(BUREAU, '教体局', '2024-01-01');

    const altered = inCounty(db, '130102', (tx) => sql`update former_name set name = '伪'`.execute(tx));

    await expect(altered).rejects.toThrow('permission denied');
  });
});

describe('a unit that ends', () => {
  function inOwnCounty<Result>(work: (tx: typeof db) => Promise<Result>): Promise<Result> {
    return inCounty(db, '130102', work);
  }

  test('is no issuer and no bearer any more, and is not listed', async () => {
    await expect(inOwnCounty((tx) => assertUnits(tx, [BUREAU, VILLAGE, BUREAU]))).resolves.toBeUndefined();
    await administrator.call(organisations.dissolveUnit, { code: BUREAU, on: '2026-03-05' }, { ifMatch: 1 });

    await expect(inOwnCounty((tx) => assertUnits(tx, [BUREAU, VILLAGE]))).rejects.toMatchObject(
      refused(BUREAU, 'unknown-unit'),
    );
    expect(await names({ nature: 'department' })).toEqual(['卫生健康局']);
    expect(await names({ nature: 'department', ended: 'true' })).toEqual(['教育局', '卫生健康局']);
  });

  test('hands the units below it over, with their numbers where those are free', async () => {
    await sql`
      insert into unit (county, code, name, level, nature, parent) values
        ('130102', '130102101202', '张家村', 'village', 'village', ${OTHER_TOWN})`.execute(owner);

    const merged = await administrator.call(
      organisations.mergeUnit,
      { code: OTHER_TOWN, into: TOWN, on: '2026-03-01' },
      { ifMatch: 1 },
    );

    expect(merged).toMatchObject({ endedOn: '2026-03-01', successor: TOWN, children: [] });
    expect((await read(TOWN)).children.map(({ code, name }) => [code, name])).toEqual([
      [COMMUNITY, '河东社区'],
      ['130102100200', '李家村'],
      [VILLAGE, '王家村'],
      ['130102100202', '张家村'],
    ]);
    expect(await read(OTHER_VILLAGE)).toMatchObject({ endedOn: '2026-03-01', successor: '130102100200' });
    expect(await inOwnCounty((tx) => unitsBelow(tx, OTHER_TOWN))).toEqual([]);
    expect(await inOwnCounty((tx) => unitsBelow(tx, TOWN))).toHaveLength(4);
  });

  test('is not merged while two villages would have one name', async () => {
    await sql`update unit set name = '王家村' where code = ${OTHER_VILLAGE}`.execute(owner);

    await expect(
      administrator.call(organisations.mergeUnit, { code: OTHER_TOWN, into: TOWN, on: '2026-03-01' }, { ifMatch: 1 }),
    ).rejects.toMatchObject(refused('两边都有“王家村”', 'already-exists'));
    expect(await read(OTHER_TOWN)).toMatchObject({ endedOn: null, version: 1 });
  });

  test.each([
    [BUREAU, { into: BUREAU }, refused('不能并入自己')],
    [BUREAU, { into: TOWN }, refused('同级')],
    [BUREAU, { into: COUNTY }, refused('同级')],
    [VILLAGE, { into: TOWN }, refused('同级')],
    [BUREAU, { into: '130102000999' }, { code: 'unknown-unit' }],
    [BUREAU, { into: '130103000000' }, { code: 'unknown-unit' }],
    [BUREAU, { into: HEALTH, on: '2019-02-28' }, refused('才设立')],
    [HEALTH, { into: BUREAU, on: '2019-02-28' }, refused('才设立')],
    [BUREAU, { into: HEALTH, on: '2026-03-06' }, refused('不能晚于今天')],
    [COUNTY, { into: TOWN }, { code: 'wrong-state' }],
  ])('%s is not merged by %j', async (code, change, refusal) => {
    const merger = { code, on: '2026-03-01', ...change };

    await expect(administrator.call(organisations.mergeUnit, merger, { ifMatch: 1 })).rejects.toMatchObject(refusal);
  });

  test('is not dissolved while units are below it, nor is the county', async () => {
    const dissolution = { code: TOWN, on: '2026-03-01' };
    await expect(administrator.call(organisations.dissolveUnit, dissolution, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'units-below',
    });
    await expect(
      administrator.call(organisations.dissolveUnit, { ...dissolution, code: COUNTY }, { ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  test('does not end twice, get another name or take a unit in', async () => {
    await administrator.call(organisations.dissolveUnit, { code: BUREAU, on: '2026-03-01' }, { ifMatch: 1 });
    const { version } = await read(BUREAU);
    const now = { ifMatch: version };

    await expect(
      administrator.call(organisations.dissolveUnit, { code: BUREAU, on: '2026-03-02' }, now),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(
      administrator.call(organisations.renameUnit, { code: BUREAU, name: '教体局', from: '2026-03-02' }, now),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(
      administrator.call(organisations.mergeUnit, { code: HEALTH, into: BUREAU, on: '2026-03-02' }, { ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'unknown-unit' });
  });
});

describe('the table itself', () => {
  test.each([
    ['a parent that is not above by its code', "'130102000009', '某局', 'county', 'department', '130102100000'"],
    ['itself as its parent', "'130102000009', '某局', 'county', 'department', '130102000009'"],
    ['no parent', "'130102000009', '某局', 'county', 'department', null"],
    ['a parent that does not exist', "'130102555201', '某村', 'village', 'village', '130102555000'"],
    ['the level of another unit', "'130102100009', '某村', 'county', 'village', '130102100000'"],
    ['a code of another county', "'130103000009', '某局', 'county', 'department', '130103000000'"],
  ])('holds no unit with %s', async (_, values) => {
    const row = sql.raw(`('130102', ${values})`);
    const insertion = sql`insert into unit (county, code, name, level, nature, parent) values ${row}`.execute(owner);

    await expect(insertion).rejects.toThrow('violates');
  });
});
