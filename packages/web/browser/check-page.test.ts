import { readFile } from 'node:fs/promises';
import { readBytes } from '@qingzhuang/readers';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, test } from 'vitest';
import { dropFiles, noBrowser, pasteText, PHONE, useVisits } from './visit.ts';

const LINES = [
  '清河县水利局文件',
  '清水发〔2026〕18号',
  '关于做好山塘巡查工作的通知',
  '各村民委员会：',
  '一、各村每次巡查后，须上传带水印的现场照片不少于5张。',
  '二、各村须于每日17时前将巡查情况报县水利局，没有险情的也要报“无”。',
  '三、各村村干部须全部下载安装“清河水利通”，并每日打卡。',
  '清河县水利局',
  '2026年5月3日',
];

async function noticeDocx(): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: LINES.map((line) => new Paragraph(line)) }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

describe.skipIf(noBrowser !== '')(`the check page${noBrowser}`, () => {
  const { open, site } = useVisits();

  test('a dropped Word file gets a verdict in words and underlines in its text', async () => {
    const page = await open();
    await dropFiles(page, [{ name: '巡查通知.docx', bytes: await noticeDocx() }]);

    await page.waitForSelector('.verdict');
    expect(await page.textContent('.verdict h1')).toMatch(/^这份.+/u);
    const underlined = await page.locator('.evidence').allTextContents();
    expect(underlined.join('')).toContain('每日');
    expect(await page.textContent('.sheet')).toContain('没有险情的也要报“无”');
  });

  test('an accepted rewrite shows in the revised text and in the exported Word file', async () => {
    const page = await open();
    await dropFiles(page, [{ name: '巡查通知.docx', bytes: await noticeDocx() }]);
    await page.waitForSelector('.finding');
    const before = await rewriteFirst(page, '由县水利局自行巡查');
    await page.getByText('改好的版本').click();
    await page.getByLabel('显示改动').uncheck();
    const revised = await page.locator('.revised-text').innerText();
    expect(revised).not.toContain(before);

    await page.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('公文格式，可接着编辑').click()]);
    const { source } = await readBytes(new Uint8Array(await readFile(await file.path())), file.suggestedFilename());
    expect(source.text).not.toContain(before);
    expect(source.text).toContain('由县水利局自行巡查');
    expect(source.text).toContain('各村民委员会：');
  });

  test('with the network off a Word file is checked without a single request', async () => {
    const page = await open({ serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.waitForSelector('h1');
    await page.context().setOffline(true);
    const before = site().requests.length;

    await dropFiles(page, [{ name: '巡查通知.docx', bytes: await noticeDocx() }]);
    await page.waitForSelector('.evidence');

    // Whenever it likes the browser asks whether the service worker is still the newest; that is no request of the check.
    const asked = site().requests.slice(before);
    expect(asked.filter((path) => !/^\/(?:sw\.js|workbox-)/u.test(path))).toEqual([]);
  });

  test('a second visit works without a network', async () => {
    const page = await open({ serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();

    await page.waitForSelector('h1');
    await page.goto(`${site().address}#/rules`);
    await page.waitForSelector('.rules h1');
    await page.goto(`${site().address}#/`);
    await page.locator('.sample').first().click();
    await page.waitForSelector('.verdict');
  });

  test('the first visit shows the page at once', async ({ annotate }) => {
    const began = performance.now();
    await open();
    const milliseconds = Math.round(performance.now() - began);
    await annotate(`first visit on loopback: ${milliseconds} ms`);

    expect(milliseconds).toBeLessThan(8000);
  });

  test('pasted text is checked, survives a reload, and is gone when cleared', async () => {
    const page = await open();
    await pasteText(page, LINES.join('\n'));
    await page.waitForSelector('.verdict');
    await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
    await page.reload();
    await page.waitForSelector('.verdict');

    await page.getByText('再查一份').click();
    await page.getByRole('button', { name: '全部清除' }).click();
    await page.getByRole('button', { name: '清除', exact: true }).click();
    await page.reload();
    await page.waitForSelector('.sample');
    expect(await page.locator('.desk-row').count()).toBe(0);
  });

  test('typing that was never checked survives a reload', async () => {
    const page = await open();
    await page.getByRole('button', { name: '粘贴文字' }).click();
    await page.getByRole('textbox').fill('各村今天报送');
    await page.reload();

    expect(await page.getByRole('textbox').inputValue()).toBe('各村今天报送');
  });

  test('several files give a list with totals, and a broken one does not stop the others', async () => {
    const page = await open();
    const bytes = await noticeDocx();
    await dropFiles(page, [
      { name: '一.docx', bytes },
      { name: '二.docx', bytes },
      { name: '坏.docx', bytes: bytes.slice(0, 300) },
    ]);
    await page.waitForFunction(() => document.querySelector('.desk-total')?.textContent.includes('没读出来'));

    expect(await page.textContent('.desk-total')).toMatch(/共 3 份：须改 \d+ 处/u);
    await page.getByText('坏.docx').click();
    expect(await page.textContent('[role=alert]')).toContain('损坏');
  });

  test('findings can be walked, opened and taken from the keyboard', async () => {
    const page = await open();
    await pasteText(page, LINES.join('\n'));
    await page.waitForSelector('.evidence');
    await page.keyboard.press('j');
    const first = await page.locator('.evidence[data-selected]').first().textContent();
    await page.keyboard.press('j');
    expect(await page.locator('.evidence[data-selected]').first().textContent()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await page.locator('.evidence[data-selected]').first().textContent()).toBe(first);
    expect(await page.locator('.finding[data-open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.finding[data-open]').count()).toBe(0);

    await page.locator('.evidence[tabindex]').last().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.finding[data-open]').count()).toBe(1);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  });

  test('on a phone a tap on the evidence opens a sheet, and every control is at least 44 pixels high', async () => {
    const page = await open({ viewport: PHONE, hasTouch: true });
    await pasteText(page, LINES.join('\n'));
    await page.waitForSelector('.finding');
    expect(await smallTargets(page)).toEqual([]);
    await page.getByText('原文', { exact: true }).click();
    await page.locator('.evidence').first().tap();
    await page.locator('.bottom-sheet .finding-detail').waitFor();
    expect(await smallTargets(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  });

  test('a text of a million characters is shown without freezing the page', async ({ annotate }) => {
    const page = await open();
    const text = `${LINES.join('\n')}\n${'村里的路修好了，大家都说走着方便。\n'.repeat(56_000)}`;
    await pasteText(page, text);
    await page.waitForSelector('.verdict', { timeout: 30_000 });
    const longest = await page.evaluate(longestPause);
    await annotate(`${text.length} characters: longest pause ${Math.round(longest)} ms`);

    expect(longest).toBeLessThan(1500);
  });
});

type Page = Awaited<ReturnType<ReturnType<typeof useVisits>['open']>>;

/** Replaces the words of the first finding by one's own and answers with what stood there. */
async function rewriteFirst(page: Page, words: string): Promise<string> {
  const finding = page.locator('.finding').first();
  await finding.locator('.finding-head').click();
  const before = await finding.locator('del, .finding-quote').first().innerText();
  await finding.getByRole('button', { name: '自己改' }).click();
  const field = finding.getByRole('textbox');
  await field.fill(words);
  await finding.getByRole('button', { name: '采纳', exact: true }).click();
  return before;
}

/** Controls a thumb would miss. Words inside running text are exempt, as in WCAG 2.5.8. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, select, input, summary, nav a')]
      .filter((element) => {
        const { height, width } = element.getBoundingClientRect();
        const visible = width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
        return visible && height < 43.5 && !element.closest('p, li .finding-basis');
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 20)}`),
  );
}

/** The longest time between two frames while the rest of the text is laid out, in milliseconds. */
function longestPause(): Promise<number> {
  return new Promise((resolve) => {
    let longest = 0;
    let last = performance.now();
    const end = last + 3000;
    function frame(): void {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (now < end) requestAnimationFrame(frame);
      else resolve(longest);
    }
    requestAnimationFrame(frame);
  });
}
