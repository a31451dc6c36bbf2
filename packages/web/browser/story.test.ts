/** The whole way of a demand, on the pages of everybody who has to do with it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { caps, demands, inbox, type DeepReadonly } from '@qingzhuang/contract';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportLog } from '../../server/src/features/audit/index.ts';
import { admitDemand, draftDemand, takeStep } from '../../server/src/features/demands/operations.ts';
import { systemChance } from '../../server/src/platform/chance.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import type { Acting } from '../../server/src/platform/context.ts';
import { inCounty } from '../../server/src/platform/county.ts';
import { createMetrics } from '../../server/src/platform/metrics.ts';
import type { SignedIn } from '../../server/src/testing/sign-in.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { countTaps, dropFiles, noBrowser, pasteText, PHONE } from './visit.ts';

const COUNTY = '130101';
const GOVERNMENT = `${COUNTY}000000`;
const [VILLAGE, OTHER_VILLAGE] = [`${COUNTY}101201`, `${COUNTY}101202`];
const DAY_MS = 86_400_000;
const TODAY = systemClock.today();
const CLI = join(import.meta.dirname, '../../cli/bin/qingzhuang.js');
const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/state-council');

interface Notice {
  readonly name: string;
  readonly read: () => Promise<Uint8Array>;
  /** How the county's own version asks for it. */
  readonly ask: string;
}

const OWN: Notice = {
  name: '巡查通知.txt',
  ask: '报 1 次山塘巡查情况',
  read: () =>
    Promise.resolve(
      new TextEncoder().encode(
        [
          '清河县水利局',
          '关于做好山塘巡查工作的通知',
          '各村民委员会：',
          `请各村于${chinese(dayAfter(TODAY, 30))}前报送山塘巡查情况表。`,
          '一、各村须于每日17时前将巡查情况报县水利局，没有险情的也要报“无”。',
          '二、各村每次巡查后，须上传带水印的现场照片不少于5张。',
          '清河县水利局',
          chinese(TODAY),
        ].join('\n'),
      ),
    ),
};

const REAL: Notice = {
  name: '010.html',
  ask: '核对本镇救援车辆号牌',
  read: () => readFile(join(CORPUS, '010.html')),
};
const noCorpus = existsSync(CORPUS) ? '' : ' (no corpus beside the repository)';

describe.skipIf(noBrowser !== '')(`a demand from the drop to the proof${noBrowser}`, async () => {
  const { open, signInAs, served } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qingzhuang-story-'));
    const key = { issuer: BUREAU, year: Number(TODAY.slice(0, 4)), measure: 'minutes' } as const;
    const grant = { ...key, amount: 600_000, reason: '年初核定', source: '减负办〔2026〕1号' };
    await office.call(caps.grantCap, grant, { ifMatch: 0 });
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('a notice is dropped, revised, admitted, answered below, returned where it is void, counted and proved', async () => {
    const village = await signInAs('bearer-clerk', VILLAGE);
    const desk = await dropNotice(OWN);
    await readFinding(desk);
    await takeCheaperWay(desk);
    await sendIn(desk, OWN.ask, ['上湾村']);
    await admit(OWN.ask);
    const code = await handDown(desk);

    await readSlip(desk, code);
    await answer(village, OWN.ask, '巡查过 1 次，没有险情。');
    await seeAnswer(desk, '巡查过 1 次，没有险情。');
    await returnExpired();
    await registerOrder();
    await readLeadersPage(desk.demand, OWN.ask);
    await verifyLog();
  });

  test.skipIf(noCorpus !== '')(`a real notice of the State Council takes the same way${noCorpus}`, async () => {
    const clerk = await signInAs('bearer-clerk', TOWNS[0]);
    const desk = await dropNotice(REAL);
    await sendIn(desk, REAL.ask, ['河口镇']);
    await admit(REAL.ask);
    await readSlip(desk, await handDown(desk));
    await answer(clerk, REAL.ask, '本镇 2 辆，号牌都已更换。');
    await seeAnswer(desk, '本镇 2 辆，号牌都已更换。');
  });

  interface Desk {
    readonly page: Page;
    readonly demand: string;
  }

  /** The drafter drops a file and sees its text, the hours and what is left of the caps. */
  async function dropNotice({ name, read }: Notice): Promise<Desk> {
    const page = await open('#/draft', { as: drafter });
    await dropFiles(page, [{ name, bytes: await read() }]);
    await page.locator('.verdict-line-hours', { hasText: '让每个承接单位花约' }).waitFor();
    await page.getByText(/还剩 \d/u).waitFor();
    await page.locator('.original-sheet').waitFor();
    return { page, demand: new URL(page.url()).hash.split('/')[2] ?? '' };
  }

  /** Words with a finding are underlined, and a press on them opens why. */
  async function readFinding({ page }: Desk): Promise<void> {
    await page.locator('.original-sheet .evidence', { hasText: '每日17时前' }).first().click();
    await page.locator('.editor-findings .found li:focus').getByText('每日17时前').first().waitFor();
  }

  /** The text asks every day: the way says so, and the hours fall once the text has been changed. */
  async function takeCheaperWay({ page, demand }: Desk): Promise<void> {
    const before = await totalMinutes(demand);
    const way = page.locator('.cheaper li', { hasText: '改为每月一次' }).first();
    await way.getByText(/各村须于每日17时前/u).waitFor();
    await way.getByRole('button', { name: /^改正文/u }).click();
    const text = page.getByLabel('正文', { exact: true });
    await text.fill((await text.inputValue()).replace('每日17时前', '每月底前'));
    await page.getByRole('button', { name: '换上并重查' }).click();
    await page.getByText('已换上并重查').waitFor();
    expect(await totalMinutes(demand)).toBeLessThan(before);
  }

  /** What the file does not say is filled in, and the draft goes to the office. */
  async function sendIn({ page }: Desk, ask: string, bearers: readonly string[]): Promise<void> {
    await page.getByLabel(/^要做什么/u).fill(ask);
    const clear = page.getByRole('button', { name: '清空' });
    if (await clear.isEnabled()) await clear.click();
    for (const bearer of bearers) await choose(page, bearer);
    await page.getByRole('button', { name: '保存并重查' }).click();
    await page.getByText(`${bearers.length} 个单位共约`).waitFor();
    await page.getByRole('button', { name: '提交审定' }).click();
    await page.getByText('没有事项码：准予下达后才有').waitFor();
  }

  /** The office finds the case in its queue and admits it with a reason from the templates. */
  async function admit(ask: string): Promise<void> {
    const page = await open('#/gate', { as: office });
    await page.getByRole('heading', { name: ask, level: 2 }).waitFor();
    await page.getByRole('button', { name: '准予下达', exact: true }).click();
    await page.getByRole('button', { name: '已按意见修改，准予下达。' }).click();
    await page.getByRole('button', { name: '确定：准予下达' }).click();
    await page.getByText('没有等着审定的事项').waitFor();
  }

  async function handDown({ page }: Desk): Promise<string> {
    await page.reload();
    await page.getByRole('button', { name: '下达', exact: true }).click();
    await page.getByRole('button', { name: '确定：下达' }).click();
    await page.getByRole('heading', { name: '承接单位的答复' }).waitFor();
    return (await page.locator('.demand-code strong').textContent()) ?? '';
  }

  /** The slip bears the code and a QR code, and anyone can look the code up. */
  async function readSlip({ page }: Desk, code: string): Promise<void> {
    expect(code).toMatch(/^[A-Z]{2}\d\d-/u);
    const [slip] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: '打印事项码单' }).click(),
    ]);
    expect(await slip.locator('.code').textContent()).toBe(code);
    expect(await slip.locator('.slip svg').count()).toBe(1);
    const visitor = await open(`#/code/${code}`);
    await visitor.getByText('已准入，有效').waitFor();
  }

  async function answer(clerk: SignedIn, ask: string, says: string): Promise<void> {
    const page = await open('#/home', { as: clerk, viewport: PHONE });
    const taps = countTaps(page);
    await taps.on(rowOf(page, ask).getByRole('link', { name: /^办理/u }));
    await page.getByLabel('答复', { exact: true }).fill(says);
    await taps.on(page.getByRole('button', { name: '答复', exact: true }));
    await page.getByText(`已答复：${ask}`).waitFor();
    expect(taps.count()).toBeLessThanOrEqual(3);
  }

  async function seeAnswer({ page }: Desk, says: string): Promise<void> {
    await page.reload();
    await page.getByText('1 个已答复').waitFor();
    await page.getByText('看全部单位').click();
    await page.getByText(says).waitFor();
  }

  async function returnExpired(): Promise<void> {
    const clerk = await signInAs('bearer-clerk', OTHER_VILLAGE);
    const demand = await makeExpired('登记农家书屋图书');
    const page = await open('#/home', { as: clerk, viewport: PHONE });
    const taps = countTaps(page);
    await taps.on(rowOf(page, '登记农家书屋图书').getByRole('button', { name: /^退回/u }));
    await page.getByRole('region', { name: '系统给出的理由' }).locator('li').first().waitFor();
    await taps.on(page.getByRole('button', { name: '确认退回' }));
    await page.getByText('已退回：登记农家书屋图书').waitFor();
    expect(taps.count()).toBe(2);
    const { state } = await clerk.call(inbox.readTask, { unit: OTHER_VILLAGE, demand });
    expect(state).toBe('returned');
  }

  /** Came through the gate forty days ago and ran out yesterday. */
  async function makeExpired(ask: string): Promise<string> {
    const past = new Date(systemClock.now().getTime() - 40 * DAY_MS);
    const clock = { now: () => past, today: () => dayAfter(TODAY, -40) };
    return inCounty(served.db, COUNTY, async (db) => {
      function as({ actor }: SignedIn): Acting {
        return { db, clock, actor, chance: systemChance, metrics: createMetrics() };
      }
      const { id } = await draftDemand(as(drafter), {
        title: '关于登记农家书屋图书的通知',
        ask,
        issuer: BUREAU,
        bearers: [OTHER_VILLAGE],
        dueAt: `${dayAfter(TODAY, -10)}T10:00:00.000Z`,
        expiresOn: dayAfter(TODAY, -1),
        planItem: null,
        details: { kind: 'task', duty: null, reports: 1, visits: 0, photos: 0, people: 1, days: 0, timesPerYear: 1 },
      });
      await takeStep(as(drafter), id, { do: 'submit' });
      await admitDemand(as(office), { id, reason: '一事一议', caseByCase: true });
      await takeStep(as(drafter), id, { do: 'start' });
      return id;
    });
  }

  /** What came by chat is registered with one paste and no field. */
  async function registerOrder(): Promise<void> {
    const clerk = await signInAs('bearer-clerk', TOWNS[0]);
    const page = await open('#/inbox/register', { as: clerk });
    await page.getByText('还没有登记过').waitFor();
    await pasteText(page, '清河县水利局：请各乡镇今天下班前把水库除险加固台账发到群里。');
    await page.locator('.order-result').getByText('未过关事项').waitFor();
    const { items } = await clerk.call(inbox.listRegistrations, { unit: TOWNS[0] });
    expect(items).toHaveLength(1);
  }

  /** The hours of this week and of the demand, and what went past the gate. */
  async function readLeadersPage(demand: string, ask: string): Promise<void> {
    const leader = await signInAs('leader', GOVERNMENT);
    const page = await open('#/home', { as: leader });
    const heaviest = page.locator('.lines li', { hasText: ask }).first();
    expect(await heaviest.textContent()).toContain(sayHours(await totalMinutes(demand)));
    expect(await page.locator('.week-bars li').last().getAttribute('aria-label')).toMatch(
      /过了关的 [\d,]+\s(?:小时|分钟)，未过关的 [\d,]+\s(?:小时|分钟)/u,
    );
    await page.locator('.panel', { hasText: '没过关就下达的' }).getByText('清河县水利局').waitFor();
  }

  /** The supervisor saves checkpoint and keys; the exported log passes with them, and one changed line does not. */
  async function verifyLog(): Promise<void> {
    const supervisor = await signInAs('supervisor', GOVERNMENT);
    const page = await open('#/admin/audit', { as: supervisor });
    await save(page, page.getByRole('link', { name: '另存检查点' }), 'checkpoint.txt');
    await save(page, page.getByRole('link', { name: '下载公钥 keys.json' }), 'keys.json');
    const log = join(folder, 'log.jsonl');
    await exportLog({ db: served.owner, keys: served.keys, county: COUNTY }, log, { personal: false });
    expect(await runAudit('log.jsonl')).toMatchObject({ code: 0, output: expect.stringContaining('完好') as string });

    const changed = (await readFile(log, 'utf8')).replace('demand-admitted', 'demand-refused');
    await writeFile(join(folder, 'changed.jsonl'), changed);
    expect(await runAudit('changed.jsonl')).toMatchObject({ code: 1 });
  }

  async function save(page: Page, link: Locator, name: string): Promise<void> {
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    await file.saveAs(join(folder, name));
  }

  /** Runs the program as anybody does who has been given the files. */
  async function runAudit(log: string): Promise<{ readonly code: number; readonly output: string }> {
    const args = [CLI, 'audit', 'verify', log, '--keys', 'keys.json', '--checkpoint', 'checkpoint.txt'];
    try {
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
      return { code: 0, output: stdout };
    } catch (error) {
      const { code, stdout } = error as { readonly code: number; readonly stdout: string };
      return { code, output: stdout };
    }
  }

  async function totalMinutes(id: string): Promise<number> {
    const { screening }: DeepReadonly<demands.Demand> = await drafter.call(demands.readDemand, { id });
    return screening?.totalMinutes.likely ?? 0;
  }
});

function rowOf(page: Page, ask: string): Locator {
  return page.locator('.task-row', { hasText: ask });
}

/** Finds a unit by its name and chooses it. */
async function choose(page: Page, unit: string): Promise<void> {
  await page.getByLabel('找单位').fill(unit);
  await page.getByRole('checkbox', { name: unit, exact: true }).check();
}

/** As the leader's page says it. */
function sayHours(minutes: number): string {
  return minutes < 60 ? `${Math.round(minutes)}\u00a0分钟` : `${Math.round(minutes / 60)}\u00a0小时`;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `2027年3月1日` */
function chinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
}
