import { audit, demands } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256, verifyEd25519 } from '../../platform/cryptography.ts';
import { inCounty } from '../../platform/county.ts';
import { useTestApp, NOW } from '../../testing/app.ts';
import type { SignedIn } from '../../testing/sign-in.ts';
import { fromBase64 } from './bytes.ts';
import { openCheckpoint, type CheckpointTrust } from './checkpoint.ts';
import { sequenceLog, verifyStoredLog } from './index.ts';
import { verifyConsistency } from './merkle.ts';
import { checkpointKeyOf } from './operations.ts';
import { verifyReceipt } from './receipt.ts';

const { app, call, logged, db, owner, keys, signInAs } = await useTestApp();
const clock = { now: () => NOW, today: () => '2026-03-05' };

const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const VILLAGE = `${COUNTY}101201`;

const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const clerk = await signInAs('bearer-clerk', VILLAGE);
const administrator = await signInAs('administrator', `${COUNTY}000000`);
const stranger = await signInAs('drafter', '130102000011');
await signInAs('bearer-clerk', '130102101201');

const task: demands.DemandDraft = {
  title: '关于核实汛期危房的通知',
  ask: '核对 12 户危房信息',
  issuer: BUREAU,
  bearers: [VILLAGE],
  dueAt: '2026-03-20T10:00:00Z',
  expiresOn: '2026-06-30',
  planItem: null,
  details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
};

function draft(by: SignedIn = drafter, changes: Partial<demands.DemandDraft> = {}): Promise<demands.Demand> {
  return by.call(demands.draftDemand, { ...task, ...changes }) as Promise<demands.Demand>;
}

async function withdrawn(reason: string): Promise<demands.Demand> {
  const { id, version } = await draft();
  return (await drafter.call(demands.withdrawDemand, { id, reason }, { ifMatch: version })) as demands.Demand;
}

async function trustOf(county: string): Promise<CheckpointTrust> {
  const { keys: known } = await call(audit.listKeys, { county });
  return {
    origin: `qingzhuang/${county}/audit`,
    keys: known.map(checkpointKeyOf),
    sha256,
    verify: verifyEd25519,
  };
}

async function sequenced(county = COUNTY): Promise<void> {
  await sequenceLog({ db, clock, keys }, county);
}

function verify(county = COUNTY): ReturnType<typeof verifyStoredLog> {
  return verifyStoredLog({ db: owner, keys, county });
}

afterAll(() => {
  process.stderr.write(
    logged
      .filter((l) => l.includes('defect'))
      .slice(0, 3)
      .join(''),
  );
});

describe('the log', () => {
  test('holds every event in one gapless order, whoever writes at the same time', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 50 }, (_, number) => draft(drafter, { title: `第${number}件` })),
    );
    await sequenced();

    const report = await verify();
    expect(report.faults).toEqual([]);
    const { rows } = await sql<{ events: number; highest: number }>`
      select (select count(*) from audit_entry where county = ${COUNTY}) as events,
        (select max(index) from audit_leaf where county = ${COUNTY}) as highest`.execute(owner);
    expect(drafts).toHaveLength(50);
    expect(rows).toEqual([{ events: report.size, highest: report.size - 1 }]);
  });

  test('is the same when many give entries their places at once', async () => {
    await Promise.all([draft(), sequenced(), sequenced(), draft(), sequenced(), draft(), sequenced()]);
    await sequenced();

    expect((await verify()).faults).toEqual([]);
  });

  test('keeps nothing of a turn that broke off before its signature, and goes on with the next', async () => {
    await draft();
    const broken = { ...keys, signerOf: () => Promise.reject(new Error('disk full')) };
    await sequenced();
    const before = await verify();
    await inCounty(db, COUNTY, async (tx) => {
      await sql`insert into demand_event (county, demand, version, type, data, at)
        values (${COUNTY}, gen_random_uuid(), 1, 'demand-drafted', '{}', now())`.execute(tx);
    });
    await expect(sequenceLog({ db, clock, keys: broken }, COUNTY)).rejects.toThrow('disk full');

    expect(await verify()).toMatchObject({ size: before.size, faults: [] });
    await sequenced();
    expect(await verify()).toMatchObject({ size: before.size + 1, faults: [] });
  });

  test('names nobody: who acted and why stand beside it', async () => {
    const { id } = await withdrawn('张三家来电，不再需要');
    const { rows } = await sql<{ entry: string }>`
      select string_agg(entry, '') as entry from audit_entry where key ->> 'demand' = ${id}`.execute(owner);

    expect(rows[0]?.entry).toContain(task.title);
    expect(rows[0]?.entry).not.toContain('张三');
    expect(rows[0]?.entry).not.toContain(drafter.person);
  });

  test('cannot be written, read past its wall or emptied by a request', async () => {
    const attempts = [
      sql`insert into audit_entry (county, source, key, entry) values (${COUNTY}, 'demand_event', '{}', '{}')`,
      sql`insert into audit_pending (county, entry) select county, id from audit_entry limit 1`,
      sql`update audit_entry set entry = '{}'`,
      sql`delete from audit_leaf`,
      sql`delete from audit_node`,
      sql`delete from audit_checkpoint`,
      sql`select value from audit_value`,
      sql`call forget(${COUNTY}, 1, '{person}', 'no')`,
      sql`truncate audit_entry`,
    ];
    for (const attempt of attempts) {
      await expect(inCounty(db, COUNTY, (tx) => attempt.execute(tx))).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('is append-only even for the owner of the database', async () => {
    for (const table of ['audit_entry', 'audit_leaf', 'audit_node', 'audit_checkpoint', 'demand_event']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(owner)).rejects.toThrow('only ever added');
    }
    await expect(sql`update audit_value set salt = salt`.execute(owner)).rejects.toThrow('only ever added');
  });
});

await Promise.all(Array.from({ length: 10 }, () => draft()));
await sequenced();
const { rows: drafted } = await sql<{ index: number; type: string }>`
  select leaf.index, event.type from audit_leaf leaf
  join audit_entry entry on entry.county = leaf.county and entry.id = leaf.entry
  join demand_event event on key = jsonb_build_object('county', event.county, 'demand', event.demand, 'version', event.version)
  where leaf.county = ${COUNTY} order by leaf.index`.execute(owner);
/** The first event of a demand in the log, and a draft that completes a subtree of four. */
const first = drafted[0]?.index ?? NaN;
const place = drafted.find(({ index, type }) => index % 4 === 3 && type === 'demand-drafted')?.index ?? NaN;

/** Changes rows as somebody with all power over the database would. */
async function tamper(table: string, change: string, check: () => Promise<void>): Promise<void> {
  await owner.connection().execute(async (one) => {
    await sql.raw(`alter table ${table} disable trigger all`).execute(one);
    await sql.raw(`create table kept as table ${table}`).execute(one);
    try {
      await sql.raw(change).execute(one);
      await check();
    } finally {
      await sql.raw(`delete from ${table}; insert into ${table} overriding system value table kept`).execute(one);
      await sql.raw(`drop table kept; alter table ${table} enable trigger all`).execute(one);
    }
  });
}

describe('somebody with all power over the database', () => {
  const third = `(select entry from audit_leaf where county = '${COUNTY}' and index = ${place})`;
  test.each<[string, string, string, string, number | null]>([
    [
      'the words of an entry',
      'audit_entry',
      `update audit_entry set entry = replace(entry, '危房', '良房') where id = ${third}`,
      'entry-changed',
      place,
    ],
    [
      'an entry to nonsense',
      'audit_entry',
      `update audit_entry set entry = '{' where id = ${third}`,
      'entry-changed',
      place,
    ],
    [
      'the key of an entry',
      'audit_entry',
      `update audit_entry set key = jsonb_set(key, '{version}', '999') where id = ${third}`,
      'entry-changed',
      place,
    ],
    [
      'the table of an entry',
      'audit_entry',
      `update audit_entry set source = 'erasure' where id = ${third}`,
      'entry-changed',
      place,
    ],
    [
      'the county of an entry',
      'audit_entry',
      `update audit_entry set county = '130102' where id = ${third}`,
      'gap',
      place,
    ],
    [
      'the number of an entry',
      'audit_entry',
      `alter table audit_entry alter id set generated by default; update audit_entry set id = 999999 where id = ${third}; alter table audit_entry alter id set generated always`,
      'gap',
      place,
    ],
    [
      'the order of entries',
      'audit_leaf',
      `update audit_leaf set entry = -index where county = '${COUNTY}' and index in (${place}, ${place + 1});
       update audit_leaf set entry = (select l.entry from kept l where l.county = audit_leaf.county and l.index = ${2 * place + 1} - audit_leaf.index) where entry < 0`,
      'entry-changed',
      place,
    ],
    [
      'the place of a leaf',
      'audit_leaf',
      `update audit_leaf set index = 888888 where county = '${COUNTY}' and index = ${place}`,
      'gap',
      place,
    ],
    [
      'the hash of a leaf',
      'audit_node',
      `update audit_node set hash = sha256(hash) where county = '${COUNTY}' and level = 0 and index = ${place}`,
      'entry-changed',
      place,
    ],
    [
      'the hash of a node',
      'audit_node',
      `update audit_node set hash = sha256(hash) where county = '${COUNTY}' and level = 2 and index = ${(place - 3) / 4}`,
      'node-changed',
      place,
    ],
    [
      'the level of a node',
      'audit_node',
      `update audit_node set level = 50 where county = '${COUNTY}' and level = 2 and index = ${(place - 3) / 4}`,
      'node-changed',
      place,
    ],
    [
      'the place of a node',
      'audit_node',
      `update audit_node set index = 77777 where county = '${COUNTY}' and level = 2 and index = ${(place - 3) / 4}`,
      'node-changed',
      place,
    ],
    [
      'the salt of a personal value',
      'audit_value',
      `update audit_value set salt = uuid_send(gen_random_uuid()) where entry = ${third}`,
      'value-changed',
      place,
    ],
    [
      'a personal value',
      'audit_value',
      `update audit_value set value = '"x"' where entry = ${third}`,
      'value-changed',
      place,
    ],
    [
      'the path of a personal value',
      'audit_value',
      `update audit_value set path = '{x' || path where entry = ${third}`,
      'value-changed',
      place,
    ],
    [
      'that a personal value is there',
      'audit_value',
      `delete from audit_value where entry = ${third}`,
      'value-missing',
      place,
    ],
    [
      'a checkpoint',
      'audit_checkpoint',
      `update audit_checkpoint set note = replace(note, 'audit', 'other') where county = '${COUNTY}'`,
      'other-origin',
      null,
    ],
    [
      'the size of a checkpoint',
      'audit_checkpoint',
      `update audit_checkpoint set size = size + 1000000 where county = '${COUNTY}'`,
      'size-differs',
      null,
    ],
    [
      'that there is a checkpoint',
      'audit_checkpoint',
      `delete from audit_checkpoint where county = '${COUNTY}'`,
      'not-signed',
      0,
    ],
    [
      'what an event says',
      'demand_event',
      `update demand_event set data = data || '{"more": 1}' where county = '${COUNTY}'`,
      'row-changed',
      first,
    ],
    [
      'who acted',
      'demand_event',
      `update demand_event set person = gen_random_uuid() where county = '${COUNTY}'`,
      'row-changed',
      first,
    ],
    [
      'when it happened',
      'demand_event',
      `update demand_event set at = at + interval '1 second' where county = '${COUNTY}'`,
      'row-changed',
      first,
    ],
    [
      'the unit of an event',
      'demand_event',
      `update demand_event set unit = null where county = '${COUNTY}'`,
      'row-changed',
      first,
    ],
    [
      'that events are there',
      'demand_event',
      `delete from demand_event where county = '${COUNTY}'`,
      'row-missing',
      first,
    ],
    [
      'an event into the past',
      'demand_event',
      `insert into demand_event (county, demand, version, type, data, at) values ('${COUNTY}', gen_random_uuid(), 1, 'demand-drafted', '{}', now())`,
      'not-logged',
      null,
    ],
  ])('cannot change %s unnoticed', async (_, table, change, kind, index) => {
    await tamper(table, change, async () => {
      const { faults } = await verify();
      expect(faults.map((fault) => fault.kind)).toContain(kind);
      if (index !== null) expect(faults[0]?.index).toBe(index);
    });
    expect((await verify()).faults).toEqual([]);
  });

  test('cannot switch the log off unnoticed', async () => {
    await sql`alter table demand_event disable trigger audited`.execute(owner);
    const { faults } = await verify();
    await sql`alter table demand_event enable trigger audited`.execute(owner);

    expect(faults).toEqual([{ kind: 'trigger-missing', place: 'demand_event', index: null }]);
  });

  test('cannot cut the log back unnoticed by those who kept a checkpoint', async () => {
    const kept = (await drafter.call(audit.readCheckpoint)).note;
    const later = await draft();
    await sequenced();
    const report = await verifyStoredLog({ db: owner, keys, county: COUNTY }, [kept]);
    expect(report.faults).toEqual([]);
    const beyond = kept.replace(/\n\d+\n/, `\n${report.size + 5}\n`);

    expect((await verifyStoredLog({ db: owner, keys, county: COUNTY }, [beyond])).faults).not.toEqual([]);
    expect(later.id).toBeDefined();
  });
});

describe('a receipt', () => {
  test('proves offline that a step stands in the log', async () => {
    const { id } = await draft();
    const receipt = await drafter.call(audit.readReceipt, { id, step: 1 });

    const verdict = verifyReceipt(JSON.stringify(receipt), await trustOf(COUNTY));
    expect(verdict).toMatchObject({ receipt: { index: receipt.index } });
    expect(audit.AuditReceipt.parse(receipt)).toEqual(receipt);
  });

  test('is refused to those who may not see the demand, and for a step that was not taken', async () => {
    const { id } = await draft();

    await expect(clerk.call(audit.readReceipt, { id, step: 1 })).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(stranger.call(audit.readReceipt, { id, step: 1 })).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(drafter.call(audit.readReceipt, { id, step: 99 })).rejects.toMatchObject({ code: 'no-such-record' });
    await expect(call(audit.readReceipt, { id, step: 1 })).rejects.toMatchObject({ code: 'not-signed-in' });
  });
});

describe('a checkpoint', () => {
  test('grows consistently, which can be proved', async () => {
    const trust = await trustOf(COUNTY);
    const [earlier, later] = [
      await drafter.call(audit.readCheckpoint),
      (await draft(), await clerk.call(audit.readCheckpoint)),
    ];
    const { proof } = await drafter.call(audit.proveConsistency, { from: earlier.size, to: later.size });
    const [one, other] = [earlier, later].map(({ note }) => openCheckpoint(note, trust));

    if (one === undefined || other === undefined || 'fault' in one || 'fault' in other) throw new Error('not signed');
    // The draft, its screening, and what the screening went by.
    expect(later.size).toBe(earlier.size + 3);
    const claim = {
      earlierSize: earlier.size,
      earlierRoot: one.checkpoint.root,
      size: later.size,
      root: other.checkpoint.root,
      proof: proof.map((hash) => fromBase64(hash) ?? new Uint8Array()),
    };
    expect(verifyConsistency(claim, sha256)).toBe(true);
    expect(verifyConsistency({ ...claim, earlierRoot: claim.root }, sha256)).toBe(false);
  });

  test('is refused without an account, and beyond the end of the log', async () => {
    await expect(call(audit.readCheckpoint)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(call(audit.proveConsistency, { from: 0, to: 1 })).rejects.toMatchObject({ code: 'not-signed-in' });
    const beyond = drafter.call(audit.proveConsistency, { from: 1, to: 999_999 });
    await expect(beyond).rejects.toMatchObject({ code: 'no-such-record' });
    for (const query of ['from=2&to=1', 'from=-1&to=2', 'from=1.5&to=2', 'from=a&to=2', 'to=2']) {
      const response = await app.request(`/api/v1/audit/consistency?${query}`, { headers: { cookie: drafter.cookie } });
      expect(response.status).toBe(400);
    }
  });

  test('of another county is out of reach: everyone sees the log of his own', async () => {
    await stranger.call(demands.draftDemand, { ...task, issuer: '130102000011', bearers: ['130102101201'] });
    const { origin, size } = await stranger.call(audit.readCheckpoint);

    expect(origin).toBe('qingzhuang/130102/audit');
    const entries = await inCounty(db, '130102', (tx) => tx.selectFrom('auditEntry').select('county').execute());
    expect(entries).toEqual(Array.from({ length: size }, () => ({ county: '130102' })));
  });
});

describe('keys', () => {
  test('are published to anyone, the private half never', async () => {
    const response = await app.request(`/api/v1/keys?county=${COUNTY}`);
    const text = await response.text();

    expect(audit.PublicKeys.parse(JSON.parse(text)).keys[0]).toMatchObject({ county: COUNTY, retiredOn: null });
    expect(text).not.toMatch(/private/i);
    expect((await call(audit.listKeys, { county: '999999' })).keys).toEqual([]);
  });

  test('that were retired still verify what they have signed, and no more', async () => {
    const before = await drafter.call(audit.readCheckpoint);
    const { keys: after } = await administrator.call(audit.rotateKey);
    await draft();
    const now = await drafter.call(audit.readCheckpoint);
    const trust = await trustOf(COUNTY);

    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({ retiredOn: '2026-03-06', lastSize: before.size });
    expect(openCheckpoint(before.note, trust)).toHaveProperty('checkpoint');
    expect(openCheckpoint(now.note, trust)).toHaveProperty('checkpoint');
    expect(openCheckpoint(now.note, { ...trust, keys: trust.keys.slice(0, 1) })).toEqual({ fault: 'unknown-key' });
    expect((await verify()).faults).toEqual([]);
  });

  test('are changed by an administrator only', async () => {
    await expect(drafter.call(audit.rotateKey)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(lead.call(audit.rotateKey)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call(audit.rotateKey)).rejects.toMatchObject({ code: 'not-signed-in' });
  });
});

test('a personal value can be forgotten, and the log still verifies and says so', async () => {
  const { id } = await withdrawn('李四家的老人说不用了');
  await sequenced();
  const { rows } = await sql<{ entry: number }>`
    select entry from audit_value where value::text like '%李四%'`.execute(owner);
  await sql`call forget(${COUNTY}, ${rows[0]?.entry}, '{data,reason}', '本人要求删除')`.execute(owner);
  await sequenced();

  const { rows: left } = await sql<{ n: number }>`
    select (select count(*) from audit_value where value::text like '%李四%')
      + (select count(*) from demand_event where data::text like '%李四%') as n`.execute(owner);
  expect(left).toEqual([{ n: 0 }]);
  expect((await verify()).faults).toEqual([]);
  expect(await drafter.call(demands.readDemand, { id })).toMatchObject({ state: 'withdrawn' });
  await expect(sql`call forget(${COUNTY}, ${rows[0]?.entry}, '{data,reason}', 'again')`.execute(owner)).rejects.toThrow(
    'no such value',
  );
});
