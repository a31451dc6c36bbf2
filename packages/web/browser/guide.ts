/**
 * `npm run guide`: takes the pictures of docs/guide again, over a new demo county in a real browser. Names on the
 * command line take only those: `npm run guide village-list`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/src/demo/county.ts';
import { readConfig, serve } from '../../server/src/index.ts';
import { launchBrowser } from '../browser.config.ts';
import { PICTURES, type Picture } from './guide-pictures.ts';

const IMAGES = join(import.meta.dirname, '../../../docs/guide/images');
const LONGEST_WAIT_MS = 60_000;

const folder = await mkdtemp(join(tmpdir(), 'qingzhuang-guide-'));
const config = readConfig({ PORT: '0', QINGZHUANG_DATA: folder }, folder);
const server = await serve({ ...config, log: () => undefined, onFailure: fail });
const { browser, reason } = await launchBrowser();
try {
  if (browser === null) throw new Error(`There is no browser: ${reason}`);
  await mkdir(IMAGES, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (wanted.length === 0 || wanted.includes(name)) await take(browser, name, picture);
  }
} finally {
  await browser?.close();
  await server.stop();
  await rm(folder, { recursive: true });
}

function fail(error: unknown): never {
  throw error;
}

async function take(by: Browser, name: string, { who, path, frame, ready }: Picture): Promise<void> {
  const context = await by.newContext({ ...frame, locale: 'zh-CN', colorScheme: 'light', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_WAIT_MS);
  await page.goto(`${server.url}/${path}`);
  if (who !== null) await signIn(page, who);
  await ready(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('口令').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
