import { readFile } from 'node:fs/promises';
import { readBytes } from '@qingzhuang/readers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, noBrowser, PHONE, useVisits } from './visit.ts';

const CITY = '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单。各村每季度走访一次独居老人。';
const COUNTY = '各镇要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单。各村每月走访一次独居老人。';
const TOWN = '水务站5月10日前换好老街的水泵，钱从镇财政出。各村每周走访一次独居老人，每天在工作群上传照片。';

function file(name: string, text: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(`\uFEFF${text}`) };
}

function issued(issuer: string, text: string, day: string): string {
  return [`${issuer}文件`, '关于汛前走访的通知', '各单位：', text, issuer, day].join('\n');
}

describe.skipIf(noBrowser !== '')(`the comparison of levels${noBrowser}`, () => {
  const { open, site } = useVisits();

  async function compare(page: Page): Promise<string[]> {
    await dropFiles(page, [file('市.txt', CITY), file('县.txt', COUNTY), file('镇.txt', TOWN)]);
    await page.locator('.chain-evidence').waitFor();
    return page.locator('.chain-level').allInnerTexts();
  }

  test('shows the whole chain at a glance, and below it the words of both of the level that is opened', async () => {
    const page = await open({ path: '#/compare' });
    const [, county = '', town = ''] = await compare(page);

    expect(county).toMatch(/出自上级\s+(?:9\d|100)%\s+抬高指标\s+1/u);
    expect(town).toMatch(/新增要求\s+1/u);
    expect(await page.locator('.chain-evidence').innerText()).toContain('水务站5月10日前换好老街的水泵');

    await page.getByRole('button', { name: '县.txt', exact: true }).click();
    const evidence = page.locator('.chain-evidence');
    expect(await evidence.innerText()).toMatch(/每季度走访一次[^]*每月走访一次/u);
    expect(await evidence.locator('.chain-part', { hasText: '抬高的指标' }).locator('mark').allInnerTexts()).toEqual([
      '季度',
      '月',
    ]);
  });

  test('can be read with the keyboard alone', async () => {
    const page = await open({ path: '#/compare' });
    await compare(page);
    await page.getByRole('button', { name: '县.txt', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');

    expect(await page.locator('.chain-row:focus').innerText()).toContain('频次');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('.chain-row:focus').innerText()).toContain('频次');
  });

  test('files are put in the order of their issuers, whatever the order in which they were dropped', async () => {
    const page = await open({ path: '#/compare' });
    await dropFiles(page, [
      file('丙.txt', issued('河口镇人民政府', TOWN, '2026年4月9日')),
      file('甲.txt', issued('平川市水利局', CITY, '2026年3月2日')),
      file('乙.txt', issued('清河县水利局', COUNTY, '2026年3月16日')),
    ]);
    await page.locator('.chain').waitFor();

    expect(await page.locator('.chain-tag').allInnerTexts()).toEqual(['市级', '县级', '乡镇']);
  });

  test('works with the network off, and sends nothing anywhere', async () => {
    const page = await open({ path: '#/compare', serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.getByRole('heading', { name: '一致性比对' }).waitFor();
    await page.context().setOffline(true);
    const before = site().requests.length;
    const [, county = ''] = await compare(page);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '存为 Word' }).click();
    await waiting;

    expect(county).toMatch(/抬高指标\s+1/u);
    const asked = site().requests.slice(before);
    expect(asked.filter((path) => !/^\/(?:sw\.js|workbox-)/u.test(path))).toEqual([]);
  });

  test('is saved as a Word file and as one page, made in the browser', async () => {
    const page = await open({ path: '#/compare' });
    await compare(page);
    for (const [button, ending] of [
      ['存为 Word', '.docx'],
      ['存为网页', '.html'],
    ] as const) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const saved = await waiting;
      const { source } = await readBytes(await readFile(await saved.path()), saved.suggestedFilename());

      expect(saved.suggestedFilename()).toMatch(new RegExp(`一致性比对\\${ending}$`, 'u'));
      expect(source.text).toContain('每季度走访一次独居老人');
      expect(source.text).toContain('上下级文件一致性比对');
    }
  });

  test('another order is another comparison', async () => {
    const page = await open({ path: '#/compare', viewport: PHONE });
    await compare(page);
    await page.locator('.compare-adjust summary').click();
    await page.getByRole('button', { name: '把“县.txt”上移一级' }).click();
    await page.locator('.chain-level:first-child', { hasText: '县.txt' }).waitFor();

    expect(await page.locator('.compare-order b').allInnerTexts()).toEqual(['县.txt', '市.txt', '镇.txt']);
    expect(await page.locator('.chain-level').nth(1).innerText()).toMatch(/抬高指标\s+0/u);
  });

  test('a file that cannot be read is named, with what to do', async () => {
    const page = await open({ path: '#/compare' });
    await dropFiles(page, [file('市.txt', CITY), { name: '坏.docx', bytes: new Uint8Array([1, 2, 3]) }]);

    expect(await page.getByRole('alert').innerText()).toContain('“坏.docx”读不了');
  });
});
