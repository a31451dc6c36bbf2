import { check } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { CHECKED, CLEAN, ENCRYPTED } from '../testing/reports.ts';
import { printAll } from '../testing/print.ts';

interface Report {
  readonly files: readonly ({ readonly findings: readonly object[] } & Record<string, object>)[];
  readonly summary: unknown;
}

test('the JSON is what the contract promises', async () => {
  const printed: unknown = JSON.parse(await printAll('json', [CHECKED, CLEAN], { withText: true }));

  expect(check.CheckReport.parse(printed)).toEqual(printed);
});

test('keys stand in the published order and later ones after them', async () => {
  const { files } = JSON.parse(await printAll('json', [CHECKED], { withText: true })) as Report;
  const [file = { findings: [] }] = files;
  const [finding = {}] = file.findings;
  const { deadlines, demands } = file['document'] as { deadlines: object[]; demands: object[] };

  expect(Object.keys(file).join(' ')).toBe('path ok document burden findings suppressed unread text');
  expect(Object.keys(file['document'] ?? {}).join(' ')).toBe(
    'kind genre title docNumber issuer recipients date urgency secrecy attachments bodyCharacters meeting deadlines demands unreadable',
  );
  expect(Object.keys(finding).join(' ')).toBe(
    'ruleId severity message suggestion basis exemption start end quote place demand hoursSaved rewrite',
  );
  expect(Object.keys(deadlines[0] ?? {}).join(' ')).toBe('text at start end leadHours');
  expect(Object.keys(demands[0] ?? {}).join(' ')).toBe(
    'actor action object frequency quantity channel proof consequence deadline start end modality',
  );
});

test('an unreadable file stands among the others with its code', async () => {
  const { files, summary } = JSON.parse(await printAll('json', [CHECKED, ENCRYPTED])) as Report;

  expect(files[1]).toEqual({
    path: 'secret.docx',
    ok: false,
    error: { code: 'encrypted', message: '文件设有密码，请去掉密码后再试。' },
  });
  expect(summary).toEqual({ files: 2, errors: 1, warnings: 0, infos: 0, unreadable: 1, elapsedMs: 4 });
});

test('the text and what was cleared are given only on request', async () => {
  const { files } = JSON.parse(await printAll('json', [CHECKED], { explain: true })) as Report;

  expect(files[0]).toHaveProperty('cleared');
  expect(files[0]).not.toHaveProperty('text');
});
