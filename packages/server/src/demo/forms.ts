/** Forms of the demo county: one that the system answers by itself, one that asks for a little more, one as last month. */
import { createMatcher, readForms, type Matcher } from '@qingzhuang/analysis';
import type { demands } from '@qingzhuang/contract';
import { readBytes } from '@qingzhuang/readers';
import type { Actor } from '../platform/actor.ts';
import type { Acting } from '../platform/context.ts';
import type { FileStore } from '../platform/files.ts';
import type { Seals } from '../platform/sealed.ts';
import { toWorkbook } from '../platform/spreadsheets/workbook.ts';
import { listElements } from '../features/catalogue/index.ts';
import { admitDemand, demandKeeper, draftDemand, takeStep } from '../features/demands/operations.ts';
import { submitFill } from '../features/forms/filling/sending/operations.ts';
import { attachForm } from '../features/forms/layout/operations.ts';
import { departmentOf, OFFICE, type DepartmentName } from './county.ts';
import { dayAfter } from './demands.ts';
import { VILLAGES } from './white-tower.ts';

/** What the forms need of whoever makes the county. */
export interface FormParts {
  readonly files: FileStore;
  readonly seals: Seals;
  /** As somebody of this unit, on this day. */
  readonly acting: (role: Actor['posts'][number]['role'], unit: string, day: string) => Acting;
}

interface DemoForm {
  readonly issuer: DepartmentName;
  readonly title: string;
  readonly ask: string;
  readonly columns: readonly string[];
  /** Days before today. */
  readonly drafted: number;
  /** Days after today. */
  readonly due: number;
  readonly ends: number;
  /** All villages have sent it so many days before today. */
  readonly sent?: number;
}

const ROSTER = ['序号', '姓名', '身份证号', '联系电话', '村民小组'] as const;

const FORMS: readonly DemoForm[] = [
  {
    ...{ issuer: '农业农村局', title: '关于核对农户基本情况的通知', ask: '核对农户基本情况表' },
    columns: ['序号', '户主姓名', '户主身份证号', '家庭人口数'],
    ...{ drafted: 2, due: 8, ends: 40 },
  },
  {
    ...{ issuer: '民政局', title: '关于摸清60周岁以上老年人助餐需求的通知', ask: '填报60周岁以上老年人助餐需求登记表' },
    columns: [...ROSTER, '年龄', '是否需要送餐', '送餐备注'],
    ...{ drafted: 3, due: 6, ends: 40 },
  },
  {
    ...{ issuer: '卫生健康局', title: '关于更新10月60周岁以上老年人花名册的通知', ask: '更新60周岁以上老年人花名册' },
    columns: [...ROSTER, '备注'],
    ...{ drafted: 34, due: -20, ends: 20, sent: 24 },
  },
  {
    ...{ issuer: '卫生健康局', title: '关于更新11月60周岁以上老年人花名册的通知', ask: '更新60周岁以上老年人花名册' },
    columns: [...ROSTER, '备注'],
    ...{ drafted: 4, due: 3, ends: 40 },
  },
];

const BLANK_ROWS = 10;

/** Drafts the demands with their workbooks, lets them pass, and sends what was sent last month. */
export async function seedForms(today: string, parts: FormParts): Promise<void> {
  const { db, actor } = parts.acting('office', OFFICE, today);
  const matcher = createMatcher(await listElements(db, actor.county));
  for (const form of FORMS) {
    const id = await issue(form, today, { ...parts, matcher });
    if (form.sent !== undefined) await sendAll(id, dayAfter(today, -form.sent), parts);
  }
}

async function issue(
  form: DemoForm,
  today: string,
  { acting, files, seals, matcher }: FormParts & { readonly matcher: Matcher },
): Promise<string> {
  const issuer = departmentOf(form.issuer);
  const day = dayAfter(today, -form.drafted);
  const drafter = acting('drafter', issuer, day);
  const { id } = await draftDemand(drafter, draftOf(form, issuer, today));
  const lines = [[form.ask.slice(2)], [...form.columns], ...blankRows(form.columns.length)];
  const bytes = toWorkbook('表1', lines);
  const name = `${form.ask.slice(2)}.xlsx`;
  const { source } = await readBytes(bytes, name);
  const met = readForms(source).map((one) => ({ form: one, matches: matcher.match(one) }));
  const layout = { file: { sha256: await files.put(bytes), name }, forms: met };
  await attachForm(drafter, { id, layout }, { seals }, demandKeeper);
  const { state } = await takeStep(drafter, id, { do: 'submit' });
  const caseByCase = state === 'coordinating';
  const reason = caseByCase ? '年度重点工作，一事一议同意。' : null;
  await admitDemand(acting('office', OFFICE, dayAfter(day, 1)), { id, reason, caseByCase });
  await takeStep(acting('drafter', issuer, dayAfter(day, 1)), id, { do: 'start' });
  return id;
}

function blankRows(columns: number): string[][] {
  return Array.from({ length: BLANK_ROWS }, () => Array.from({ length: columns }, () => ''));
}

function draftOf({ title, ask, due, ends }: DemoForm, issuer: string, today: string): demands.DemandDraft {
  return {
    ...{ title, ask, issuer, bearers: [...VILLAGES], planItem: null },
    dueAt: `${dayAfter(today, due)}T10:00:00.000Z`,
    expiresOn: dayAfter(today, ends),
    details: {
      kind: 'form',
      fields: { text: 1, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
      ...{ rows: 1, signatures: 0, prints: 0, timesPerYear: 12 },
    },
  };
}

async function sendAll(demand: string, day: string, { acting, seals }: FormParts): Promise<void> {
  const { answerFor } = demandKeeper;
  for (const unit of VILLAGES) {
    const clerk = acting('bearer-clerk', unit, day);
    await submitFill(clerk, { unit, demand, event: clerk.chance.id() }, { seals, answerFor });
  }
}
