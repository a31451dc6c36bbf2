import { demands, documents } from '@qingzhuang/contract';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { BUREAU, OFFICE, useCounty } from './county.ts';
import { findFaults } from './faults.ts';
import { DESKTOP, dropFiles, noBrowser, PHONE } from './visit.ts';

const PROVINCE = [
  '冀东省水利厅文件',
  '冀东水〔2026〕8号',
  '关于做好汛前准备工作的通知',
  '各市水利局：',
  '一、各市要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。',
  '二、各地每季度走访一次独居老人，宣传避险知识，户数不少于应访户数的80%。',
  '冀东省水利厅',
  '2026年3月2日',
].join('\n');
const CITY = PROVINCE.replaceAll('冀东省水利厅', '平川市水利局')
  .replace('冀东水〔2026〕8号', '平水〔2026〕15号')
  .replace(
    '各市水利局：',
    '各县水利局：\n根据《关于做好汛前准备工作的通知》（冀东水〔2026〕8号），现将有关事项通知如下。',
  )
  .replace('各市要', '各县要')
  .replace('2026年3月2日', '2026年3月9日');
const COUNTY = CITY.replaceAll('平川市水利局', '清河县水利局')
  .replace('平水〔2026〕15号', '清水〔2026〕12号')
  .replace('各县水利局：', '各乡镇人民政府：')
  .replace('冀东水〔2026〕8号', '平水〔2026〕15号')
  .replace('各县要', '各乡镇要')
  .replace('各地每季度走访一次', '各村每周走访一次')
  .replace('2026年3月9日', '2026年3月16日');
/** Names nothing from above, and is like nothing there. */
const ALONE = [
  '清河县水利局',
  '关于更换水泵的通知',
  '各乡镇人民政府：',
  '水务站5月10日前换好老街的水泵。请各乡镇于4月20日前报送需要更换的水泵名单。',
  '清河县水利局',
].join('\n');

describe.skipIf(noBrowser !== '')(`what a demand was taken from${noBrowser}`, async () => {
  const county = await useCounty();
  const drafter = await county.signInAs('drafter', BUREAU);
  const office = await county.signInAs('office', OFFICE);
  await drafter.call(documents.addDocument, { level: 'province', text: PROVINCE });
  await drafter.call(documents.addDocument, { level: 'city', text: CITY });
  const demand = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text: COUNTY });
  const alone = await drafter.call(demands.draftFromFile, { issuer: BUREAU, text: ALONE });

  test('the chain of a demand opens in one click, with the words of both levels', async () => {
    const page = await county.open(`#/demands/${demand.id}`, { as: drafter });
    await page.getByRole('link', { name: '比对上级来文' }).click();
    await page.locator('.chain-evidence').waitFor();

    expect(await page.locator('.chain-tag').allInnerTexts()).toEqual(['省级', '市级', '县级']);
    expect(await page.locator('.chain-level').last().innerText()).toMatch(/抬高指标\s+1/u);
    expect(await page.locator('.chain-evidence').innerText()).toMatch(/每季度走访一次[^]*每周走访一次/u);
  });

  test('the comparison is saved as a Word file without asking the server', async () => {
    const page = await county.open(`#/demands/${demand.id}/chain`, { as: drafter });
    await page.locator('.chain-evidence').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '存为 Word' }).click();

    expect((await waiting).suggestedFilename()).toBe('关于做好汛前准备工作的通知 一致性比对.docx');
    expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
  });

  test('a drafter has nothing to fill in: what the text names is found, and what was raised stands beside it', async () => {
    const page = await county.open(`#/draft/${demand.id}`, { as: drafter });
    const panel = page.locator('.superior');
    await panel.getByText(/抄了 \d+%/u).waitFor();

    expect(await panel.innerText()).toContain('平水〔2026〕15号');
    expect(await panel.innerText()).toContain('正文写明');
    const raised = page.locator('.found > li', { hasText: '又抬高了' });
    await raised.locator('mark').first().waitFor();
    expect((await raised.locator('mark').allInnerTexts()).join()).toContain('季度');
  });

  test('a drafter names another document, adds one, or says that there is none', async () => {
    const page = await county.open(`#/draft/${alone.id}`, { as: drafter });
    const panel = page.locator('.superior');
    await panel.getByText('没有找到上级来文。').waitFor();
    await panel.getByText('有上级来文', { exact: true }).click();
    await panel.getByLabel('在文库里找').fill('冀东水');
    await panel.getByRole('button', { name: /^选这份/u }).click();
    await panel.getByText('起草人选定').waitFor();
    expect(await panel.innerText()).toContain('冀东省水利厅');

    await panel.getByText('不是这一份？').click();
    await panel.getByRole('button', { name: '没有上级来文' }).click();
    await panel.getByText('起草人说明：没有上级来文。').waitFor();

    await panel.getByText('有上级来文', { exact: true }).click();
    await panel.locator('input[type=file]').setInputFiles({
      name: '水泵.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`\uFEFF${CITY.replace('汛前准备', '水泵更换').replace('15号', '16号')}`),
    });
    await panel.getByText('平水〔2026〕16号').waitFor();
    expect(await panel.innerText()).toContain('起草人选定');
  });

  test('texts from above are found by words of their titles and numbers, and read', async () => {
    const page = await county.open('#/documents', { as: office });
    await page.getByLabel('找文件').fill('平水 15号');
    await page.locator('.documents-list li', { hasText: '平水〔2026〕15号' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.documents-list li').length === 1);
    await page.locator('.documents-list a').click();
    await page.locator('.sheet', { hasText: '各县要在汛前对病险水库' }).waitFor();

    expect(await page.locator('h1').innerText()).toBe('关于做好汛前准备工作的通知');
  });

  test('a text from above is taken in by dropping it', async () => {
    const page = await county.open('#/documents', { as: office });
    await page.getByLabel('这份是哪一级发的').selectOption('province');
    const text = PROVINCE.replace('汛前准备', '抗旱').replace('8号', '9号');
    await dropFiles(page, [{ name: '抗旱.txt', bytes: new TextEncoder().encode(`\uFEFF${text}`) }]);

    await page.getByText('已收进：关于做好抗旱工作的通知').waitFor();
    await page.locator('.documents-list li', { hasText: '冀东水〔2026〕9号' }).waitFor();
  });

  const PLACES: readonly [name: string, path: string, ready: (page: Page) => Promise<unknown>][] = [
    ['chain', `#/demands/${demand.id}/chain`, (page) => page.locator('.chain-evidence').waitFor()],
    ['draft', `#/draft/${demand.id}`, openChoice],
    ['texts from above', '#/documents', (page) => page.locator('.documents-list li').first().waitFor()],
  ];

  test.each(PLACES)('%s: no serious fault, light and dark, on a desktop and on a phone', async (_name, path, ready) => {
    const page = await county.open(path, { as: drafter });
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      if (viewport === PHONE) await page.reload();
      await ready(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect({ overflow, ...(await findFaults(page)) }).toEqual({ overflow: 0, light: [], dark: [] });
    }
    await page.context().close();
  });
});

async function openChoice(page: Page): Promise<void> {
  await page.locator('.superior').getByText('不是这一份？').click();
  await page.locator('.superior-search').fill('汛前');
  await page.locator('.superior .lines li').nth(1).waitFor();
  await page.locator('.found-beside').first().waitFor();
}
