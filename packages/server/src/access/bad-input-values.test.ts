/** Values that are well-formed and still wrong: circles, formulas, far dates, markup, and the same thing twice. */
import { codes, caps, demands, inbox, organisations, type Call } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../testing/app.ts';
import { newDraft, openCounty } from '../testing/county-world.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');
const { units } = world;
const administrator = await world.actor('administrator', units.county);
const office = await world.actor('office', units.office);
const drafter = await world.actor('drafter', units.town);
const clerk = await world.actor('bearer-clerk', units.village);
const draft = newDraft(units, units.town);
const SCRIPT = '关于 </title><script>alert(1)</script> & "危房" 的通知';

async function versionOf(code: string): Promise<number> {
  return (await administrator.call(organisations.readUnit, { code })).version;
}

test('two units do not merge into each other', async () => {
  const [a, b] = await Promise.all(
    ['甲科', '乙科'].map((name) =>
      administrator.call(organisations.createUnit, { name, nature: 'department', parent: units.county }),
    ),
  );
  if (a === undefined || b === undefined) throw new Error('No units');
  async function merge(code: string, into: string): Promise<void> {
    const ifMatch = await versionOf(code);
    await administrator.call(organisations.mergeUnit, { code, into, on: '2026-03-05' }, { ifMatch });
  }

  await expect(merge(a.code, a.code)).rejects.toMatchObject({ code: 'invalid-input' });
  await merge(a.code, b.code);
  await expect(merge(b.code, a.code)).rejects.toMatchObject({
    code: expect.stringMatching(/unknown-unit|wrong-state/) as string,
  });
  expect(await administrator.call(organisations.readUnit, { code: b.code })).toMatchObject({ endedOn: null });
});

describe.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('a text that begins like the formula %s', (formula) => {
  test('is no name of a unit', async () => {
    const plan = { name: formula, nature: 'department', parent: units.county } as const;

    await expect(administrator.call(organisations.createUnit, plan)).rejects.toMatchObject({ code: 'invalid-input' });
    const table = `单位代码,单位名称,单位性质,上级单位\n,${formula},部门,${units.county}`;
    const report = await administrator.call(organisations.importUnits, { text: table, dryRun: false });
    expect(report).toMatchObject({ applied: false, conflicts: [expect.objectContaining({ line: 2 })] });
  });

  test('does not come back as one from the exported plan', async () => {
    const text = `编号,类别,名称,月份,发起单位,次数,用时（分钟）\nF-1,任务,${formula},,${units.town},1,`;
    const report = await office.call(caps.importPlan, { year: 2027, text, dryRun: false });
    const exported = await office.call(caps.exportPlan, { year: 2027 });

    expect(report.applied && exported.split(/[,\n]/).includes(formula)).toBe(false);
  });
});

describe('a demand', () => {
  function refused(changes: Record<string, unknown>, call: Call = drafter.call): Promise<void> {
    const wrong = { ...draft, ...changes };
    return expect(call(demands.draftDemand, wrong)).rejects.toMatchObject({ code: 'invalid-input' });
  }

  test.each(['9999-12-31', '0001-01-01', '2200-01-01', '1949-09-30', '2026-02-30'])('does not last until %s', (day) =>
    refused({ expiresOn: day }),
  );

  test.each(['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z', '2026-02-30T00:00:00Z'])('is not due at %s', (at) =>
    refused({ dueAt: at }),
  );

  test.each([
    ['negative minutes', { ...draft.details, otherMinutes: -1 }],
    ['half a minute', { ...draft.details, otherMinutes: 0.5 }],
    ['more minutes than a year has', { ...draft.details, otherMinutes: 1e9 }],
    ['fewer than no visits', { ...draft.details, visits: -1 }],
    [
      'an inspection that ends before it starts',
      {
        kind: 'inspection',
        object: '台账',
        sites: [],
        from: '2026-03-10',
        until: '2026-03-09',
        filingNo: null,
        people: 1,
        items: 0,
        timesPerYear: 1,
      },
    ],
    [
      'a meeting that ends before it starts',
      {
        ...{ kind: 'meeting', mode: 'video', startsAt: '2026-03-10T02:00:00Z', endsAt: '2026-03-10T01:00:00Z' },
        ...{ people: 1, talks: 0, levels: ['village'], venues: [], series: null, timesPerYear: 1 },
      },
    ],
  ])('has no %s', (_, details) => refused({ details }));

  test('keeps the markup of its title as text, and no page or feed of it runs it', async () => {
    const { id } = await world.demand(units.town, 'running', { title: SCRIPT });
    const read = await drafter.call(demands.readDemand, { id });
    const pages = [
      await drafter.call(codes.readSlip, { id }),
      await drafter.call(codes.readSlipImage, { id }),
      await testApp.call(codes.readRegisterFeed, { county: world.code }),
    ];

    expect(read.title).toBe(SCRIPT);
    for (const page of pages) expect(page).not.toContain('<script>');
    expect(pages[0]).toContain('&lt;script&gt;');
    expect(pages[2]).toContain('&lt;script&gt;');
  });

  test('is drafted from a file with a NUL without keeping one', async () => {
    const file = new File(['关于核实危房的通知\u0000\n请各村于3月20日前报送危房\u0000名单。'], '通知.txt');
    const drafted = await drafter
      .call(demands.draftFromFile, { issuer: units.town, file })
      .catch((error: unknown) => error);

    expect(JSON.stringify(drafted)).not.toContain('\\u0000');
    expect(drafted).not.toMatchObject({ code: 'internal' });
    expect(testApp.logged.filter((line) => line.includes('"defect"'))).toEqual([]);
  });

  test('with a NUL in the name of its file is refused or keeps none', async () => {
    const file = new File(['请各村于3月20日前报送危房名单。'], '通\u0000知.txt');
    const handed = await clerk.call(inbox.handInFile, { unit: units.village, file }).catch((error: unknown) => error);

    expect(JSON.stringify(handed)).not.toContain('\\u0000');
    expect(handed).not.toMatchObject({ code: 'internal' });
  });
});

test('the same table imported twice at once is written once', async () => {
  const text = `编号,类别,名称,月份,发起单位,次数,用时（分钟）\nD-1,任务,危房核实,,${units.town},1,60`;
  const reports = await Promise.all(
    [1, 2].map(() => office.call(caps.importPlan, { year: 2028, text, dryRun: false })),
  );

  expect(reports.map(({ created }) => created).toSorted()).toEqual([0, 1]);
  expect((await office.call(caps.listPlanItems, { year: 2028 })).items).toHaveLength(1);
});

test('the same units imported twice are there once', async () => {
  const text = `单位代码,单位名称,单位性质,上级单位\n${world.code}000077,林业局,部门,${units.county}`;
  const first = await administrator.call(organisations.importUnits, { text, dryRun: false });
  const second = await administrator.call(organisations.importUnits, { text, dryRun: false });

  expect(first).toMatchObject({ applied: true, created: 1 });
  expect(second).toMatchObject({ created: 0, ignored: 1 });
});
