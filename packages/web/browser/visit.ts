/** A browser for one test file, and visits to the built pages. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { launchBrowser } from '../browser.config.ts';
import { serveSite, type Site } from './site.ts';
import { useStrictPages } from './strict-pages.ts';

export const DESKTOP = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

const launched = await launchBrowser();

/** Why this machine has no browser; empty when it has one. Tests skip with it in their names. */
export const noBrowser = launched.browser ? '' : ` (no browser: ${launched.reason})`;

export interface Visits {
  /** The server behind the pages. */
  readonly site: () => Site;
  /** Opens the check page in a profile of its own and waits for it. */
  readonly open: (options?: BrowserContextOptions & { readonly path?: string }) => Promise<Page>;
}

/** Serves the pages for the tests of one file and closes what they opened. */
export function useVisits(): Visits {
  let site: Site | null = null;
  const hold = useStrictPages();
  beforeAll(async () => {
    site = await serveSite(inject('pages'));
  });
  afterAll(async () => {
    await launched.browser?.close();
    await site?.close();
  });

  function running(): Site {
    if (!site) throw new Error('The pages are not served yet.');
    return site;
  }
  return {
    site: running,
    async open({ path = '', ...options } = {}) {
      const context = await browserOf().newContext({
        viewport: DESKTOP,
        serviceWorkers: 'block',
        locale: 'zh-CN',
        ...options,
      });
      const page = await context.newPage();
      hold(page);
      page.setDefaultTimeout(15_000);
      await page.goto(running().address + path);
      await page.waitForSelector('h1');
      return page;
    },
  };
}

/** Pastes text into the page the way Ctrl+V does, outside any field. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Drops files onto the page. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of dropped) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, plain);
}

export interface Taps {
  readonly on: (target: Locator) => Promise<void>;
  readonly count: () => number;
}

/** Taps on what is named and counts: what a clerk does must stay short. */
export function countTaps(page: Page): Taps {
  let taps = 0;
  return {
    async on(target) {
      taps += 1;
      await target.click();
      await page.waitForLoadState();
    },
    count: () => taps,
  };
}

function browserOf(): Browser {
  if (!launched.browser) throw new Error(launched.reason);
  return launched.browser;
}
