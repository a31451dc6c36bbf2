import { demands, type DeepReadonly } from '@qingzhuang/contract';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SignedIn } from '../../server/src/testing/sign-in.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { findFaults } from './faults.ts';
import { DESKTOP, noBrowser, PHONE } from './visit.ts';

const ORDERS = [
  [
    '清河县水利局',
    '关于做好山塘巡查工作的通知',
    '各乡镇人民政府：',
    '一、各乡镇须于每日17时前将巡查情况报县水利局，没有险情的也要报“无”。',
  ],
  [
    '清河县水利局',
    '关于召开防汛工作视频会议的通知',
    '各乡镇人民政府：',
    '定于2027年3月12日9时召开防汛工作视频会议，会议开到村，请各乡镇提前30分钟调试。',
  ],
];

describe.skipIf(noBrowser !== '')(`pages behind the account${noBrowser}`, async () => {
  const county = await useCounty();
  const drafter = await county.signInAs('drafter', BUREAU);
  const office = await county.signInAs('office', OFFICE);
  const lead = await county.signInAs('unit-lead', BUREAU);
  const leader = await county.signInAs('leader', `${BUREAU.slice(0, 6)}000000`);
  const clerk = await county.signInAs('bearer-clerk', TOWNS[0]);
  const [draft, waiting] = [await drop(drafter, 0), await drop(drafter, 1)];
  await drafter.call(demands.submitDemand, { id: waiting.id }, { ifMatch: waiting.version });
  const coded = await admitted(drafter, lead);

  const PLACES: readonly [
    name: string,
    path: string,
    as: SignedIn | undefined,
    ready: (page: Page) => Promise<unknown>,
  ][] = [
    ['sign-in', '#/sign-in', undefined, (page) => page.getByLabel('口令').waitFor()],
    ['account', '#/account', office, (page) => page.getByText('就是现在这个').waitFor()],
    ['register', '#/demands', office, (page) => page.locator('.demand-row').first().waitFor()],
    ['demand', `#/demands/${coded}`, drafter, (page) => page.locator('.demand-code').waitFor()],
    ['intake', '#/draft', drafter, (page) => page.locator('.demand-row').first().waitFor()],
    ['draft', `#/draft/${draft.id}`, drafter, openFinding],
    ['gate', '#/gate', office, (page) => page.locator('.gate-queue a').first().waitFor()],
    ['case', `#/gate/${waiting.id}`, office, openMerge],
    ['list', '#/inbox', clerk, (page) => page.locator('.task-row').first().waitFor()],
    ['task', `#/inbox/${TOWNS[0]}/${coded}`, clerk, openQuestion],
    ['order', '#/inbox/register', clerk, (page) => page.getByText('还没有登记过').waitFor()],
    ['calendar', '#/inbox/calendar', clerk, makeFeed],
    ['units', '#/admin', county.administrator, tryImport],
    ['leader', '#/leader', leader, openStop],
    ['caps', `#/caps/caps/${BUREAU}`, office, openGrant],
    ['plan', '#/caps/plan', office, (page) => page.getByText('还没有计划').waitFor()],
    ['settings', '#/caps/settings', office, openSetting],
    ['planning', `#/planning/${TOWNS[0]}/2027-03-12`, office, (page) => page.locator('.week-item').first().waitFor()],
    ['people', '#/admin/people', county.administrator, openPerson],
    ['break-glass', `#/admin/glass/${coded}`, office, (page) => page.getByText('按下去就不能撤销。').waitFor()],
    ['audit', '#/admin/audit', county.administrator, (page) => page.getByText('怎么离线验证').waitFor()],
    ['code', '#/code/QH26-7K3F-9D', undefined, (page) => page.locator('.codes-answer h2').waitFor()],
    ['public register', '#/register', undefined, (page) => page.locator('.codes-list li').first().waitFor()],
  ];

  test.each(PLACES)(
    '%s: no serious fault, light and dark, on a desktop and on a phone',
    async (_name, path, as, ready) => {
      const page = await county.open(path, { ...(as && { as }) });
      for (const viewport of [DESKTOP, PHONE]) {
        await page.setViewportSize(viewport);
        if (viewport === PHONE) await page.reload();
        await ready(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect({ overflow, ...(await findFaults(page)) }).toEqual({ overflow: 0, light: [], dark: [] });
      }
      await page.context().close();
    },
  );

  function drop(by: SignedIn, index: number): Promise<DeepReadonly<demands.DraftedDemand>> {
    const text = (ORDERS[index] ?? []).join('\n');
    return by.call(demands.draftFromFile, { issuer: BUREAU, text });
  }
});

async function admitted(drafter: SignedIn, lead: SignedIn): Promise<string> {
  const { id, version } = await drafter.call(demands.draftDemand, {
    title: '关于核实农村危房信息的通知',
    ask: '核对 12 户危房信息',
    issuer: BUREAU,
    bearers: [...TOWNS],
    dueAt: '2027-03-20T10:00:00Z',
    expiresOn: '2027-06-30',
    planItem: null,
    details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
  });
  const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
  const decision = { id, reason: null, caseByCase: false };
  await lead.call(demands.admitDemand, decision, { ifMatch: submitted.version });
  return id;
}

async function openFinding(page: Page): Promise<void> {
  await page.locator('.found summary').first().click();
  await page.locator('.bearers-tree summary').first().click();
}

async function openMerge(page: Page): Promise<void> {
  await page.getByRole('button', { name: '并入别的事项' }).click();
  await page.locator('.merge-choice').first().click();
  await page.locator('.side-by-side').waitFor();
}

async function openQuestion(page: Page): Promise<void> {
  await page.locator('.task-facts').waitFor();
  await page.locator('.task-ask summary').click();
}

async function makeFeed(page: Page): Promise<void> {
  await page.getByRole('button', { name: '生成地址' }).click();
  await page.locator('.calendar-feeds .code-line').waitFor();
}

async function tryImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '先看看会怎样' }).first().click();
  await page.locator('.unit-village').first().waitFor();
  await page.locator('.unit-village .unit-open').first().click();
  await page.getByRole('button', { name: '改名' }).click();
}

async function openStop(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^暂停：/u })
    .first()
    .click();
  await page.locator('.leader-reasons').waitFor();
}

async function openGrant(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核定任务总量' }).first().click();
  await page.locator('.caps-desk').waitFor();
}

async function openSetting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改：无会日和无会周' }).click();
  await page.locator('.setting-desk').waitFor();
}

async function openPerson(page: Page): Promise<void> {
  await page.locator('.lines button').first().click();
  await page.locator('.person-desk').waitFor();
}
