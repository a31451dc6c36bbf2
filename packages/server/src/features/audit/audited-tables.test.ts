/** What is only ever added to is a deed, and every deed is in the log, whoever adds the table. */
import { randomUUID } from 'node:crypto';
import { caps, inbox } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOW, useTestApp } from '../../testing/app.ts';
import { openGate } from '../../testing/demands.ts';
import { exportLog, sequenceLog, verifyStoredLog } from './index.ts';

const { db, owner, keys, signInAs } = await useTestApp();
const COUNTY = '130101';
const clock = { now: () => NOW, today: () => '2026-03-05' };

const NO_DEEDS: Readonly<Record<string, string>> = {
  audit_checkpoint: 'the log itself',
  audit_entry: 'the log itself',
  audit_leaf: 'the log itself',
  audit_node: 'the log itself',
  bearer_person: 'whoever may read the log is not thereby told who returned a demand',
  fact_past: 'the deed is the batch that has written it, which is in the log',
  notice: 'what a clock has told; the deed is what started the clock',
};

test('every append-only table is in the log, but for those that hold no deeds', async () => {
  const { rows } = await sql<{ name: string; audited: boolean }>`
    select relname as name, exists (select from audited_table where audited_table.name = relname) as audited
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where tgname = 'append_only' order by relname`.execute(owner);

  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ audited }) => !audited).map(({ name }) => name)).toEqual(Object.keys(NO_DEEDS));
});

test('a table with rows enters them when it is handed to the log', async () => {
  await signInAs('auditor', `${COUNTY}000000`);
  await sql`create table deed (county text not null, number int not null, at timestamptz, words text, primary key (county, number))`.execute(
    owner,
  );
  await sql`call wall_off('deed')`.execute(owner);
  await sql`insert into deed values (${COUNTY}, 1, now(), '张三'), (${COUNTY}, 2, now(), null)`.execute(owner);
  await sql`call make_audited('deed', '{words}')`.execute(owner);
  await sql`insert into deed values (${COUNTY}, 3, now(), '李四')`.execute(owner);
  await sequenceLog({ db, clock, keys }, COUNTY);

  expect((await verifyStoredLog({ db: owner, keys, county: COUNTY })).faults).toEqual([]);
  const { rows } = await sql<{
    entry: string;
  }>`select entry from audit_entry where source = 'deed' order by id`.execute(owner);
  expect(rows.map(({ entry }) => (JSON.parse(entry) as { row: { number: number } }).row.number)).toEqual([1, 2, 3]);
  expect(rows[0]?.entry).not.toContain('张三');
  await expect(sql`select enter_in_log('deed', '{}')`.execute(db)).rejects.toThrow('permission denied');
});

test('grants, settings and plan imports are entries, and the log stays whole', async () => {
  const office = await signInAs('office', `${COUNTY}000001`);
  const bureau = `${COUNTY}000011`;
  await signInAs('drafter', bureau);
  const table = '编号\t名称\t类别\t发起单位\t次数\n1\t年度核查\t检查\t单位130101000011\t2';
  const imported = await office.call(caps.importPlan, { year: 2026, dryRun: false, text: table });
  expect(imported).toMatchObject({ applied: true, created: 1 });
  await sequenceLog({ db, clock, keys }, COUNTY);

  const { rows } = await sql<{ entry: string }>`select entry from audit_entry where source = 'plan_import'`.execute(
    owner,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.entry).toContain('年度核查');
  expect(rows[0]?.entry).not.toContain(office.person);
  expect((await verifyStoredLog({ db: owner, keys, county: COUNTY })).faults).toEqual([]);
});

test.each([false, true])('an export, personal values %s, does not tell who returned a demand', async (personal) => {
  const gate = await openGate(signInAs, COUNTY);
  const { village } = gate;
  const clerk = await signInAs('bearer-clerk', village);
  const demand = await gate.run();
  await sql`update demand set expires_on = '2026-03-04' where id = ${demand.id}`.execute(owner);
  const event = randomUUID();
  await clerk.call(inbox.returnTask, { unit: village, demand: demand.id, event });
  await sequenceLog({ db, clock, keys }, COUNTY);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'qingzhuang-test-')), 'log');
  await exportLog({ db: owner, keys, county: COUNTY }, file, { personal });

  const lines = (await readFile(file, 'utf8')).split('\n');
  const [returned] = lines.filter((line) => line.includes(event));
  expect(returned).toContain('bearer_event');
  expect(returned).not.toContain(clerk.person);
  const naming = lines.filter((line) => line.includes(clerk.person));
  // That somebody holds a post is no secret; what he did with it is.
  expect(naming.every((line) => line.includes('person_event'))).toBe(true);
});
