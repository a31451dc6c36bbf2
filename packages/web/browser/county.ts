/** A county to visit with a browser: the real server, its units, and people who hold posts there. */
import { organisations, people, type Role } from '@qingzhuang/contract';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import { launchBrowser } from '../browser.config.ts';
import { makeSomebody, type Somebody } from '../../server/src/testing/browser.ts';
import { useServedApp, type ServedApp } from '../../server/src/testing/served-app.ts';
import type { SignedIn } from '../../server/src/testing/sign-in.ts';
import { useStrictPages } from './strict-pages.ts';
import { DESKTOP } from './visit.ts';

const COUNTY = '130101';
export const BUREAU = `${COUNTY}000011`;
export const OFFICE = `${COUNTY}000001`;
const GOVERNMENT = `${COUNTY}000000`;
export const TOWNS = [`${COUNTY}101000`, `${COUNTY}102000`] as const;

const UNITS = [
  ['单位代码', '单位名称', '单位性质', '上级单位'],
  [OFFICE, '清河县减负办', '减负办', GOVERNMENT],
  [BUREAU, '清河县水利局', '部门', GOVERNMENT],
  [TOWNS[0], '河口镇', '乡镇', GOVERNMENT],
  [`${COUNTY}101201`, '上湾村', '村', TOWNS[0]],
  [`${COUNTY}101202`, '下湾村', '村', TOWNS[0]],
  [TOWNS[1], '石桥乡', '乡镇', GOVERNMENT],
  [`${COUNTY}102201`, '石桥村', '村', TOWNS[1]],
];

export interface County {
  /** What stands behind the pages. */
  readonly served: ServedApp;
  readonly administrator: SignedIn;
  /** Makes somebody with a post and a password of his own. */
  readonly appoint: (username: string, role: Role, unit: string) => Promise<Somebody>;
  readonly signInAs: (role: Role, unit: string) => Promise<SignedIn>;
  /** Opens a page in a profile of its own; with somebody's cookie it is his. */
  readonly open: (path: string, options?: VisitOptions) => Promise<Page>;
}

export interface VisitOptions extends BrowserContextOptions {
  readonly as?: SignedIn;
}

/** Starts the server and makes the county. Everything is stopped after the tests of the file. */
export async function useCounty(): Promise<County> {
  const served = await useServedApp(inject('pages'));
  const { app, address, signInAs } = served;
  const hold = useStrictPages();
  const { browser } = await launchBrowser();
  afterAll(() => browser?.close());
  const administrator = await signInAs('administrator', GOVERNMENT);
  const text = UNITS.map((row) => row.join(',')).join('\n');
  const imported = await administrator.call(organisations.importUnits, { text, dryRun: false });
  if (!imported.applied) throw new Error(JSON.stringify(imported));

  return {
    served,
    administrator,
    signInAs,
    async appoint(username, role, unit) {
      const somebody = await makeSomebody(app, administrator.call, username);
      await administrator.call(people.grantPost, { id: somebody.id, unit, role });
      return somebody;
    },
    async open(path, { as, ...options } = {}) {
      if (browser === null) throw new Error('There is no browser.');
      const context = await browser.newContext({
        viewport: DESKTOP,
        serviceWorkers: 'block',
        locale: 'zh-CN',
        // A colour on its way from light to dark is none that anybody reads.
        reducedMotion: 'reduce',
        ...options,
      });
      if (as) {
        const [name = '', value = ''] = as.cookie.split('=');
        await context.addCookies([{ name, value, url: address }]);
      }
      const page = await context.newPage();
      hold(page);
      page.setDefaultTimeout(15_000);
      await page.goto(address + path);
      await page.waitForSelector('h1', { state: 'attached' });
      return page;
    },
  };
}
