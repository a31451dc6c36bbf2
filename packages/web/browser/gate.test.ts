import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PASSWORD } from '../../server/src/testing/browser.ts';
import { BUREAU, OFFICE, useCounty } from './county.ts';
import { dropFiles, noBrowser } from './visit.ts';

const NOTICE = [
  '清河县水利局',
  '关于核实农村危房信息的通知',
  '河口镇人民政府：',
  '请核对辖区内12户危房信息，于2027年3月20日前反馈。',
  '清河县水利局',
  '2027年3月1日',
].join('\n');

describe.skipIf(noBrowser !== '')(`the gate in a browser${noBrowser}`, async () => {
  const { appoint, open, signInAs } = await useCounty();

  test('a notice goes from the drop to a code through two people', async () => {
    const drafter = await appoint('water.li', 'drafter', BUREAU);
    await appoint('water.wang', 'unit-lead', BUREAU);
    const page = await open('#/draft');
    await signIn(page, drafter.credentials.username, PASSWORD);

    await page.getByRole('heading', { name: '发起' }).waitFor();
    await dropFiles(page, [{ name: '危房通知.txt', bytes: new TextEncoder().encode(NOTICE) }]);
    await page.getByText('让每个承接单位花约').waitFor();
    expect(await page.getByLabel(/^标题/u).inputValue()).toContain('危房信息');
    expect(await page.getByRole('checkbox', { name: '河口镇', exact: true }).isChecked()).toBe(true);

    await page.getByLabel(/^要做什么/u).fill('核对 12 户危房信息');
    await page.getByRole('checkbox', { name: '石桥乡', exact: true }).check();
    await page.getByRole('status').getByText('有改动没有保存').waitFor();
    await page.reload();
    expect(await page.getByLabel(/^要做什么/u).inputValue()).toBe('核对 12 户危房信息');
    await page.getByRole('button', { name: '保存并重查' }).click();
    await page.getByText('2 个单位共约').waitFor();
    await page.getByRole('button', { name: '提交审定' }).click();
    await page.getByRole('heading', { name: '核对 12 户危房信息' }).waitFor();
    expect(await page.getByRole('button', { name: '准予下达' }).count()).toBe(0);

    const lead = await open('#/home');
    await signIn(lead, 'water.wang', PASSWORD);
    await lead.goto(new URL('#/gate', lead.url()).href);
    await lead.getByRole('heading', { name: '核对 12 户危房信息' }).waitFor();
    await lead.locator('h1').click();
    await lead.keyboard.press('Enter');
    await lead.getByRole('button', { name: '确定：准予下达' }).click();
    await lead.getByText('没有等着审定的事项').waitFor();

    await page.reload();
    const code = (await page.locator('.demand-code strong').textContent()) ?? '';
    expect(code).toMatch(/^[A-Z]{2}\d\d-/u);

    const visitor = await open('#/code');
    await visitor.getByLabel('事项码').fill(code.toLowerCase());
    await visitor.getByRole('button', { name: '查一查' }).click();
    await visitor.getByText('已准入，有效').waitFor();
    await visitor.getByRole('heading', { name: '核对 12 户危房信息' }).waitFor();
  });

  test('a printed address without # opens the page of its code', async () => {
    const page = await open('C/ZZ26-0000-00');
    await page.locator('.codes-answer h2').waitFor();
    expect(new URL(page.url()).hash).toBe('#/code/ZZ26-0000-00');
  });

  test('a wrong password is refused in words and nothing typed is lost', async () => {
    const page = await open('#/sign-in');
    await page.getByLabel('用户名').fill('nobody.here');
    await page.getByLabel('口令').fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();

    expect(await page.getByRole('alert').textContent()).toContain('用户名、口令或验证码不对');
    expect(await page.getByLabel('用户名').inputValue()).toBe('nobody.here');
  });

  test('the menu holds what the posts allow, and signing out brings the visitor back', async () => {
    const page = await open('#/home', { as: await signInAs('office', OFFICE) });
    await page.getByRole('link', { name: '把关' }).waitFor();
    const menu = page.getByRole('navigation', { name: '主菜单' });
    expect(await menu.getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining(['把关', '发起', '事项', '随手查']),
    );
    expect(await menu.getByRole('link', { name: '管理' }).count()).toBe(0);

    await menu.getByRole('link').last().click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await menu.getByRole('link', { name: '登录' }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('qingzhuang-who'))).toBeNull();
  });
});

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
