import { expect, test } from 'vitest';
import { CHECKED, CLEAN, ENCRYPTED } from '../testing/reports.ts';
import { printAll } from '../testing/print.ts';

test('the HTML report is one file without script or outside resource', async () => {
  const html = await printAll('html', [CHECKED]);

  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(|https?:/);
});

test('the HTML report marks overlapping evidence in the whole text and escapes it', async () => {
  const html = await printAll('html', [CHECKED]);

  expect(html).toContain('<h1>这份任务通知让每个村多花 3.5 小时，可以省下 1 小时。</h1>');
  expect(html).toMatch(/<mark class="error">3月6日12时<\/mark><mark class="error">前<\/mark><sup><a href="#f\w+-1">1</);
  expect(html).toMatch(/<mark class="warning">报送危房名单，逾期&lt;通报&gt;。<\/mark><sup><a href="#f\w+-2">2</);
  expect(html).toContain('<td>42 户 × 5 分钟</td>');
});

test('a JUnit suite fails for findings at the fail level only', async () => {
  const xml = await printAll('junit', [CHECKED, CLEAN, ENCRYPTED], { failLevel: 'warning' });

  expect(xml).toContain('<testsuite name="notices/危房 名单.txt" tests="2" failures="1" errors="0" skipped="0">');
  expect(xml).toContain('<failure type="error" message="「3月6日12时前」距下发只有 9 个工作时。">');
  expect(xml).toContain('<testcase classname="clean.txt" name="没有发现问题"/>');
  expect(xml).toContain('<error type="encrypted"');
  expect(xml).not.toContain('<通报>');
});

test('a CSV row holds one finding, for spreadsheets', async () => {
  const csv = await printAll('csv', [CHECKED, ENCRYPTED]);
  const rows = csv.split('\r\n');

  expect(csv.startsWith('\uFEFF"文件","行"')).toBe(true);
  expect(rows[1]).toContain('"notices/危房 名单.txt","3","5","","须改","report/rush"');
  expect(rows[3]).toContain('"secret.docx","","","","读不了","encrypted"');
  expect(rows).toHaveLength(5);
});

test('a CSV cell cannot become a formula', async () => {
  const csv = await printAll('csv', [{ ...ENCRYPTED, path: '=cmd|"/c calc"!A1.txt' }]);

  expect(csv).toContain(`"'=cmd|""/c calc""!A1.txt"`);
});

test('Markdown shows the verdict, the evidence and the clause', async () => {
  const markdown = await printAll('markdown', [CHECKED], { explain: true });

  expect(markdown).toContain('## notices/危房 名单.txt\n\n**这份任务通知让每个村多花 3.5 小时');
  expect(markdown).toContain('  - 原文：前报送危房名单，逾期\\<通报\\>。（第 1 页）');
  expect(markdown).toContain('已排除的疑点');
});
