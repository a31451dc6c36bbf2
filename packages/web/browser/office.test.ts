import { caps, demands, insights, type DeepReadonly } from '@qingzhuang/contract';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../server/src/platform/clock.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { noBrowser } from './visit.ts';

const GOVERNMENT = '130101000000';
const [TOWN] = TOWNS;
const YEAR = systemClock.now().getUTCFullYear();

describe.skipIf(noBrowser !== '')(`the pages of leader and office in a browser${noBrowser}`, async () => {
  const { open, signInAs } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const leader = await signInAs('leader', GOVERNMENT);

  test('a leader begins with the one page and suspends a demand in two taps, with a reason', async () => {
    const { id } = await admitted('核对 12 户危房信息', '核实农村危房');
    const page = await open('#/home', { as: leader });
    await page.getByRole('heading', { name: '最费时的在办事项' }).waitFor();

    await page.getByRole('button', { name: '暂停：核对 12 户危房信息' }).click();
    await page.getByRole('button', { name: '基层工时已满' }).click();

    await page.getByText('已暂停', { exact: true }).waitFor();
    const stopped = await leader.call(demands.readDemandHistory, { id });
    expect(stopped.at(-1)).toMatchObject({ type: 'demand-suspended', reason: '基层工时已满' });
  });

  test('every figure says how it was computed', async () => {
    const page = await open('#/leader', { as: leader });
    await page.locator('.leader .panel').first().waitFor();

    const panels = await page.locator('.leader .panel').count();
    expect(await page.locator('.leader .panel .how').count()).toBe(panels);
    await page.locator('.how summary').first().click();
    await page.getByText('准予下达那一天').waitFor();
  });

  test('a grant that somebody else has overtaken keeps what was typed and says so', async () => {
    const key = { issuer: BUREAU, year: YEAR, measure: 'task' } as const;
    const grounds = { reason: '年初核定', source: '减负办〔2026〕1号' };
    await office.call(caps.grantCap, { ...key, amount: 5, ...grounds }, { ifMatch: 0 });
    const page = await open(`#/caps/caps/${BUREAU}`, { as: office });
    await page.getByRole('button', { name: '核定任务总量' }).click();
    await page.getByLabel('核定为', { exact: true }).fill('9');
    await page.getByLabel('理由').fill('年中增加');
    await page.getByLabel('依据').fill('减负办〔2026〕2号');
    const { version } = await office.call(caps.readCap, key);
    await office.call(caps.grantCap, { ...key, amount: 6, ...grounds }, { ifMatch: version });

    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('别人刚改过').waitFor();
    expect(await page.getByLabel('核定为', { exact: true }).inputValue()).toBe('9');
    await page.getByText('核定 6 次').first().waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('核定 9 次').first().waitFor();
  });

  test('the office decides on days without meetings, with a source, and the week of a town shows them', async () => {
    const page = await open('#/caps/settings', { as: office });
    await page.getByRole('button', { name: '修改：无会日和无会周' }).click();
    await page.getByRole('checkbox', { name: '周三' }).check();
    await page.getByLabel('依据').fill('减负办〔2026〕3号');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('status').getByText('已保存').waitFor();

    const week = await open(`#/planning/${TOWN}/${nextWeek()}`, { as: office });
    await week.getByText('无会日', { exact: true }).waitFor();
  });

  test('a plan is tried before it is written', async () => {
    const page = await open('#/caps/plan', { as: office });
    await page.getByText('还没有计划').waitFor();
    const table = `编号,类别,名称,月份,发起单位,次数,用时（分钟）\n会-1,会议,防汛工作会,5,${BUREAU},2,\n`;
    await page
      .getByLabel('选表格')
      .setInputFiles({ name: '计划.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByRole('button', { name: '先看看会怎样' }).click();
    await page.getByText('照此导入，将会：新增 1 条').waitFor();
    await page.getByRole('button', { name: '照此写入' }).click();
    await page.getByText('防汛工作会').waitFor();
    await page.getByText('已用 0 / 2 次').waitFor();
  });

  test('what could be merged leads from the week of a town to the merge view with both side by side', async () => {
    const into = await admitted('核对水库移民扶持名册', '核对水库移民扶持名册');
    const waits = await drafted('核对水库移民扶持名册和账号', '核对水库移民扶持名册和账号');
    await drafter.call(demands.submitDemand, { id: waits.id }, { ifMatch: waits.version });
    const page = await open(`#/planning/${TOWN}/${nextWeek()}`, { as: office });
    await page.getByRole('link', { name: '去合并' }).click();

    const sides = page.locator('.side-by-side');
    await sides.getByText('核对水库移民扶持名册和账号').waitFor();
    await page.getByRole('button', { name: '内容与该事项重复，合并办理。' }).click();
    await page.getByRole('button', { name: '确定：并入别的事项' }).click();
    await expect.poll(async () => (await office.call(demands.readDemand, { id: waits.id })).mergedInto).toBe(into.id);
  });

  test('neither bearers nor drafters are led to what is not theirs', async () => {
    const clerk = await signInAs('bearer-clerk', TOWN);
    await expect(clerk.call(insights.readOverview)).rejects.toMatchObject({ code: 'not-allowed' });
    const page = await open(`#/caps/caps/${BUREAU}`, { as: drafter });
    await page.getByRole('heading', { name: '清河县水利局' }).waitFor();
    expect(await page.getByRole('button', { name: '核定任务总量' }).count()).toBe(0);
    expect(await menuOf(page)).not.toContain('一页');
  });

  function drafted(ask: string, title: string): Promise<DeepReadonly<demands.Demand>> {
    return drafter.call(demands.draftDemand, {
      ...{ title: `关于${title}的通知`, ask, issuer: BUREAU, bearers: [TOWN], planItem: null },
      dueAt: `${nextWeek()}T10:00:00Z`,
      expiresOn: dayFromNow(60),
      details: { kind: 'task', duty: null, reports: 0, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 },
    });
  }

  async function admitted(ask: string, title: string): Promise<DeepReadonly<demands.Demand>> {
    const { id, version } = await drafted(ask, title);
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const decision = { id, reason: '一事一议', caseByCase: submitted.state === 'coordinating' };
    return office.call(demands.admitDemand, decision, { ifMatch: submitted.version });
  }
});

async function menuOf(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allTextContents();
}

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

function dayFromNow(days: number): string {
  return new Date(systemClock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Thursday of next week: whatever day it is now, the whole week is still to come. */
function nextWeek(): string {
  const weekday = systemClock.now().getUTCDay() || DAYS_A_WEEK;
  return dayFromNow(DAYS_A_WEEK - weekday + 4);
}
