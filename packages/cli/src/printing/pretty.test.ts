import { expect, test } from 'vitest';
import { CHECKED, CLEAN, ENCRYPTED } from '../testing/reports.ts';
import { printAll } from '../testing/print.ts';

test('the verdict comes first and each finding shows its words underlined', async () => {
  const printed = await printAll('pretty', [CHECKED]);

  expect(printed).toContain(
    [
      'notices/危房 名单.txt',
      '  这份任务通知让每个村多花 3.5 小时，可以省下 1 小时。',
      '',
      '  须改  「3月6日12时前」距下发只有 9 个工作时。  第 3 行  report/rush',
      '    │ 请各村于3月6日12时前报送危房名单，逾期<通报>。',
      '    │         ~~~~~~~~~~~~',
      '    建议：给基层留出至少 2 个工作日。',
      '    依据：《整治形式主义为基层减负若干规定》第三条（已核原文）',
    ].join('\n'),
  );
});

test('an exempt finding is shown with its proof and does not count', async () => {
  const printed = await printAll('pretty', [CHECKED]);

  expect(printed).toContain('文中写明“统计法”（不计入结果）');
  expect(printed).toContain('共 1 份：须改 1，建议改 0，提示 0。');
});

test('quiet leaves out files without findings, but never an unreadable one', async () => {
  const printed = await printAll('pretty', [CLEAN, ENCRYPTED], { quiet: true });

  expect(printed).not.toContain('clean.txt');
  expect(printed).toContain('secret.docx\n  读不了：文件设有密码，请去掉密码后再试。');
});

test('colour is there only when it is asked for', async () => {
  expect(await printAll('pretty', [CHECKED])).not.toContain('\u001B');
  expect(await printAll('pretty', [CHECKED], { colour: true })).toContain('\u001B[31m须改');
});

test('what a document says cannot steer the terminal', async () => {
  const hostile = { ...CLEAN, path: 'a\u001B[2J\u202Eb.txt' };

  expect(await printAll('pretty', [hostile])).not.toMatch(/[\u001B\u202E]/u);
});

test('what was cleared is listed with the reason on request', async () => {
  expect(await printAll('pretty', [CHECKED], { explain: true })).toContain('送危  report/rush  NEG：否定句');
});
