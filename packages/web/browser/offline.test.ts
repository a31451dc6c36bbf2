import { demands, inbox, type DeepReadonly } from '@qingzhuang/contract';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BUREAU, OFFICE, useCounty } from './county.ts';
import { findFaults } from './faults.ts';
import { countsCopies } from './offline-copies.ts';
import { countTaps, noBrowser, PHONE } from './visit.ts';

const VILLAGE = '130101101201';
const KNOWN = '12 户都在，没有新增。';

describe.skipIf(noBrowser !== '')(`the bearer’s pages without a network${noBrowser}`, async () => {
  const { open, signInAs } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const clerk = await signInAs('bearer-clerk', VILLAGE);

  async function run(ask: string, title: string): Promise<DeepReadonly<demands.Demand>> {
    const drafted = await drafter.call(demands.draftDemand, {
      ...{ title, ask, issuer: BUREAU, bearers: [VILLAGE], planItem: null },
      ...{ dueAt: '2026-03-06T10:00:00Z', expiresOn: '2027-06-30' },
      details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
    });
    const submitted = await drafter.call(demands.submitDemand, { id: drafted.id }, { ifMatch: drafted.version });
    const admission = { id: drafted.id, reason: '一事一议', caseByCase: true };
    const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    return drafter.call(demands.startDemand, { id: drafted.id }, { ifMatch: admitted.version });
  }

  /** The list on a phone, after a visit that kept so many copies, with the network off. */
  async function visitOffline(copies: number): Promise<Page> {
    const page = await open('#/inbox', { as: clerk, viewport: PHONE, serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(countsCopies, copies);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('.offline-strip').getByText('没有网络').waitFor();
    return page;
  }

  test('a known answer is given with two taps, survives a reload, and arrives once there is a network', async () => {
    const before = await run('核对 1 月危房', '关于核实1月农村危房信息的通知');
    const said = { unit: VILLAGE, demand: before.id, event: crypto.randomUUID(), text: KNOWN };
    await clerk.call(inbox.answerTask, said);
    const demand = await run('核对 2 月危房', '关于核实2月农村危房信息的通知');
    // Who is signed in, the list, and the task that nobody has opened yet.
    const page = await visitOffline(3);
    const taps = countTaps(page);

    await taps.on(rowOf(page, '核对 2 月危房').getByRole('link', { name: /^办理/u }));
    await taps.on(page.getByRole('button', { name: '没有变化，就这样答复' }));
    await page.locator('.offline-strip').getByText('待发送 1 项').waitFor();
    expect(taps.count()).toBe(2);
    expect(await findFaults(page)).toEqual({ light: [], dark: [] });

    await page.reload();
    await page.getByText('已记下，有网络时自动发出').waitFor();
    expect(await page.getByRole('button', { name: '没有变化，就这样答复' }).count()).toBe(0);
    await page.context().setOffline(false);
    await page.locator('.offline-strip').getByText('待发送').waitFor({ state: 'detached' });

    const { state, answer } = await clerk.call(inbox.readTask, { unit: VILLAGE, demand: demand.id });
    expect({ state, answer }).toMatchObject({ state: 'answered', answer: { text: KNOWN, unchanged: true } });
  });

  test('an answer that a colleague has overtaken is shown beside his, and the clerk chooses', async () => {
    const demand = await run('报河道保洁情况', '关于河道保洁的函');
    const page = await visitOffline(3);
    await rowOf(page, '报河道保洁情况').getByRole('link', { name: /^办理/u }).click();
    await page.getByLabel('答复', { exact: true }).fill('两处都已保洁');
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.locator('.offline-strip').getByText('待发送 1 项').waitFor();
    const theirs = { unit: VILLAGE, demand: demand.id, event: crypto.randomUUID(), text: '三处' };
    await clerk.call(inbox.answerTask, theirs);

    await page.context().setOffline(false);
    const trouble = page.locator('.task-trouble');
    await trouble.getByText('两处都已保洁').waitFor();
    await trouble.getByText('三处').waitFor();
    await trouble.getByRole('button', { name: '用我的' }).click();
    await trouble.waitFor({ state: 'detached' });
    await page.locator('.answer').getByText('两处都已保洁').waitFor();

    const { answer } = await clerk.call(inbox.readTask, { unit: VILLAGE, demand: demand.id });
    expect(answer?.text).toBe('两处都已保洁');
  });

  test('nothing of what was read stays on the device after signing out', async () => {
    const page = await open('#/inbox', { as: await signInAs('bearer-clerk', VILLAGE), viewport: PHONE });
    await page.waitForFunction(countsCopies, 2);
    await page.goto(new URL('#/account', page.url()).href);
    await page.getByRole('button', { name: '退出登录' }).click();

    await page.waitForFunction(countsCopies, 0);
  });
});

function rowOf(page: Page, ask: string): Locator {
  return page.locator('.task-row', { hasText: ask });
}
