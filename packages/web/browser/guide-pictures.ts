/** What the users' guide shows: whose page, how large, and how it is brought to what is shown. */
import type { Page } from 'playwright-core';
import { systemClock } from '../../server/src/index.ts';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const DESKTOP = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };

const DAY_MS = 86_400_000;
const MEETING = new Date(systemClock.now().getTime() + 20 * DAY_MS);
const NOTICE = [
  '清河县农业农村局',
  '关于召开秋冬农业生产现场会的通知',
  '各乡镇人民政府：',
  `定于${new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(MEETING)}9时至12时在县政府三楼会议室召开秋冬农业生产现场会，请各乡镇主要负责人、分管负责人参加。`,
  '请提前报送书面发言材料。会后三日内报送落实情况，没有进展的也要报“无”，并上传带水印的现场照片不少于5张。',
  '清河县农业农村局',
].join('\n');

export interface Picture {
  /** Of the account; null for a visitor. */
  readonly who: string | null;
  readonly path: string;
  readonly frame: typeof PHONE;
  /** Brings the page to what is shown. */
  readonly ready: (page: Page) => Promise<unknown>;
}

export const PICTURES: Readonly<Record<string, Picture>> = {
  'village-list': { who: 'cun', path: '#/inbox', frame: PHONE, ready: see('.task-row') },
  'village-answer': { who: 'cun', path: '#/inbox', frame: PHONE, ready: openKnown },
  'village-return': { who: 'cun', path: '#/inbox', frame: PHONE, ready: openReturn },
  'town-list': { who: 'zhen', path: '#/inbox', frame: DESKTOP, ready: see('.task-row') },
  'town-calendar': { who: 'zhen', path: '#/inbox/calendar', frame: DESKTOP, ready: openClash },
  'drafter-draft': { who: 'nigao', path: '#/draft', frame: DESKTOP, ready: readNotice },
  'drafter-answers': { who: 'jianfu', path: '#/demands', frame: DESKTOP, ready: openAnswers },
  'office-gate': { who: 'jianfu', path: '#/gate', frame: DESKTOP, ready: see('text=准予下达') },
  'office-week': { who: 'jianfu', path: '#/planning', frame: DESKTOP, ready: see('.week-item') },
  'leader-page': { who: 'lingdao', path: '#/leader', frame: DESKTOP, ready: see('.week-bars li') },
  'supervisor-audit': { who: 'jiandu', path: '#/admin/audit', frame: DESKTOP, ready: see('text=另存检查点') },
  'administrator-people': { who: 'guanli', path: '#/admin/people', frame: DESKTOP, ready: see('text=吴秀英') },
  'resident-code': { who: null, path: '#/register', frame: PHONE, ready: openCode },
};

function see(selector: string): (page: Page) => Promise<void> {
  return (page) => page.locator(selector).first().waitFor();
}

async function openKnown(page: Page): Promise<void> {
  await page.getByRole('link', { name: '核对 12 户危房信息', exact: true }).first().click();
  await page.getByRole('button', { name: '没有变化，就这样答复' }).waitFor();
}

/** The meetings that clash are two days ahead: at the end of a week in the next one. */
async function openClash(page: Page): Promise<void> {
  await see('.calendar-bar .soft')(page);
  if (!(await page.locator('.calendar-clashes').isVisible())) await page.getByRole('button', { name: '往后' }).click();
  await see('.calendar-clashes')(page);
}

async function openReturn(page: Page): Promise<void> {
  const row = page.locator('.task-row', { hasText: '排查取暖安全 30 户' });
  await row.getByRole('button', { name: /^退回/u }).click();
  await page.getByRole('button', { name: '确认退回' }).evaluate((button) => button.scrollIntoView({ block: 'center' }));
}

async function readNotice(page: Page): Promise<void> {
  await page.getByRole('button', { name: '粘贴文字' }).click();
  await page.getByLabel('把通知或群消息的文字粘贴在这里').fill(NOTICE);
  await page.getByRole('button', { name: '读一读' }).click();
  await see('.original-sheet .evidence')(page);
}

/** A demand that a village has returned. */
async function openAnswers(page: Page): Promise<void> {
  await see('.demand-row')(page);
  const reply = await page.request.get(new URL('/api/v1/demands?limit=200', page.url()).href);
  const { items } = (await reply.json()) as {
    readonly items: readonly { readonly id: string; readonly ask: string }[];
  };
  const returned = items.find(({ ask }) => ask === '登记农家书屋图书');
  await page.goto(new URL(`#/demands/${returned?.id ?? ''}`, page.url()).href);
  await page.locator('.bearing-return').evaluate((one) => one.scrollIntoView({ block: 'center' }));
}

async function openCode(page: Page): Promise<void> {
  await page
    .locator('.codes-row-head', { has: page.locator('.tag-live') })
    .locator('a')
    .nth(2)
    .click();
  await see('.codes-answer h2')(page);
}
