import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findFaults } from './faults.ts';
import { DESKTOP, dropFiles, noBrowser, PHONE, useVisits } from './visit.ts';

const PLACES = {
  'the first page': async (page: Page) => {
    await page.getByRole('button', { name: '粘贴文字' }).click();
  },
  'a result': async (page: Page) => {
    await openSample(page, 0);
    await page.keyboard.press('j');
    await page.locator('.meter summary').click();
  },
  'the text of a chat log': async (page: Page) => {
    await openSample(page, 1);
    await page.getByText('原文', { exact: true }).click();
  },
  'the revised version': async (page: Page) => {
    await openSample(page, 0);
    await page.getByText('改好的版本').click();
    await page.locator('.revised').waitFor();
  },
  'the exports': async (page: Page) => {
    await openSample(page, 0);
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('dialog').waitFor();
  },
  'the list of texts': async (page: Page) => {
    await openSample(page, 6);
    await page.getByText('再查一份').click();
    await page.locator('.desk-row').waitFor();
  },
  'a comparison': async (page: Page) => {
    await page.evaluate(() => (location.hash = '#/compare'));
    await page.locator('.compare').waitFor();
    const texts = { 县: '各村每季度走访一次独居老人，填写走访表。', 镇: '各村每月走访一次独居老人，填写走访表。' };
    await dropFiles(
      page,
      Object.entries(texts).map(([name, text]) => ({
        name: `${name}.txt`,
        bytes: new TextEncoder().encode(`\uFEFF${text}`),
      })),
    );
    await page.locator('.chain-evidence').waitFor();
    await page.locator('.compare-adjust summary').click();
  },
  'the rules': async (page: Page) => {
    await page.evaluate(() => (location.hash = '#/rules'));
    await page.locator('.rule summary').first().click();
  },
  'about and privacy': async (page: Page) => {
    await page.evaluate(() => (location.hash = '#/about'));
    await page.locator('.about').waitFor();
  },
} as const;

describe.skipIf(noBrowser !== '')(`accessibility${noBrowser}`, () => {
  const { open } = useVisits();

  test.each(Object.keys(PLACES) as (keyof typeof PLACES)[])('%s has no serious fault, light or dark', async (place) => {
    for (const viewport of [DESKTOP, PHONE]) {
      const page = await open({ viewport, reducedMotion: 'reduce', colorScheme: 'light' });
      await PLACES[place](page);
      expect(await findFaults(page)).toEqual({ light: [], dark: [] });
      await page.context().close();
    }
  });
});

async function openSample(page: Page, index: number): Promise<void> {
  await page.locator('.sample').nth(index).click();
  await page.waitForSelector('.verdict');
}
