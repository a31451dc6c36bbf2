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

const FROM_THE_CITY = [
  '平川市水利局文件',
  '平水〔2026〕15号',
  '关于做好汛前准备工作的通知',
  '各县水利局：',
  '一、各县要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。',
  '二、各地每季度走访一次独居老人和低洼地带住户，宣传避险知识，户数不少于应访户数的80%。',
  '平川市水利局',
  '2026年3月9日',
].join('\n');
const FROM_THE_COUNTY = [
  '清河县水利局文件',
  '清水〔2026〕12号',
  '关于做好汛前准备工作的通知',
  '各乡镇人民政府：',
  '根据《关于做好汛前准备工作的通知》（平水〔2026〕15号），现将有关事项通知如下。',
  '一、各乡镇要在汛前对病险水库、低洼路段和地质灾害点逐一排查，列出清单，明确包保责任人。',
  '二、各村每周走访一次独居老人和低洼地带住户，宣传避险知识，户数达到应访户数的100%，上传照片不少于3张。',
  '清河县水利局',
  '2026年3月16日',
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
  'drafter-superior': { who: 'nigao', path: '#/draft', frame: DESKTOP, ready: openSuperior },
  'drafter-answers': { who: 'jianfu', path: '#/demands', frame: DESKTOP, ready: openAnswers },
  'office-gate': { who: 'jianfu', path: '#/gate', frame: DESKTOP, ready: see('text=准予下达') },
  'office-chain': { who: 'jianfu', path: '#/gate', frame: DESKTOP, ready: openChain },
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

async function openSuperior(page: Page): Promise<void> {
  await see('.drop-here')(page);
  await page.goto(new URL(`#/draft/${await draftFromAbove(page)}`, page.url()).href);
  await page.locator('.superior-taken .share-bar').waitFor();
  await page.locator('.superior').evaluate((one) => one.scrollIntoView({ block: 'center' }));
}

async function openChain(page: Page): Promise<void> {
  await see('.gate-queue')(page);
  await page.goto(new URL(`#/demands/${await draftFromAbove(page)}/chain`, page.url()).href);
  await see('.chain-evidence')(page);
}

/** A text from the city, and a draft that was made from it. */
function draftFromAbove(page: Page): Promise<string> {
  return page.evaluate(
    async ([city, county]) => {
      async function send(path: string, body: unknown): Promise<{ readonly id: string }> {
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await reply.json()) as { readonly id: string };
      }
      const me = (await (await fetch('/api/v1/me')).json()) as { readonly posts: readonly { readonly unit: string }[] };
      await send('/api/v1/documents', { level: 'city', text: city });
      return (await send('/api/v1/demands/from-file', { issuer: me.posts[0]?.unit, text: county })).id;
    },
    [FROM_THE_CITY, FROM_THE_COUNTY],
  );
}

async function openCode(page: Page): Promise<void> {
  await page
    .locator('.codes-row-head', { has: page.locator('.tag-live') })
    .locator('a')
    .nth(2)
    .click();
  await see('.codes-answer h2')(page);
}
