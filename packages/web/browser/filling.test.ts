import { demands, forms, inbox, type DeepReadonly } from '@qingzhuang/contract';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { settle, villagers, workbook } from '../../server/src/testing/forms.ts';
import { BUREAU, OFFICE, useCounty } from './county.ts';
import { findFaults } from './faults.ts';
import { countsCopies } from './offline-copies.ts';
import { countTaps, DESKTOP, noBrowser, PHONE } from './visit.ts';

const VILLAGE = '130101101201';
const KNOWN = ['序号', '姓名', '身份证号', '联系电话', '家庭住址'];
const WISH = '是否愿意参加合唱队';
/** Long ago, so that the system does not answer by itself. */
const AS_OF = '2024-03-01';
const MOST_MS = 10_000;

describe.skipIf(noBrowser !== '')(`a form is filled in by its bearer${noBrowser}`, async () => {
  const { open, signInAs, served } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const clerk = await signInAs('bearer-clerk', VILLAGE);
  const colleague = await signInAs('bearer-clerk', VILLAGE);
  await settle(served, VILLAGE, villagers('130101', 6), AS_OF);

  /** Brings a form with these columns to the village. */
  async function run(ask: string, columns: readonly string[]): Promise<string> {
    const fields = { text: 5, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 };
    const { id, version } = await drafter.call(demands.draftDemand, {
      ...{ title: `关于${ask}的通知`, ask, issuer: BUREAU, bearers: [VILLAGE], planItem: null },
      ...{ dueAt: '2027-03-20T10:00:00Z', expiresOn: '2027-06-30' },
      details: { kind: 'form', fields, rows: 6, signatures: 0, prints: 0, timesPerYear: 1 },
    });
    const file = workbook('60周岁以上老年人花名册', columns);
    const layout = await drafter.call(forms.attachForm, { id, file }, { ifMatch: version });
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: layout.version });
    const admission = { id, reason: '一事一议', caseByCase: true };
    const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
    return id;
  }

  function readFill(demand: string): Promise<DeepReadonly<forms.Fill>> {
    return clerk.call(forms.readFill, { unit: VILLAGE, demand });
  }

  test('a known form is sent without a network, with two taps and in seconds, and arrives afterwards', async () => {
    const demand = await run('核对老年人花名册', KNOWN);
    const page = await open('#/inbox', { as: clerk, viewport: PHONE, serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Who is signed in, the list, the task and its form, none of which was opened.
    await page.waitForFunction(countsCopies, 4);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('.offline-strip').getByText('没有网络').waitFor();
    const taps = countTaps(page);
    const began = performance.now();

    await taps.on(rowOf(page, '核对老年人花名册').getByRole('link', { name: /^办理/u }));
    await page.getByRole('heading', { name: /^6 人，都已带出/u }).waitFor();
    await taps.on(page.getByRole('button', { name: '核对无误，报送' }));
    await page.getByRole('heading', { name: /^已记下/u }).waitFor();
    expect(taps.count()).toBe(2);
    expect(performance.now() - began).toBeLessThan(MOST_MS);

    await page.reload();
    await page.getByRole('heading', { name: /^已记下/u }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: /^已报送/u }).waitFor();
    expect(await readFill(demand)).toMatchObject({ state: 'sent', progress: { confirmed: 24, changed: 0 } });
    expect(await clerk.call(inbox.readTask, { unit: VILLAGE, demand })).toMatchObject({ state: 'answered' });
  });

  test('what is typed when the line breaks is not lost, and a colleague’s value stands beside it for a choice', async () => {
    const demand = await run('填报合唱意愿', [...KNOWN, WISH]);
    const page = await open(`#/inbox/${VILLAGE}/${demand}/form`, {
      ...{ as: clerk, viewport: PHONE, serviceWorkers: 'allow' },
    });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByRole('heading', { name: /^6 人，只有 6 处要填/u }).waitFor();
    expect(await findFaults(page)).toEqual({ light: [], dark: [] });
    expect(await overflows(page)).toBe(false);
    await answer(page, '是');
    await page.getByText('都已存好').waitFor();

    await page.context().setOffline(true);
    await answer(page, '否');
    await page.locator('.offline-strip').getByText('待发送 1 项').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^6 人，只有 4 处要填/u }).waitFor();
    const { rows, forms: all } = await readFill(demand);
    const field = all[0]?.fields.at(-1)?.key ?? '';
    const theirs = {
      event: crypto.randomUUID(),
      do: 'write',
      row: rows[1]?.row ?? '',
      field,
      value: '不清楚',
    } as const;
    await colleague.call(forms.editFill, { unit: VILLAGE, demand, edits: [{ ...theirs, base: '' }] });

    await page.context().setOffline(false);
    await page.getByText('同事填的是“不清楚”，另一个值是“否”').first().waitFor();
    await page.getByRole('button', { name: '用“否”' }).first().click();
    await page.getByText('都已存好').waitFor();
    await expect
      .poll(async () => (await readFill(demand)).rows.slice(0, 2).map(({ cells }) => cells.at(-1)))
      .toMatchObject([
        { value: '是', state: 'typed' },
        { value: '否', state: 'typed' },
      ]);
    expect((await readFill(demand)).progress.conflicts).toBe(0);
  });

  test('at a desk the form is a sheet: Enter goes down, corrections are marked and taken back, faults are told at once', async () => {
    const demand = await run('填报合唱队名单', [...KNOWN, WISH]);
    const page = await open(`#/inbox/${VILLAGE}/${demand}/form`, { as: clerk, viewport: DESKTOP });
    const wish = page.getByRole('combobox', { name: `村民001 ${WISH}` });
    await wish.selectOption('是');
    await wish.press('Enter');
    await page.locator('select:focus').selectOption('否');
    await page.getByRole('heading', { name: /^6 人，只有 4 处要填/u }).waitFor();

    const phone = page.getByRole('textbox', { name: '村民001 联系电话' });
    const before = await phone.inputValue();
    await phone.fill('1390000');
    await page
      .locator('.fill-line')
      .getByText(/手机号应为 11 位/u)
      .waitFor();
    await page.getByText('还有 1 处不对，改好再报送').waitFor();
    expect(await findFaults(page)).toEqual({ light: [], dark: [] });
    expect(await overflows(page)).toBe(false);
    await page.locator('.fill-line').getByRole('button', { name: '恢复原来的' }).click();
    expect(await phone.inputValue()).toBe(before);

    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('下载原表（带已有数据）').click()]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/u);
    await page.getByRole('button', { name: '还空着 4 处，就这样报送' }).click();
    await page.getByRole('heading', { name: /^已报送/u }).waitFor();
    expect(await readFill(demand)).toMatchObject({ state: 'sent', progress: { typed: 2 } });
  });

  test('what the county learns while a form lies open is shown before it can be sent as looked at', async () => {
    const demand = await run('核对电话', KNOWN);
    const page = await open(`#/inbox/${VILLAGE}/${demand}/form`, { as: clerk, viewport: PHONE });
    await page.getByRole('heading', { name: /^6 人，都已带出/u }).waitFor();
    const [first] = villagers('130101', 1);
    if (first === undefined) throw new Error('nobody');
    const facts = { ...first.facts, 'person.phone': '13911112222' };
    // Newer than what the village has confirmed today.
    await settle(served, VILLAGE, [{ ...first, facts }], '2027-01-01');

    await page.getByRole('button', { name: '核对无误，报送' }).click();
    await page.getByText('您看过以后，县里的数据变了 1 行').waitFor();
    await page.getByText(/联系电话由“138\d{8}”变成“13911112222”/u).waitFor();
    expect((await readFill(demand)).state).toBe('open');
    expect(await findFaults(page)).toEqual({ light: [], dark: [] });
    await page.getByRole('button', { name: '看过了' }).click();
    await page.getByRole('button', { name: '核对无误，报送' }).click();
    await page.getByRole('heading', { name: /^已报送/u }).waitFor();
  });
});

/** Answers the question that a phone shows; the next one comes by itself. */
function answer(page: Page, value: string): Promise<void> {
  return page.locator('.fill-asking').getByRole('button', { name: value, exact: true }).click();
}

function rowOf(page: Page, ask: string): Locator {
  return page.locator('.task-row', { hasText: ask });
}

function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
}
