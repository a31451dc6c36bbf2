import { plainSource } from '@qingzhuang/analysis';
import { readBytes } from '@qingzhuang/readers';
import { expect, test } from 'vitest';
import { writeDocx } from './export-docx.ts';
import { writeHtmlReport } from './export-html.ts';
import { writeJsonReport, writeReportText } from './report-text.ts';
import { editsOf } from './revision.ts';
import { findingOf, resultOf } from './testing/results.ts';

const TEXT = '关于报送的通知\n各村：\n请于今天报送材料。\n';
const rush = findingOf({ start: 14, end: 16, quote: '今天', rewrite: '三日内' });
const AT = new Date('2026-03-02T01:00:00Z');

async function docxText(tracked: boolean): Promise<string> {
  const blob = await writeDocx({
    source: plainSource(TEXT),
    edits: editsOf(TEXT, [rush], new Map([[0, '三日内']])),
    title: '关于报送的通知',
    tracked,
    at: AT,
  });
  const { source } = await readBytes(new Uint8Array(await blob.arrayBuffer()), 'revised.docx');
  return source.text;
}

test('the Word file holds the revised words and can be read again', async () => {
  expect(await docxText(false)).toBe('关于报送的通知\n各村：\n请于三日内报送材料。\n');
});

test('the Word file with revisions still reads as the revised text', async () => {
  expect(await docxText(true)).toContain('请于三日内报送材料。');
});

const PARTS = {
  name: '<b>通知</b>.docx',
  checkedAt: '2026-03-02T09:00+08:00',
  headline: '这份通知有 1 处',
  result: resultOf([rush]),
  source: plainSource(`${TEXT}<script>alert(1)</script>`),
};

test('the report underlines the evidence and lets no markup of the document through', () => {
  const html = writeHtmlReport(PARTS);

  expect(html).toContain('<mark class="error">今天</mark>');
  expect(html).toContain('据公开报道');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>通知</b>');
});

test('the opinion as text names severity, advice and basis, and says what was not read', () => {
  const source = { ...PARTS.source, unread: [{ kind: 'image', place: {} }] } as const;
  const text = writeReportText({ ...PARTS, source });

  expect(text).toContain('1.【须改】给的时间不到两个工作日。');
  expect(text).toContain('《若干规定》第五条（据公开报道）');
  expect(text).toContain('没有读');
});

test('the JSON has the shape of the command line', () => {
  expect(JSON.parse(writeJsonReport(PARTS))).toMatchObject({
    version: 1,
    files: [{ path: PARTS.name, ok: true, findings: [{ ruleId: 'report/rush', quote: '今天' }], suppressed: [] }],
    summary: { files: 1, errors: 1, warnings: 0, infos: 0, unreadable: 0 },
  });
});
