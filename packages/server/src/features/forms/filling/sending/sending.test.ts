import { randomUUID } from 'node:crypto';
import { read, utils } from '@e965/xlsx';
import { demands, forms, type DeepReadonly } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../../testing/app.ts';
import { act, actorFor } from '../../../../testing/county-world.ts';
import { createFormDesk } from '../../../../testing/form-desk.ts';
import { identityNumber, settle, villagers } from '../../../../testing/forms.ts';
import { writeFacts } from '../../../catalogue/index.ts';

const app = await useTestApp();
const desk = await createFormDesk(app, '130101');
const { drafter, village, town, clerk, townClerk } = desk;
const people = villagers('130101', 12);
await desk.settle(village, people);

const COLUMNS = ['姓名', '身份证号', '联系电话', '家庭住址', '是否愿意参加合唱队'];

interface Placed {
  readonly row: string;
  readonly field: string;
  readonly value: string;
}

function placeOf({ forms: [form], rows }: DeepReadonly<forms.Fill>, element: string, at: number): Placed {
  const column = form?.fields.findIndex((field) => field.element === element) ?? -1;
  const [row, field] = [rows[at], form?.fields[column]];
  if (row === undefined || field === undefined) throw new Error(`${element} is not asked for`);
  return { row: row.row, field: field.key, value: row.cells[column]?.value ?? '' };
}

function writing({ row, field, value: base }: Placed, value: string): forms.FillEdit {
  return { event: randomUUID(), do: 'write', row, field, value, base };
}

function deedOn(demand: string): { unit: string; demand: string; event: string } {
  return { unit: village, demand, event: randomUUID() };
}

/** Another register says so. */
async function say(at: number, phone: string, asOf: string): Promise<void> {
  await act(app, actorFor('office', '130101000001'), (acting) =>
    writeFacts(
      acting,
      app.seals,
      [
        {
          subject: { entity: 'person', code: people[at]?.identity ?? '', unit: null },
          ...{ element: 'person.phone', value: phone, place: null },
        },
      ],
      { kind: 'register', name: '户籍登记', unit: '130101000011', asOf },
    ),
  );
}

interface KeptFact {
  readonly value: string | null;
  readonly asOf: string;
  readonly unit: string;
  readonly endedOn: string | null;
}

async function factOf(at: number, element: string): Promise<KeptFact | undefined> {
  const { rows } = await sql<KeptFact>`
    select fact.value, fact.as_of::text as "asOf", subject.unit, subject.ended_on::text as "endedOn"
    from fact join subject on subject.county = fact.county and subject.id = fact.subject
    where fact.element = ${element} and exists (
      select from fact as name
      where name.subject = fact.subject and name.element = 'person.name' and name.value = ${people[at]?.name ?? ''}
    )`.execute(app.owner);
  return rows[0];
}

async function exported(demand: string): Promise<string> {
  const bytes = await drafter.call(forms.exportFills, { id: demand });
  return JSON.stringify(utils.sheet_to_json(read(bytes, { type: 'array' }).Sheets['表1'] ?? {}, { header: 1 }));
}

test('what the county learns is as old as the day on which it was handed in, whenever the town looks', async () => {
  const demand = await desk.run(COLUMNS, { needsApproval: true });
  const saidAt = '2026-03-03T02:00:00Z';
  const place = placeOf(await desk.readFill(demand), 'person.address', 1);
  await desk.edit(demand, [{ ...writing(place, '二号旧址'), saidAt }]);
  await clerk.call(forms.submitFill, { ...deedOn(demand), saidAt });
  await townClerk.call(forms.approveFill, deedOn(demand));

  expect(await factOf(1, 'person.address')).toMatchObject({ value: '二号旧址', asOf: '2026-03-03' });
  expect(await factOf(2, 'person.address')).toMatchObject({ value: '3号', asOf: '2026-03-03' });
});

test('what waits for the town is not yet what the issuer gets, and a second time neither', async () => {
  const demand = await desk.run(COLUMNS, { needsApproval: true });
  await clerk.call(forms.submitFill, deedOn(demand));
  await townClerk.call(forms.approveFill, deedOn(demand));
  await clerk.call(forms.reopenFill, deedOn(demand));
  await desk.edit(demand, [writing(placeOf(await desk.readFill(demand), 'person.address', 0), '未经核过的住址')]);
  await clerk.call(forms.submitFill, deedOn(demand));

  expect(await exported(demand)).not.toContain('未经核过的住址');
  expect(await exported(demand)).toContain('村民001');
  await townClerk.call(forms.approveFill, deedOn(demand));
  expect(await exported(demand)).toContain('未经核过的住址');
});

describe('what the county learns', () => {
  test('of a cell is what somebody confirmed, and takes the place of nothing newer', async () => {
    const demand = await desk.run(COLUMNS);
    const fill = await desk.readFill(demand);
    const { row, value } = placeOf(fill, 'person.phone', 4);
    await desk.edit(demand, [{ event: randomUUID(), do: 'confirm', rows: [row] }]);
    await say(4, '13900004444', '2026-03-06');

    expect(placeOf(await desk.readFill(demand), 'person.phone', 4).value).toBe(value);
    const sent = await clerk.call(forms.submitFill, deedOn(demand));
    expect(sent.state).toBe('sent');
    // The county has a newer word: the older one waits for the owner.
    expect(sent.notTaken?.map((one) => one.row)).toEqual([row]);
    expect((await factOf(4, 'person.phone'))?.value).toBe('13900004444');
  });

  test('moves nobody to the town that lists him, and what is not taken is named', async () => {
    const stranger = identityNumber('130101', 1950, 777);
    const demand = await desk.run(COLUMNS, { bearers: [town] });
    const { forms: found } = await townClerk.call(forms.readFill, { unit: town, demand });
    function keyOf(element: string): string {
      return found[0]?.fields.find((one) => one.element === element)?.key ?? '';
    }
    const [known, unknown] = [randomUUID(), randomUUID()];
    const written = [
      [known, 'person.identity-number', people[5]?.identity ?? ''],
      [known, 'person.address', '镇上填的住址'],
      [unknown, 'person.identity-number', stranger],
      [unknown, 'person.address', '不知何处'],
    ] as const;
    await townClerk.call(forms.editFill, {
      ...{ unit: town, demand },
      edits: [
        ...[known, unknown].map((row) => ({ event: randomUUID(), do: 'add-row' as const, form: 0, row })),
        ...written.map(([row, element, value]) => writing({ row, field: keyOf(element), value: '' }, value)),
      ],
    });
    const sent = await townClerk.call(forms.submitFill, { unit: town, demand, event: randomUUID() });

    expect((await factOf(5, 'person.address'))?.unit).toBe(village);
    expect(sent.notTaken?.map(({ row }) => row)).toContain(unknown);
    expect(sent.notTaken?.find(({ row }) => row === unknown)?.says).not.toBe('');
  });

  test('of somebody who died is that he did', async () => {
    const demand = await desk.run(COLUMNS);
    const { row } = placeOf(await desk.readFill(demand), 'person.name', 11);
    await desk.edit(demand, [{ event: randomUUID(), do: 'remove-row', row, reason: 'died' }]);
    await clerk.call(forms.submitFill, deedOn(demand));

    expect((await factOf(11, 'person.name'))?.endedOn).toBe('2026-03-05');
  });
});

test('another number in the row of somebody known is not sent', async () => {
  const demand = await desk.run(COLUMNS);
  const place = placeOf(await desk.readFill(demand), 'person.identity-number', 6);
  const edited = await desk.edit(demand, [writing(place, identityNumber('130101', 1946, 666))]);

  expect(edited.outcomes[0]?.cell?.fault).toContain('数据目录');
  await expect(clerk.call(forms.submitFill, deedOn(demand))).rejects.toMatchObject({ code: 'invalid-input' });
});

test('what nobody has seen is neither confirmed nor sent', async () => {
  const demand = await desk.run(COLUMNS);
  const { seen = '', rows } = await desk.readFill(demand);
  const [still, moved] = [rows[8], rows[7]];
  function confirming(row: DeepReadonly<forms.FillRow> | undefined): forms.FillEdit {
    return { event: randomUUID(), do: 'confirm', rows: [row?.row ?? ''], seen: [row?.seen ?? ''] };
  }
  await say(7, '13900007777', '2026-03-06');

  // Only the rows that are confirmed count.
  const edited = await desk.edit(demand, [confirming(moved), confirming(still)]);
  expect(edited.outcomes).toMatchObject([{ outcome: 'conflict' }, { outcome: 'done' }]);
  await expect(clerk.call(forms.submitFill, { ...deedOn(demand), seen })).rejects.toMatchObject({ code: 'stale' });
  const again = await desk.readFill(demand);
  const changed = again.rows.filter((row, at) => row.seen !== rows[at]?.seen);
  expect(changed.map(({ row }) => row)).toEqual([moved?.row]);
  await desk.edit(demand, [confirming(changed[0])]);
  const sent = await clerk.call(forms.submitFill, { ...deedOn(demand), seen: again.seen ?? '' });
  expect(sent.state).toBe('sent');
});

describe('whom a village has struck out', () => {
  function rowOf(fill: DeepReadonly<forms.Fill>, at: number): DeepReadonly<forms.FillRow> | undefined {
    return fill.rows.find(({ name }) => name === people[at]?.name);
  }

  function striking(fill: DeepReadonly<forms.Fill>, at: number, reason: 'moved' | 'died'): forms.FillEdit {
    return { event: randomUUID(), do: 'remove-row', row: rowOf(fill, at)?.row ?? '', reason };
  }

  let demand = '';
  test('as moved or dead stands in no other of its forms', async () => {
    demand = await desk.run(COLUMNS);
    const fill = await desk.readFill(demand);
    await desk.edit(demand, [striking(fill, 9, 'moved'), striking(fill, 10, 'died')]);
    await clerk.call(forms.submitFill, deedOn(demand));

    const next = await desk.readFill(await desk.run(COLUMNS));
    expect([9, 10].map((at) => rowOf(next, at))).toEqual([undefined, undefined]);
    expect(rowOf(next, 8)).toBeDefined();
    expect((await factOf(10, 'person.name'))?.endedOn).toBe('2026-03-05');
  });

  test('stands struck out in the form itself when it is opened again, and is back once it is restored and sent', async () => {
    await clerk.call(forms.reopenFill, deedOn(demand));
    const again = await desk.readFill(demand);
    expect([9, 10].map((at) => rowOf(again, at)?.removed)).toEqual(['已迁走', '已去世']);
    const restored = [9, 10].map((at) => rowOf(again, at)?.row ?? '');
    await desk.edit(
      demand,
      restored.map((row) => ({ event: randomUUID(), do: 'restore-row', row })),
    );
    await clerk.call(forms.submitFill, deedOn(demand));

    const next = await desk.readFill(await desk.run(COLUMNS));
    expect([9, 10].map((at) => rowOf(next, at)?.removed)).toEqual([null, null]);
    expect((await factOf(10, 'person.name'))?.endedOn).toBeNull();
    const { rows: log } = await sql<{ what: string }>`select what from subject_event order by at, what`.execute(
      app.owner,
    );
    expect(log.map(({ what }) => what).toSorted()).toEqual(
      expect.arrayContaining(['away', 'back', 'ended', 'restored']),
    );
  });

  test('is back when a register says newer that he lives there', async () => {
    await clerk.call(forms.reopenFill, deedOn(demand));
    await desk.edit(demand, [striking(await desk.readFill(demand), 9, 'moved')]);
    await clerk.call(forms.submitFill, deedOn(demand));
    const other = await desk.run(COLUMNS);

    await settle(app, village, people.slice(9, 10), '2026-03-04');
    expect(rowOf(await desk.readFill(other), 9)).toBeUndefined();
    await settle(app, village, people.slice(9, 10), '2026-03-06');
    expect(rowOf(await desk.readFill(other), 9)).toBeDefined();
  });
});

test('words with an identity number are refused where they would stand in clear', async () => {
  const demand = await desk.run(COLUMNS);
  await clerk.call(forms.submitFill, deedOn(demand));
  const words = `${people[1]?.identity ?? ''}的住址不对`;

  await expect(clerk.call(forms.reopenFill, { ...deedOn(demand), words })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  await clerk.call(forms.reopenFill, { ...deedOn(demand), words: '村民002的住址不对' });
});

test('what was done in time and arrives after the end is taken, edits as well as the form', async () => {
  const demand = await desk.run(COLUMNS);
  const place = placeOf(await desk.readFill(demand), 'person.address', 8);
  await sql`update demand set expires_on = '2026-03-04', due_at = '2026-03-04T10:00:00Z' where id = ${demand}`.execute(
    app.owner,
  );
  const saidAt = '2026-03-04T03:00:00Z';

  await expect(desk.edit(demand, [writing(place, '迟到的住址')])).rejects.toMatchObject({ code: 'wrong-state' });
  const edited = await desk.edit(demand, [{ ...writing(place, '九号新址'), saidAt }]);
  expect(edited.outcomes[0]?.outcome).toBe('done');
  const sent = await clerk.call(forms.submitFill, { ...deedOn(demand), saidAt });
  expect(sent.state).toBe('sent');
});

describe('who reads a form', () => {
  test('that was handed in is noted, in whose name he reads', async () => {
    const demand = await desk.run(COLUMNS, { needsApproval: true });
    await clerk.call(forms.submitFill, deedOn(demand));
    await townClerk.call(forms.readFill, { unit: village, demand });
    await townClerk.call(forms.exportFill, { unit: village, demand });

    const { rows } = await sql<{ by: string; unit: string }>`
      select by_unit as by, unit from fact_look_up where demand = ${demand} and by_unit = ${town}`.execute(app.owner);
    expect(rows).toEqual([
      { by: town, unit: village },
      { by: town, unit: village },
    ]);
  });

  test('is of the village or of its town: the county government sees no rows', async () => {
    const root = await app.signInAs('unit-lead', '130101000000');
    const demand = await desk.run(COLUMNS);

    await expect(root.call(forms.readFill, { unit: village, demand })).rejects.toMatchObject({
      code: 'no-such-record',
    });
  });
});

test('what is said of a row that is struck out is sealed, and still read', async () => {
  const demand = await desk.run(COLUMNS);
  const { row } = placeOf(await desk.readFill(demand), 'person.name', 3);
  const words = `与${people[3]?.identity ?? ''}重复`;
  await desk.edit(demand, [{ event: randomUUID(), do: 'remove-row', row, reason: 'other', words }]);

  expect((await desk.readFill(demand)).rows.find((one) => one.row === row)?.removed).toBe(words);
  for (const table of ['formRow', 'formEvent'] as const) {
    expect(await desk.readTable(table)).not.toContain(people[3]?.identity);
  }
});

test('pages of a long form neither skip nor repeat rows when some come between', async () => {
  const demand = await desk.run(['姓名', '身份证号', '曾用名']);
  const born = villagers('130101', 600, 1930).map((one, index) => {
    return { ...one, identity: identityNumber('130101', 1930 + (index % 10), index % 1000) };
  });
  await settle(app, village, born);
  const first = await desk.readFill(demand);
  const shown = first.rows.map(({ row }) => row);
  await app.owner
    .updateTable('subject')
    .set({ endedOn: '2026-03-05', endedWhy: '注销' })
    .where('id', '=', Number(shown[0]?.split('.')[1]))
    .execute();
  const second = await clerk.call(forms.readFillRows, { unit: village, demand, cursor: first.next ?? '' });

  const all = [...shown, ...second.rows.map(({ row }) => row)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(first.progress.rows);
  expect((await drafter.call(demands.readDemand, { id: demand })).state).toBe('running');
});
