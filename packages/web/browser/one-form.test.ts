import { catalogue, demands, facts, forms, type DeepReadonly } from '@qingzhuang/contract';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../server/src/platform/clock.ts';
import { produce } from '../../server/src/testing/form-desk.ts';
import { settle, villagers, workbook } from '../../server/src/testing/forms.ts';
import type { SignedIn } from '../../server/src/testing/sign-in.ts';
import { BUREAU, OFFICE, TOWNS, useCounty } from './county.ts';
import { findFaults } from './faults.ts';
import { DESKTOP, noBrowser, PHONE } from './visit.ts';

const COUNTY = BUREAU.slice(0, 6);
const [TOWN] = TOWNS;
const VILLAGE = `${COUNTY}101201`;
const KNOWN = ['序号', '姓名', '身份证号', '联系电话'];
const WISH = '是否愿意参加合唱队';
const PEOPLE = villagers(COUNTY, 3);

describe.skipIf(noBrowser !== '')(`one form, from the drafter to the account of reuse${noBrowser}`, async () => {
  const { open, signInAs, served } = await useCounty();
  const drafter = await signInAs('drafter', BUREAU);
  const office = await signInAs('office', OFFICE);
  const township = await signInAs('bearer-clerk', TOWN);
  const clerk = await signInAs('bearer-clerk', VILLAGE);
  await settle(served, VILLAGE, PEOPLE, systemClock.today());

  function draft(ask: string): Promise<DeepReadonly<demands.Demand>> {
    const fields = { text: 4, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 };
    return drafter.call(demands.draftDemand, {
      ...{ title: `关于${ask}的通知`, ask, issuer: BUREAU, bearers: [VILLAGE], planItem: null },
      ...{ dueAt: '2027-03-20T10:00:00Z', expiresOn: '2027-06-30' },
      details: { kind: 'form', fields, rows: 3, signatures: 0, prints: 0, timesPerYear: 1 },
    });
  }

  /** Past the gate and to the village. */
  async function send(id: string): Promise<void> {
    const { version } = await drafter.call(demands.readDemand, { id });
    const submitted = await drafter.call(demands.submitDemand, { id }, { ifMatch: version });
    const admission = { id, reason: '一事一议', caseByCase: true };
    const admitted = await office.call(demands.admitDemand, admission, { ifMatch: submitted.version });
    await drafter.call(demands.startDemand, { id }, { ifMatch: admitted.version });
  }

  test('what is held is told to the drafter, and the township checks what the village answers', async () => {
    const { id } = await draft('核对老年人花名册');
    const page = await open(`#/draft/${id}`, { as: drafter });
    const file = workbook('60周岁以上老年人花名册', [...KNOWN, WISH]);
    const panel = page.locator('.layout');
    const buffer = Buffer.from(await file.arrayBuffer());
    await panel.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: file.type, buffer });
    await panel.getByText(/^4 栏里 3 栏县里已有/u).waitFor();
    await panel.getByRole('button', { name: '都不是，是新的一栏' }).click();
    await panel.getByRole('textbox', { name: /作什么用$/u }).fill('排练合唱');
    await panel.getByRole('button', { name: '记下' }).click();
    await panel.getByLabel('村里填好后请乡镇核一遍').check();
    await expect.poll(async () => (await drafter.call(forms.readFormLayout, { id })).toDecide).toEqual([]);
    await panel.getByText('各栏 (5)').click();
    expect(await page.getByLabel('文字字段').count()).toBe(0);
    expect(await faultsOf(page)).toEqual({ overflow: 0, light: [], dark: [] });

    await send(id);
    await clerk.call(forms.submitFill, { unit: VILLAGE, demand: id, event: crypto.randomUUID() });
    const checking = await open(`#/inbox/${TOWN}/approvals`, { as: township });
    await checking.getByRole('link', { name: /^看看\s*：上湾村$/u }).waitFor();
    expect(await faultsOf(checking)).toEqual({ overflow: 0, light: [], dark: [] });
    await checking.getByRole('link', { name: /^看看\s*：上湾村$/u }).click();
    await checking.getByRole('heading', { name: '3 人，村里没有改动，请核' }).waitFor();
    await checking.getByRole('button', { name: /^村民001 联系电话/u }).click();
    await checking
      .locator('.fill-line')
      .getByText(/^户籍登记，/u)
      .waitFor();
    await checking.getByRole('button', { name: '核过，报送' }).click();
    await checking.getByRole('heading', { name: /^已报送/u }).waitFor();
  });

  test('a form of which everything is known is answered by the system, comes back in its issuer’s workbook, and may be opened again', async () => {
    const { id, version } = await draft('核对联系电话');
    const file = workbook('60周岁以上老年人联系电话', KNOWN);
    await drafter.call(forms.attachForm, { id, file }, { ifMatch: version });
    await send(id);
    await produce(served, COUNTY, systemClock);

    const village = await open(`#/inbox/${VILLAGE}/${id}/form`, { as: clerk, viewport: PHONE });
    await village.getByRole('heading', { name: /^不用您办/u }).waitFor();
    const page = await open(`#/demands/${id}`, { as: drafter });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载已报的表').click()]);
    expect(download.suggestedFilename()).toMatch(/\.(?:xlsx|zip)$/u);

    await village.getByRole('button', { name: '有不对的，重新打开' }).click();
    await village.getByLabel('哪里不对（可以不写）').fill('村民001 换了号码');
    await village.getByRole('button', { name: '重新打开', exact: true }).click();
    await village.getByText('重新打开的原因：').waitFor();
    expect((await clerk.call(forms.readFill, { unit: VILLAGE, demand: id })).state).toBe('reopened');
  });

  test('a form that nobody knows beforehand asks for its rows', async () => {
    const { id, version } = await draft('登记电动三轮车');
    const file = workbook('电动三轮车登记表', ['车主', '车辆型号']);
    const layout = await drafter.call(forms.attachForm, { id, file }, { ifMatch: version });
    const population = { rows: 'blank' as const, entity: null, conditions: [] };
    const fields = layout.toDecide.map((key) => ({ key, element: null, use: '核发牌照' }));
    await drafter.call(forms.decideForm, { id, fields, forms: [{ form: 0, population }] }, { ifMatch: layout.version });
    await send(id);

    const village = await open(`#/inbox/${VILLAGE}/${id}/form`, { as: clerk, viewport: PHONE });
    await village.getByRole('heading', { name: '有几个登几行，没有就直接报送' }).waitFor();
    await village.getByRole('button', { name: '没有要登的，报送' }).waitFor();
    await village.getByRole('button', { name: '＋ 加一行' }).click();
    await village.getByText('第 1 处，共 2 处').waitFor();
  });

  test('every page of the catalogue has no serious fault, light and dark, and fits a phone', async () => {
    await fillCatalogue({ drafter, township, clerk });
    const page = await open('#/catalogue', { as: office });
    await page.locator('.catalogue-list a').first().waitFor();
    const parts: readonly (readonly [path: string, ready: string])[] = [
      ['#/catalogue', '有条件共享'],
      ['#/catalogue/new', '标识'],
      ['#/catalogue/person.phone', '授权使用'],
      ['#/catalogue/proposals', '每年 → 每季度'],
      ['#/catalogue/conflicts', '改用另一说'],
      ['#/catalogue/registers', '村民台账'],
      ['#/catalogue/look-ups', '测算附表'],
      ['#/catalogue/reuse', '各发起单位'],
    ];
    const found = [];
    for (const [path, ready] of parts) {
      await page.evaluate((hash) => (location.hash = hash), path);
      await page.getByText(ready).first().waitFor();
      found.push({ path, ...(await faultsOf(page)) });
    }
    expect(found).toEqual(parts.map(([path]) => ({ path, overflow: 0, light: [], dark: [] })));
  });
});

/** What axe finds on a desk, and how much wider than a phone the page is there. */
async function faultsOf(page: Page): Promise<{ overflow: number; light: string[]; dark: string[] }> {
  const faults = await findFaults(page);
  await page.setViewportSize(PHONE);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(DESKTOP);
  return { overflow, ...faults };
}

interface Keepers {
  readonly drafter: SignedIn;
  readonly township: SignedIn;
  readonly clerk: SignedIn;
}

/** A proposal to decide about, and a value on which two registers differ. */
async function fillCatalogue({ drafter, township, clerk }: Keepers): Promise<void> {
  const phone = await drafter.call(catalogue.readElement, { key: 'person.phone' });
  const { name, aliases, type, unit, options, definition, source, sharing, legalBasis, personal } = phone;
  await drafter.call(catalogue.proposeElement, {
    ...{ what: 'change', key: 'person.phone', reason: '号码换得勤', unit: BUREAU },
    content: {
      ...{ name, aliases: [...aliases], type, unit, options: options && [...options], definition, source },
      ...{ sharing, legalBasis, personal, updatePeriod: 'quarterly' },
    },
  });
  await importPeople(township, TOWN, '镇户籍台账', '汉族');
  await importPeople(clerk, VILLAGE, '村民台账', '满族');
}

/** Brings in a register of the village, in which everybody is of this people. */
async function importPeople({ call }: SignedIn, by: string, name: string, people: string): Promise<void> {
  const lines = ['姓名,身份证号,民族', ...PEOPLE.map((one) => [one.name, one.identity, people].join(','))];
  const file = new File([lines.join('\n')], `${name}.csv`);
  const asOf = systemClock.today();
  await call(facts.importRegister, { unit: VILLAGE, entity: 'person', name, asOf, by, file, dryRun: false });
}
