import { randomUUID } from 'node:crypto';
import { demands, inbox } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../server/src/platform/clock.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { noBrowser } from './visit.ts';

const GOVERNMENT = '130101000000';
const REASON = '县领导出差，今晚要下达，已电话报告';

describe.skipIf(noBrowser !== '')(`breaking the glass in a browser${noBrowser}`, async () => {
  const { administrator, open, signInAs } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const clerk = await signInAs('bearer-clerk', TOWNS[0]);
  const leader = await signInAs('leader', GOVERNMENT);

  test('the office decides alone on its own demand once it has said why, and the leader reads it', async () => {
    const { id, version } = await office.call(demands.draftDemand, drafted(OFFICE, '核对减负台账'));
    await office.call(demands.submitDemand, { id }, { ifMatch: version });
    const page = await open(`#/demands/${id}`, { as: office });
    await page.getByRole('heading', { name: '核对减负台账' }).waitFor();
    expect(await page.getByRole('button', { name: '准予下达' }).count()).toBe(0);

    await page.getByRole('link', { name: /破例…$/u }).click();
    await page.getByText('按下去就不能撤销。').waitFor();
    const press = page.getByRole('button', { name: '破例', exact: true });
    expect(await press.isDisabled()).toBe(true);
    await page.getByLabel('理由').fill(REASON);
    await press.click();
    await page.getByRole('status').getByText('已破例').waitFor();

    await page.getByRole('status').getByRole('link', { name: '关于核对减负台账的通知' }).click();
    await page.getByRole('button', { name: '准予下达' }).waitFor();
    const list = await open('#/admin/glass', { as: leader });
    await list.getByText(REASON).waitFor();
    expect(await list.getByRole('button', { name: '破例', exact: true }).count()).toBe(0);
  });

  test('an administrator learns who returned a demand only after that', async () => {
    const id = await returned();
    const page = await open(`#/demands/${id}`, { as: administrator });
    await page.getByRole('button', { name: '看退回的经办人' }).click();
    await page.getByRole('alert').waitFor();

    await page.getByRole('link', { name: /破例…$/u }).click();
    await page.getByLabel('理由').fill('退回的材料涉险，须立即核实');
    await page.getByRole('button', { name: '破例', exact: true }).click();
    await page.getByRole('status').getByRole('link').click();
    await page.getByRole('button', { name: '看退回的经办人' }).click();
    await page.locator('.lines').getByText(clerk.name).waitFor();
  });

  /** A demand that a town has sent back because it was suspended. */
  async function returned(): Promise<string> {
    const { id, version } = await drafter.call(demands.draftDemand, drafted(BUREAU, '排查取暖安全'));
    const { version: submitted } = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const reason = '一事一议';
    const admitted = await office.call(demands.admitDemand, { id, reason, caseByCase: true }, { ifMatch: submitted });
    const running = await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
    await office.call(demands.suspendDemand, { id, reason }, { ifMatch: running.version });
    await clerk.call(inbox.returnTask, { unit: TOWNS[0], demand: id, event: randomUUID() });
    return id;
  }
});

const DAY_MS = 86_400_000;

function drafted(issuer: string, ask: string): demands.DemandDraft {
  return {
    ...{ title: `关于${ask}的通知`, ask, issuer, bearers: [TOWNS[0]], dueAt: null, planItem: null },
    expiresOn: new Date(systemClock.now().getTime() + 60 * DAY_MS).toISOString().slice(0, 10),
    details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  };
}
