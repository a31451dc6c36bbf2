import { demands, inbox, type DeepReadonly } from '@qingzhuang/contract';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '../../server/src/testing/sign-in.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { countTaps, noBrowser, pasteText, PHONE } from './visit.ts';

const VILLAGE = '130101101201';

describe.skipIf(noBrowser !== '')(`the bearer’s pages in a browser${noBrowser}`, async () => {
  const { open, signInAs } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const clerk = await signInAs('bearer-clerk', VILLAGE);

  /** Brings a demand to the village. */
  async function run(changes: Partial<demands.DemandDraft>): Promise<DeepReadonly<demands.Demand>> {
    const drafted = await drafter.call(demands.draftDemand, {
      title: '关于核实农村危房信息的通知',
      ask: '核对 12 户危房信息',
      issuer: BUREAU,
      bearers: [VILLAGE],
      dueAt: '2026-03-06T10:00:00Z',
      expiresOn: '2027-06-30',
      planItem: null,
      details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
      ...changes,
    });
    const submitted = await drafter.call(demands.submitDemand, { id: drafted.id }, { ifMatch: drafted.version });
    const admission = { id: drafted.id, reason: '一事一议', caseByCase: true };
    const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    return drafter.call(demands.startDemand, { id: drafted.id }, { ifMatch: admitted.version });
  }

  test('what is known is answered with two taps from the list, and the next task stands there', async () => {
    const before = await run({ title: '关于核实1月农村危房信息的通知', ask: '核对 1 月危房' });
    const said = { unit: VILLAGE, demand: before.id, event: crypto.randomUUID(), text: '12 户都在，没有新增。' };
    await clerk.call(inbox.answerTask, said);
    const demand = await run({ title: '关于核实2月农村危房信息的通知', ask: '核对 2 月危房' });
    await run({ ask: '核对 8 位高龄老人信息', title: '关于高龄津贴的通知' });
    const page = await open('#/home', { as: clerk, viewport: PHONE });
    const taps = countTaps(page);

    await taps.on(rowOf(page, '核对 2 月危房').getByRole('link', { name: /^(?:办理|看看)/u }));
    await page.getByText('12 户都在，没有新增。').waitFor();
    expect(await page.getByRole('heading', { name: /^上次的答复（/u }).count()).toBe(1);
    await taps.on(page.getByRole('button', { name: '没有变化，就这样答复' }));
    await page.getByText('已答复：核对 2 月危房').waitFor();
    await page.getByRole('link', { name: '核对 8 位高龄老人信息' }).waitFor();

    expect(taps.count()).toBeLessThanOrEqual(3);
    const { answer } = await clerk.call(inbox.readTask, { unit: VILLAGE, demand: demand.id });
    expect(answer).toMatchObject({ text: '12 户都在，没有新增。', unchanged: true });
  });

  test('what is not known is typed and sent, and what was typed survives a reload', async () => {
    const demand = await run({ ask: '报河道保洁情况', title: '关于河道保洁的函' });
    const page = await open('#/inbox', { as: clerk, viewport: PHONE });
    const taps = countTaps(page);

    await taps.on(rowOf(page, '报河道保洁情况').getByRole('link', { name: /^(?:办理|看看)/u }));
    await page.getByLabel('答复', { exact: true }).fill('两处都已保洁');
    await page.reload();
    expect(await page.getByLabel('答复', { exact: true }).inputValue()).toBe('两处都已保洁');
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: '河道.txt', mimeType: 'text/plain', buffer: Buffer.from('两处') });
    await page.getByText('河道.txt').waitFor();
    await taps.on(page.getByRole('button', { name: '答复', exact: true }));
    await page.getByText('已答复：报河道保洁情况').waitFor();

    expect(taps.count()).toBeLessThanOrEqual(3);
    const { answer } = await clerk.call(inbox.readTask, { unit: VILLAGE, demand: demand.id });
    expect(answer).toMatchObject({ text: '两处都已保洁', unchanged: false, files: [{ name: '河道.txt' }] });
  });

  test('a demand is returned with two taps, for the reason that the system gives', async () => {
    const demand = await run({ ask: '排查取暖安全', title: '关于取暖安全的通知' });
    await office.call(demands.suspendDemand, { id: demand.id, reason: '合并后再办' }, { ifMatch: demand.version });
    const page = await open('#/inbox', { as: clerk, viewport: PHONE });
    const taps = countTaps(page);

    await taps.on(rowOf(page, '排查取暖安全').getByRole('button', { name: /^退回/u }));
    await page.getByText('这个事项已经暂停，事项码暂时无效。').waitFor();
    await taps.on(page.getByRole('button', { name: '确认退回' }));
    await page.getByText('已退回：排查取暖安全').waitFor();

    expect(taps.count()).toBe(2);
    const { state } = await clerk.call(inbox.readTask, { unit: VILLAGE, demand: demand.id });
    expect(state).toBe('returned');
  });

  test('an order without a code is registered by one paste, with nothing to fill in', async () => {
    const page = await open('#/inbox/register', { as: clerk, viewport: PHONE });
    await page.getByText('还没有登记过').waitFor();

    await pasteText(page, '清河县水利局：请各村今天下班前把山塘巡查照片发到群里。');

    await page.locator('.order-result').getByText('未过关事项').waitFor();
    await page.locator('.lines li').first().waitFor();
    expect((await clerk.call(inbox.listRegistrations, { unit: VILLAGE })).items).toHaveLength(1);
  });

  test('who acts for a town sees its calendar with what clashes, and makes and revokes an address', async () => {
    const town: SignedIn = await signInAs('bearer-clerk', TOWNS[0]);
    for (const [ask, begins] of [
      ['参加防火视频会', '01:00'],
      ['参加医保视频会', '02:00'],
    ] as const) {
      const times = { startsAt: `2026-03-06T${begins}:00Z`, endsAt: '2026-03-06T02:30:00Z' };
      const place = { mode: 'video' as const, venues: [], series: null, levels: ['township' as const] };
      const details = { kind: 'meeting' as const, ...times, ...place, people: 1, talks: 0, timesPerYear: 1 };
      await run({ ask, title: `关于${ask}的通知`, bearers: [TOWNS[0]], dueAt: null, details });
    }
    // The pages tell the time by the browser's clock.
    const page = await open('#/home', { as: town });
    await page.clock.setFixedTime('2026-03-05T02:00:00Z');
    await page.goto(new URL('#/inbox/calendar', page.url()).href);
    await page.reload();
    await page.locator('.calendar-clashes').getByText('参加防火视频会 / 参加医保视频会').waitFor();

    await page.getByRole('button', { name: '生成地址' }).click();
    await page.getByText(/\/api\/v1\/calendar\/130101-/u).waitFor();
    await page.getByRole('button', { name: '作废' }).click();
    await page.getByText('已作废').waitFor();
    expect((await town.call(inbox.listFeeds)).items).toEqual([]);
  });
});

function rowOf(page: Page, ask: string): Locator {
  return page.locator('.task-row', { hasText: ask });
}
