import { caps, demands, replays } from '@qingzhuang/contract';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import { INSPECTION, MEETING, TASK } from '../gate/example.ts';

const { signInAs, owner } = await useTestApp();

const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const GOVERNMENT = `${COUNTY}000000`;
const [FIRST, SECOND] = [`${COUNTY}101201`, `${COUNTY}101202`];
const SOURCE = '县委办〔2026〕3号';

const drafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const office = await signInAs('office', `${COUNTY}000001`);
const auditor = await signInAs('auditor', GOVERNMENT);
const supervisor = await signInAs('supervisor', GOVERNMENT);
const leader = await signInAs('leader', GOVERNMENT);
const clerk = await signInAs('bearer-clerk', FIRST);
const stranger = await signInAs('office', '130102000001');
await signInAs('bearer-clerk', SECOND);

async function draft(subject: string, changes: Partial<demands.DemandDraft> = {}): Promise<demands.Demand> {
  const drafted = await drafter.call(demands.draftDemand, {
    title: `关于做好${subject}工作的通知`,
    ask: `完成${subject}`,
    issuer: BUREAU,
    bearers: [FIRST, SECOND],
    dueAt: '2026-03-20T10:00:00Z',
    expiresOn: '2026-06-30',
    planItem: '2026-1',
    details: TASK,
    ...changes,
  });
  return drafted as demands.Demand;
}

async function admit(demand: demands.Demand): Promise<demands.Demand> {
  const { id } = demand;
  const { version } = await drafter.call(demands.submitDemand, { id }, { ifMatch: demand.version });
  const admission = { id, reason: '同意', caseByCase: true };
  return (await office.call(demands.admitDemand, admission, { ifMatch: version })) as demands.Demand;
}

async function withdraw({ id, version }: demands.Demand): Promise<void> {
  await drafter.call(demands.withdrawDemand, { id, reason: '改期' }, { ifMatch: version });
}

async function set(key: caps.SettingKey, value: unknown): Promise<void> {
  const { version } = await office.call(caps.readSetting, { key });
  await office.call(caps.changeSetting, { key, value, source: SOURCE, from: '2026-03-05' }, { ifMatch: version });
}

async function replay({ id }: { readonly id: string }, step = 2, by = auditor): Promise<replays.ScreeningReplay> {
  return (await by.call(replays.replayScreening, { id, step })) as replays.ScreeningReplay;
}

function found({ screening }: Pick<demands.Demand, 'screening'>): string[] {
  return (screening?.register ?? []).map(({ ruleId }) => ruleId);
}

describe('a screening that is looked at again', () => {
  test('is the same as it was recorded, and says which settings held', async () => {
    await set('splitMeetingDays', 21);
    const demand = await draft('河道清淤调度', { details: MEETING });

    const again = await replay(demand);

    expect(replays.ScreeningReplay.parse(again)).toEqual(again);
    expect(again).toMatchObject({ at: demand.screening?.at, equal: true, differences: [] });
    expect(again.screening).toEqual(demand.screening);
    expect(again.settings.find(({ key }) => key === 'splitMeetingDays')).toMatchObject({
      ...{ title: '拆会：前后相隔天数', value: 21, source: SOURCE, from: '2026-03-05' },
    });
    expect(again.settings.find(({ key }) => key === 'majorHours')).toMatchObject({ value: 1000, from: null });
  });

  test('goes by the settings of its day, whatever was set since, even within the same instant', async () => {
    const before = await draft('防汛会商', { details: MEETING });
    await set('noMeetingRules', { weekdays: [1, 2, 3, 4, 5, 6, 7], weeks: [], days: [], exceptions: [] });
    await set('majorHours', 1);
    const after = await draft('防汛会商', { details: MEETING });

    expect(found(before)).not.toContain('gate/no-meeting-day');
    expect(found(after)).toContain('gate/no-meeting-day');
    for (const demand of [before, after]) {
      expect(await replay(demand)).toMatchObject({ equal: true, screening: { register: demand.screening?.register } });
    }
    const rulesThen = (await replay(before)).settings.find(({ key }) => key === 'noMeetingRules');
    expect(rulesThen).toMatchObject({ version: 0, value: { weekdays: [] } });
  });

  test('goes by the register of its day, whatever was taken back or let pass since', async () => {
    const meeting = { ...MEETING, startsAt: '2026-04-14T01:00:00Z', endsAt: '2026-04-14T02:00:00Z' };
    const other = await admit(await draft('春耕备耕部署', { details: meeting }));
    const clashing = await draft('秸秆禁烧部署', { details: meeting });
    const visit = { ...INSPECTION, from: '2026-05-12', until: '2026-05-12' };
    const alone = await draft('农机安全检查', { details: visit });
    expect(found(clashing)).toContain('gate/overlap');
    expect(found(alone)).not.toContain('gate/overlap');

    await withdraw(other);
    await admit(await draft('消防安全检查', { details: visit }));

    expect(found(await draft('秸秆禁烧部署二', { details: meeting }))).not.toContain('gate/overlap');
    expect(await replay(clashing)).toMatchObject({
      equal: true,
      screening: { register: clashing.screening?.register },
    });
    expect(await replay(alone)).toMatchObject({ equal: true, screening: { register: alone.screening?.register } });
  });

  test('goes by the hours that were owed, and the caps as they stood', async () => {
    await set('ceilingHours', { village: 3 });
    await admit(await draft('危房核实', { dueAt: '2026-07-20T10:00:00Z' }));
    const crowded = await draft('低保复核', { dueAt: '2026-07-21T10:00:00Z' });
    expect(found(crowded)).toContain('gate/over-burden');
    await set('ceilingHours', { village: 700 });
    const cap = { issuer: BUREAU, year: 2026, measure: 'task' } as const;
    const { version } = await office.call(caps.readCap, cap);
    await office.call(caps.grantCap, { ...cap, amount: 0, reason: '压减', source: SOURCE }, { ifMatch: version });

    expect(found(await draft('高龄津贴复核'))).toContain('gate/over-cap');
    expect(await replay(crowded)).toMatchObject({ equal: true, screening: { register: crowded.screening?.register } });
  });

  test('may be one that a step has brought about, after the first', async () => {
    const details = { ...MEETING, startsAt: '2026-06-16T01:00:00Z', endsAt: '2026-06-16T02:00:00Z' };
    const { id, version } = await draft('汛前排查', { details });
    await admit(await draft('林长制推进', { details }));
    const submitted = drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    await expect(submitted).rejects.toMatchObject({ code: 'screening-outdated' });

    const [first, second] = [await replay({ id }), await replay({ id }, version + 1)];

    expect([first.equal, second.equal]).toEqual([true, true]);
    expect(found(first)).not.toContain('gate/overlap');
    expect(found(second)).toContain('gate/overlap');
  });

  test('names what was recorded otherwise', async () => {
    const { id } = await draft('台账核对');
    await sql`alter table demand_event disable trigger append_only`.execute(owner);
    await sql`
      update demand_event set data = jsonb_set(data, '{screening,coordination}', '["off-plan"]')
      where demand = ${id} and type = 'demand-screened'`.execute(owner);
    await sql`alter table demand_event enable trigger append_only`.execute(owner);

    expect(await replay({ id })).toMatchObject({
      equal: false,
      differences: [{ part: 'coordination', recorded: ['off-plan'] }],
    });
  });
});

describe('who may look at a screening again', () => {
  test('is whoever decides for the county or watches it, not who drafts and not who bears', async () => {
    const demand = await draft('护林防火');

    for (const by of [office, leader, supervisor]) expect(await replay(demand, 2, by)).toMatchObject({ equal: true });
    for (const by of [clerk, drafter, lead]) {
      await expect(replay(demand, 2, by)).rejects.toMatchObject({ code: 'not-allowed' });
    }
    await expect(replay(demand, 2, stranger)).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test.each([1, 3, 99])('finds no screening in step %i', async (step) => {
    const { id, version } = await draft(`护林防火${step}`);
    await drafter.call(demands.submitDemand, { id }, { ifMatch: version });

    await expect(replay({ id }, step)).rejects.toMatchObject({ code: 'no-such-record' });
  });

  test('finds nothing that could be altered: what a screening went by is only ever added to', async () => {
    const { id } = await draft('古树名木普查');

    await expect(sql`update screening_basis set basis = '{}' where demand = ${id}`.execute(owner)).rejects.toThrow(
      'only ever added',
    );
  });
});
