import { caps, demands } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { useTestApp } from '../../../testing/app.ts';
import type { SignedIn } from '../../../testing/sign-in.ts';
import { INSPECTION, MEETING, TASK } from './example.ts';

const { signInAs } = await useTestApp();

const COUNTY = '130101';
const BUREAU = `${COUNTY}000011`;
const OTHER_BUREAU = `${COUNTY}000012`;
const TOWN = `${COUNTY}101000`;
const [FIRST, SECOND] = [`${COUNTY}101201`, `${COUNTY}101202`];
const FAR_COUNTY = '130102';

const drafter = await signInAs('drafter', BUREAU);
const secondDrafter = await signInAs('drafter', BUREAU);
const lead = await signInAs('unit-lead', BUREAU);
const office = await signInAs('office', `${COUNTY}000001`);
const otherDrafter = await signInAs('drafter', OTHER_BUREAU);
const otherLead = await signInAs('unit-lead', OTHER_BUREAU);
const townDrafter = await signInAs('drafter', TOWN);
const farDrafter = await signInAs('drafter', `${FAR_COUNTY}000011`);
const farLead = await signInAs('unit-lead', `${FAR_COUNTY}000011`);
await signInAs('bearer-clerk', FIRST);
await signInAs('bearer-clerk', SECOND);
await signInAs('bearer-clerk', `${FAR_COUNTY}101201`);

/** Every test has a subject of its own: what one leaves in the register says nothing to the next. */
function draftAbout(subject: string, changes: Partial<demands.DemandDraft> = {}): demands.DemandDraft {
  return {
    title: `关于做好${subject}工作的通知`,
    ask: `完成${subject}`,
    issuer: BUREAU,
    bearers: [FIRST, SECOND],
    dueAt: '2026-03-20T10:00:00Z',
    expiresOn: '2026-06-30',
    planItem: '2026-1',
    details: TASK,
    ...changes,
  };
}

async function draft(by: SignedIn, what: demands.DemandDraft): Promise<demands.Demand> {
  return (await by.call(demands.draftDemand, what)) as demands.Demand;
}

async function submit(by: SignedIn, what: demands.DemandDraft): Promise<demands.Demand> {
  const { id, version } = await draft(by, what);
  return (await by.call(demands.submitDemand, { id }, { ifMatch: version })) as demands.Demand;
}

async function admit(by: SignedIn, decider: SignedIn, what: demands.DemandDraft): Promise<demands.Demand> {
  const { id, version } = await submit(by, what);
  const caseByCase = decider === office;
  const call = decider.call(demands.admitDemand, { id, reason: '同意', caseByCase }, { ifMatch: version });
  return (await call) as demands.Demand;
}

async function withdraw(by: SignedIn, { id, version }: demands.Demand): Promise<void> {
  await by.call(demands.withdrawDemand, { id, reason: '不再需要' }, { ifMatch: version });
}

function found({ screening }: demands.Demand, ruleId: string): readonly demands.GateFinding[] {
  return (screening?.register ?? []).filter((finding) => finding.ruleId === ruleId);
}

function meetingOn(day: string, changes: Partial<typeof MEETING> = {}): demands.DemandDraft['details'] {
  return { ...MEETING, startsAt: `${day}T10:00:00+08:00`, endsAt: `${day}T11:00:00+08:00`, ...changes };
}

describe('a meeting at the time of another', () => {
  function others(subject: string, day: string, changes: Partial<demands.DemandDraft> = {}): demands.DemandDraft {
    return draftAbout(subject, { issuer: OTHER_BUREAU, details: meetingOn(day), ...changes });
  }

  test('is told which one, with the units that both call, and offered to join it', async () => {
    const admitted = await admit(otherDrafter, otherLead, others('秸秆离田', '2026-04-01', { bearers: [FIRST] }));

    const demand = await draft(drafter, draftAbout('危房核实', { details: meetingOn('2026-04-01') }));

    expect(found(demand, 'gate/overlap')).toMatchObject([
      { severity: 'warning', demands: [admitted.id], units: [FIRST], sameAs: null },
    ]);
    expect(demand.screening?.cheaperWays).toContainEqual(
      expect.objectContaining({ way: 'merge', with: admitted.id }) as unknown,
    );
    expect(demand.warnings).toBeGreaterThan(0);
  });

  test('does not clash with one that was withdrawn', async () => {
    const admitted = await admit(otherDrafter, otherLead, others('电梯年检', '2026-04-02'));
    await withdraw(otherLead, admitted);

    const demand = await draft(drafter, draftAbout('古树养护', { details: meetingOn('2026-04-02') }));

    expect(found(demand, 'gate/overlap')).toEqual([]);
  });

  test('does not clash with one that was refused', async () => {
    const { id, version } = await submit(otherDrafter, others('校车安全', '2026-04-03'));
    await office.call(demands.refuseDemand, { id, reason: '不必开会' }, { ifMatch: version });

    const demand = await draft(drafter, draftAbout('烟叶收购', { details: meetingOn('2026-04-03') }));

    expect(found(demand, 'gate/overlap')).toEqual([]);
  });

  test('learns nothing of what another bureau has not brought through the gate', async () => {
    await submit(otherDrafter, others('河道采砂', '2026-04-04'));

    const demand = await draft(drafter, draftAbout('茶园改造', { details: meetingOn('2026-04-04') }));

    expect(demand.screening?.register.flatMap((finding) => finding.demands)).toEqual([]);
  });

  test('learns nothing of another county', async () => {
    const bearers = [`${FAR_COUNTY}101201`];
    const far = { issuer: `${FAR_COUNTY}000011`, bearers, details: meetingOn('2026-04-05') };
    await admit(farDrafter, farLead, draftAbout('犬只登记', far));

    const demand = await draft(drafter, draftAbout('犬只登记', { details: meetingOn('2026-04-05') }));

    expect(demand.screening?.register.flatMap((finding) => finding.demands)).toEqual([]);
  });

  test('does not clash with itself when it is corrected', async () => {
    const what = draftAbout('助餐布点', { details: meetingOn('2026-04-06') });
    const { id, version } = await submit(drafter, what);

    const revised = (await drafter.call(
      demands.reviseDemand,
      { ...what, id, ask: '参加助餐布点会' },
      { ifMatch: version },
    )) as demands.Demand;

    expect(revised.screening?.register.flatMap((finding) => finding.demands)).toEqual([]);
  });
});

describe('one meeting in parts', () => {
  test('is added up, though the other part still waits for a decision', async () => {
    const first = await submit(drafter, draftAbout('路灯检修', { details: meetingOn('2026-05-11') }));

    const second = await draft(secondDrafter, draftAbout('路灯检修', { details: meetingOn('2026-05-13') }));

    expect(found(second, 'gate/split-meeting')).toMatchObject([{ demands: [first.id] }]);
    expect(found(second, 'gate/split-meeting')[0]?.message).toContain('120分钟');
  });

  test('hung on that of another bureau is found before it and after it, and not a day apart', async () => {
    const early = { startsAt: '2026-05-20T08:30:00+08:00', endsAt: '2026-05-20T09:30:00+08:00' };
    const earlier = { startsAt: '2026-05-20T07:00:00+08:00', endsAt: '2026-05-20T08:00:00+08:00' };
    const details = meetingOn('2026-05-20', early);
    const host = await admit(otherDrafter, otherLead, draftAbout('血防查螺', { issuer: OTHER_BUREAU, details }));

    const [after, before, dayAfter] = [
      await draft(drafter, draftAbout('库区移民', { details: meetingOn('2026-05-20') })),
      await draft(drafter, draftAbout('鱼塘尾水', { details: meetingOn('2026-05-20', earlier) })),
      await draft(drafter, draftAbout('林长巡护', { details: meetingOn('2026-05-21') })),
    ];

    expect([after, before].map((demand) => found(demand, 'gate/nested-meeting')[0]?.demands)).toEqual([
      [host.id],
      [host.id],
    ]);
    expect(found(dayAfter, 'gate/nested-meeting')).toEqual([]);
  });
});

describe('the same subject', () => {
  test('asked by another bureau is found in other words, and offered to be merged', async () => {
    const admitted = await admit(otherDrafter, otherLead, draftAbout('山塘清淤', { issuer: OTHER_BUREAU }));

    const demand = await draft(drafter, draftAbout('山塘清淤', { title: '2026年全县山塘清淤专项行动方案' }));

    expect(found(demand, 'gate/repeat-topic')).toMatchObject([{ demands: [admitted.id] }]);
    expect(demand.screening?.cheaperWays[0]).toMatchObject({ way: 'merge', with: admitted.id });
  });

  test('passed on by a township is found, though the villages were not asked from above', async () => {
    const fromAbove = await admit(drafter, lead, draftAbout('蚕桑普查', { bearers: [TOWN] }));

    const passedOn = await draft(townDrafter, draftAbout('蚕桑普查', { issuer: TOWN }));

    expect(found(passedOn, 'gate/repeat-topic')).toMatchObject([{ demands: [fromAbove.id] }]);
    expect(found(passedOn, 'gate/repeat-topic')[0]?.message).toContain('别的层级');
  });

  test('of what was withdrawn is forgotten', async () => {
    await withdraw(lead, await admit(drafter, lead, draftAbout('粪污监测')));

    expect(found(await draft(drafter, draftAbout('粪污监测')), 'gate/repeat-topic')).toEqual([]);
  });

  test('that a correction has changed is no longer found under the old words', async () => {
    const { id, version } = await submit(drafter, draftAbout('渔船点验'));
    await drafter.call(demands.reviseDemand, { ...draftAbout('宅基地确权'), id }, { ifMatch: version });

    expect(found(await draft(drafter, draftAbout('渔船点验')), 'gate/repeat-topic')).toEqual([]);
  });
});

describe('visits', () => {
  test('to one village in one week are counted over all bureaus', async () => {
    function visit(day: string): demands.DemandDraft['details'] {
      return { ...INSPECTION, from: day, until: day };
    }
    const others = { issuer: OTHER_BUREAU, bearers: [SECOND] };
    await admit(otherDrafter, office, draftAbout('公厕卫生', { ...others, details: visit('2026-06-15') }));
    await admit(otherDrafter, office, draftAbout('农机年审', { ...others, details: visit('2026-06-16') }));

    const demand = await draft(drafter, draftAbout('大棚质量', { details: visit('2026-06-18') }));

    expect(found(demand, 'gate/year-end-cluster')).toMatchObject([{ units: [SECOND] }]);
    expect(found(demand, 'gate/unfiled-inspection')).toEqual([]);
  });

  test('without any number go to the office', async () => {
    const demand = await draft(drafter, draftAbout('林地巡查', { planItem: null, details: INSPECTION }));

    expect(found(demand, 'gate/unfiled-inspection')).toMatchObject([{ severity: 'error' }]);
    expect(demand.screening?.coordination).toEqual(['error-findings', 'off-plan']);
  });
});

describe('the county decides', () => {
  test('how much a bureau may ask for, and what is more goes to the office', async () => {
    const granted = {
      issuer: BUREAU,
      year: 2026,
      measure: 'campaign',
      reason: '年度核定',
      source: '县委办〔2026〕1号',
    } as const;
    await office.call(caps.grantCap, { ...granted, amount: 0 }, { ifMatch: 0 });
    const campaign: demands.DemandDraft['details'] = {
      ...{ kind: 'campaign', name: '示范村', directoryNo: null, items: 1, reports: 0, plaques: 0, timesPerYear: 1 },
    };

    const demand = await draft(drafter, draftAbout('示范创建', { details: campaign }));

    expect(found(demand, 'gate/over-cap')).toMatchObject([{ severity: 'error' }]);
    expect(demand.screening?.coordination).toContain('over-cap');
  });

  test('on which days no meetings are held', async () => {
    const value = {
      weekdays: [1],
      weeks: [],
      days: ['2026-07-01'],
      exceptions: [{ day: '2026-07-06', reason: '防汛' }],
    };
    const before = await draft(drafter, draftAbout('医保缴费', { details: meetingOn('2026-07-01') }));
    const change = { key: 'noMeetingRules', value, source: '县委办〔2026〕2号', from: '2026-03-05' } as const;
    await office.call(caps.changeSetting, change, { ifMatch: 0 });

    const [onDate, onMonday, onException] = [
      await draft(drafter, draftAbout('低保复核', { details: meetingOn('2026-07-01') })),
      await draft(drafter, draftAbout('快递进村', { details: meetingOn('2026-07-13') })),
      await draft(drafter, draftAbout('燃气检查', { details: meetingOn('2026-07-06') })),
    ];

    expect(before.screening?.unchecked).toContain('无会日日历');
    expect(found(onDate, 'gate/no-meeting-day')).toMatchObject([{ severity: 'error' }]);
    expect(found(onMonday, 'gate/no-meeting-day')).toMatchObject([{ severity: 'error' }]);
    expect(found(onException, 'gate/no-meeting-day')).toMatchObject([
      { severity: 'info', exemption: { proof: '防汛' } },
    ]);
    expect(onException.screening?.coordination).toEqual([]);
  });

  test('how far apart the parts of one meeting may lie, be it more than a month', async () => {
    const change = { key: 'splitMeetingDays', value: 50, source: '县委办〔2026〕4号', from: '2026-03-05' } as const;
    await admit(drafter, lead, draftAbout('蓝藻打捞', { details: meetingOn('2026-10-13') }));
    const later = draftAbout('蓝藻打捞', { details: meetingOn('2026-12-01') });
    const earlier = draftAbout('蓝藻打捞', { details: meetingOn('2026-08-25') });
    const before = await draft(drafter, later);
    await office.call(caps.changeSetting, change, { ifMatch: 0 });

    const after = [await draft(drafter, later), await draft(drafter, earlier)];

    expect([before, ...after].map((demand) => found(demand, 'gate/split-meeting').length)).toEqual([0, 1, 1]);
  });

  test('how many hours a month a village may be asked for', async () => {
    const change = {
      key: 'ceilingHours',
      value: { village: 10 },
      source: '县委办〔2026〕3号',
      from: '2026-03-05',
    } as const;
    await office.call(caps.changeSetting, change, { ifMatch: 0 });
    const due = { dueAt: '2026-08-20T10:00:00Z', expiresOn: '2026-09-30', bearers: [SECOND] };
    await admit(drafter, lead, draftAbout('渔政宣传', { ...due, details: { ...TASK, visits: 24 } }));

    const within = await draft(drafter, draftAbout('养老补贴', { ...due, details: { ...TASK, visits: 6 } }));
    const above = await draft(drafter, draftAbout('养老补贴', { ...due, details: { ...TASK, visits: 7 } }));
    const nextMonth = await draft(
      drafter,
      draftAbout('养老补贴', { ...due, dueAt: '2026-09-20T10:00:00Z', details: { ...TASK, visits: 7 } }),
    );

    expect([within, above, nextMonth].map((demand) => found(demand, 'gate/over-burden').length)).toEqual([0, 1, 0]);
    expect(found(above, 'gate/over-burden')[0]?.units).toEqual([SECOND]);
  });
});

describe('what is major for the county', () => {
  test('is asked for opinions from the hours that the county has set, and not below', async () => {
    const [below, before] = [
      await draft(drafter, draftAbout('古井登记')),
      await draft(drafter, draftAbout('牌坊登记')),
    ];
    expect(found(before, 'gate/no-consultation')).toEqual([]);
    const hours = Math.ceil((below.totalMinutes?.likely ?? 0) / 60);
    const change = { key: 'majorHours', source: '县委办〔2026〕4号', from: '2026-03-05' } as const;
    await office.call(caps.changeSetting, { ...change, value: hours + 1 }, { ifMatch: 0 });
    const less = await draft(drafter, draftAbout('碾坊登记'));
    await office.call(caps.changeSetting, { ...change, value: Math.max(1, hours - 1) }, { ifMatch: 1 });
    const major = await draft(drafter, draftAbout('祠堂登记'));

    expect(found(less, 'gate/no-consultation')).toEqual([]);
    expect(found(major, 'gate/no-consultation')).toHaveLength(1);
  });
});

describe('what has come into the register since a demand was screened', () => {
  const details = meetingOn('2026-05-13');

  test('is shown to whoever decides before he can let it pass, once', async () => {
    const waiting = await submit(drafter, draftAbout('茶园管护', { details }));
    const clash = await admit(otherDrafter, otherLead, draftAbout('松材线虫', { issuer: OTHER_BUREAU, details }));
    const admission = { id: waiting.id, reason: null, caseByCase: false };
    const late = lead.call(demands.admitDemand, admission, { ifMatch: waiting.version, idempotencyKey: 'late' });
    await expect(late).rejects.toMatchObject({
      code: 'screening-outdated',
      facts: { version: waiting.version + 1 },
    });

    const now = (await lead.call(demands.readDemand, { id: waiting.id })) as demands.Demand;
    expect(found(now, 'gate/overlap')[0]?.demands).toEqual([clash.id]);
    await expect(lead.call(demands.admitDemand, admission, { ifMatch: waiting.version })).rejects.toMatchObject({
      code: 'stale',
    });
    const again = lead.call(demands.admitDemand, admission, { ifMatch: now.version, idempotencyKey: 'later' });
    expect(await again).toMatchObject({ state: 'admitted' });
  });

  test('is shown to the drafter before he submits', async () => {
    const drafted = await draft(drafter, draftAbout('竹林抚育', { details: meetingOn('2026-05-20') }));
    await admit(
      otherDrafter,
      otherLead,
      draftAbout('湿地巡护', { issuer: OTHER_BUREAU, details: meetingOn('2026-05-20') }),
    );

    await expect(
      drafter.call(demands.submitDemand, { id: drafted.id }, { ifMatch: drafted.version }),
    ).rejects.toMatchObject({ code: 'screening-outdated' });
    const submitted = drafter.call(demands.submitDemand, { id: drafted.id }, { ifMatch: drafted.version + 1 });
    expect(await submitted).toMatchObject({ submitted: true });
  });

  test('sends to the office what its own lead could have passed before, when it is a fault', async () => {
    const waiting = await submit(drafter, draftAbout('渠道疏浚', { details: meetingOn('2026-05-27') }));
    expect(waiting.state).toBe('screened');
    const { version } = await office.call(caps.readSetting, { key: 'noMeetingRules' });
    const value = { weekdays: [], weeks: [], days: ['2026-05-27'], exceptions: [] };
    const change = { key: 'noMeetingRules', value, source: '县委办〔2026〕5号', from: '2026-03-05' } as const;
    await office.call(caps.changeSetting, change, { ifMatch: version });
    const admission = { id: waiting.id, reason: null, caseByCase: false };

    await expect(lead.call(demands.admitDemand, admission, { ifMatch: waiting.version })).rejects.toMatchObject({
      code: 'screening-outdated',
    });
    const now = (await drafter.call(demands.readDemand, { id: waiting.id })) as demands.Demand;
    expect(now.state).toBe('coordinating');
    await expect(lead.call(demands.admitDemand, admission, { ifMatch: now.version })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  test('is not told to those who may not decide', async () => {
    const waiting = await submit(drafter, draftAbout('界桩复核', { details: meetingOn('2026-06-03') }));
    await admit(
      otherDrafter,
      otherLead,
      draftAbout('果园防冻', { issuer: OTHER_BUREAU, details: meetingOn('2026-06-03') }),
    );
    const admission = { id: waiting.id, reason: null, caseByCase: false };

    await expect(drafter.call(demands.admitDemand, admission, { ifMatch: waiting.version })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect(await drafter.call(demands.readDemand, { id: waiting.id })).toMatchObject({ version: waiting.version });
  });
});

describe('who has to take part', () => {
  test('is a bearer, though only the level above was named', async () => {
    const details = meetingOn('2026-04-20', { levels: ['township', 'village'] });

    const demand = await draft(drafter, draftAbout('快检布点', { bearers: [TOWN], details }));

    expect(demand.bearers.map(({ unit }) => unit)).toEqual([TOWN, FIRST, SECOND]);
    expect(demand.totalMinutes?.likely).toBe((demand.screening?.perBearerMinutes.likely ?? 0) * 3);
  });

  test('is nobody below, where the meeting does not go down to them', async () => {
    const details = meetingOn('2026-04-21', { levels: ['township'] });

    const demand = await draft(drafter, draftAbout('账目公开', { bearers: [TOWN], details }));

    expect(demand.bearers.map(({ unit }) => unit)).toEqual([TOWN]);
  });
});
