import { documents } from '@qingzhuang/contract';
import { readBytes } from '@qingzhuang/readers';
import { expect, test } from 'vitest';
import { zh } from '../messages/zh.ts';
import { writeDocxChain } from './chain-docx.ts';
import { writeHtmlChain } from './chain-html.ts';
import type { ShownComparison, ShownLevel } from './chain-level.ts';
import { reportOf } from './chain-report.ts';

const AT = new Date('2026-03-20T01:30:00Z');
const COMPARISON: ShownComparison = {
  copiedShare: 0.82,
  boilerplateShare: 0.1,
  passages: {
    count: 3,
    items: [
      {
        start: 10,
        end: 24,
        quote: '各村每月走访一次<老人>。',
        superiorStart: 8,
        superiorEnd: 23,
        superiorQuote: '各村每季度走访一次<老人>。',
        similarity: 0.9,
        kind: 'copied',
      },
    ],
  },
  raised: {
    count: 1,
    items: [
      {
        metric: '频次',
        superior: { start: 10, end: 17, quote: '每季度走访一次', value: 4, unit: 'per-year' },
        subordinate: { start: 12, end: 18, quote: '每月走访一次', value: 12, unit: 'per-year' },
      },
    ],
  },
  deadlineCompressed: { count: 0, items: [] },
  addedDemands: { count: 1, items: [{ start: 40, end: 46, quote: '每天上传照片' }] },
  localMeasures: { count: 0, items: [] },
};
const COUNTY: ShownLevel = {
  key: 'county',
  level: 'county',
  title: '关于走访的通知',
  issuer: '清河县民政局',
  datedOn: '2025-03-02',
  href: null,
  comparison: null,
  minutes: 120,
  minutesAdded: null,
  bearers: null,
  hoursAdded: null,
  measures: { measures: 2, local: 0 },
};
const TOWN: ShownLevel = {
  ...COUNTY,
  key: 'town',
  level: 'township',
  issuer: '河口镇人民政府',
  comparison: COMPARISON,
  minutes: 360,
  minutesAdded: 240,
  bearers: 12,
  hoursAdded: 48,
  measures: { measures: 4, local: 1 },
};
const report = reportOf([COUNTY, TOWN], [], AT);

test('levels are called what the contract calls them', () => {
  expect(zh.chain.levels).toEqual(documents.levelNames);
});

test('the report says first what the chain comes to, then every level in one table', () => {
  const [overview] = report.sections;

  expect(report.headline.replaceAll('\u00a0', ' ')).toBe(
    '一级一级往下，共抬高 1 项指标、新增 1 条要求。每个承接单位一年从约 2 小时变为约 6 小时。',
  );
  const rows = overview?.tables[0]?.rows.map((cells) =>
    cells
      .map((runs) => runs.map(({ text }) => text).join(''))
      .join('|')
      .replaceAll('\u00a0', ' '),
  );
  expect(rows).toEqual([
    '县级|清河县民政局《关于走访的通知》 2025年3月2日 周日|—|—|—|—|2 小时|—|0%（0/2 条）',
    '乡镇|河口镇人民政府《关于走访的通知》 2025年3月2日 周日|82%|1|0|1|6 小时|多 4 小时（12 个单位共 48 小时）|25%（1/4 条）',
  ]);
});

test('of two passages only the differing words are strong, and what was not sent is counted', () => {
  const section = report.sections[1];
  const passages = section?.tables.find(({ title }) => title === '照抄的段落');
  const strong = passages?.rows.map((cells) => cells.map((runs) => runs.filter((run) => run.strong)));

  expect(strong).toEqual([[[], [{ text: '季度', strong: true }], [{ text: '月', strong: true }]]]);
  expect(section?.notes).toContain('照抄的段落：共 3 处，这里列出 1 处。');
});

test('the page is one file without scripts, and no word of a document is markup', () => {
  const html = writeHtmlChain(report);

  expect(html).toContain("default-src 'none'");
  expect(html).toContain('每<mark>月</mark>走访一次&#60;老人&#62;。');
  expect(html).not.toMatch(/<script|<老人>|https?:/u);
});

test('the Word file can be read again, with its tables', async () => {
  const blob = await writeDocxChain(report);
  const { source } = await readBytes(new Uint8Array(await blob.arrayBuffer()), 'chain.docx');

  expect(source.text).toContain('河口镇人民政府，对照清河县民政局');
  expect(source.text).toContain('每天上传照片');
  expect(source.text).toContain('各村每月走访一次<老人>。');
});
