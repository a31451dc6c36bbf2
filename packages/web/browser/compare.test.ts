import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dropFiles, noBrowser, PHONE, useVisits } from './visit.ts';

const CITY = '各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单。各村每季度走访一次独居老人。';
const COUNTY = '各镇要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单。各村每月走访一次独居老人。';
const TOWN = '水务站5月10日前换好老街的水泵，钱从镇财政出。各村每周走访一次独居老人，每天在工作群上传照片。';

function file(name: string, text: string): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(`\uFEFF${text}`) };
}

describe.skipIf(noBrowser !== '')(`the comparison of levels${noBrowser}`, () => {
  const { open } = useVisits();

  async function compare(page: Page): Promise<string[]> {
    await dropFiles(page, [file('市.txt', CITY), file('县.txt', COUNTY), file('镇.txt', TOWN)]);
    await page.locator('.compare-level').nth(1).waitFor();
    return page.locator('.compare-level').allInnerTexts();
  }

  test('shows under each level what it took over, raised and added, with the words of both', async () => {
    const [county = '', town = ''] = await compare(await open({ path: '#/compare' }));

    expect(county).toMatch(/(?:9\d|100)% 出自上级/u);
    expect(county).toMatch(/每季度走访一次[^]*每月走访一次/u);
    expect(town).toContain('每天在工作群上传照片');
    expect(town).toContain('水务站5月10日前换好老街的水泵');
  });

  test('sends nothing anywhere', async () => {
    const page = await open({ path: '#/compare' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.method()));
    await compare(page);

    expect(new Set(asked)).not.toContain('POST');
  });

  test('another order is another comparison', async () => {
    const page = await open({ path: '#/compare', viewport: PHONE });
    await compare(page);
    await page.getByRole('button', { name: '把“县.txt”上移一级' }).click();
    await page.locator('.compare-level', { hasText: '上级：县.txt' }).waitFor();

    expect(await page.locator('.compare-order b').allInnerTexts()).toEqual(['县.txt', '市.txt', '镇.txt']);
    expect(await page.locator('.compare-level').first().innerText()).toContain('抬高的指标 没有发现');
  });

  test('a file that cannot be read is named, with what to do', async () => {
    const page = await open({ path: '#/compare' });
    await dropFiles(page, [file('市.txt', CITY), { name: '坏.docx', bytes: new Uint8Array([1, 2, 3]) }]);

    expect(await page.getByRole('alert').innerText()).toContain('“坏.docx”读不了');
  });
});
