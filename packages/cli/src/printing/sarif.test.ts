import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { CHECKED, CLEAN, ENCRYPTED } from '../testing/reports.ts';
import { printAll } from '../testing/print.ts';

interface Log {
  readonly runs: readonly {
    readonly results: readonly Record<string, unknown>[];
    readonly invocations: readonly Record<string, unknown>[];
  }[];
}

// The schema is written in draft 4, of which it uses nothing that later drafts read differently.
const LATER_DRAFT = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id' && key !== '$schema'));
const validate = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false })).compile(LATER_DRAFT);

async function printLog(): Promise<Log> {
  return JSON.parse(await printAll('sarif', [CLEAN, CHECKED, ENCRYPTED])) as Log;
}

test('the log follows the SARIF 2.1.0 schema', async () => {
  const valid = validate(await printLog());

  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test('a result says its level, its place in the text and a fingerprint without offsets', async () => {
  const { runs } = await printLog();

  expect(runs[0]?.results[0]).toMatchObject({
    ruleId: 'report/rush',
    level: 'error',
    partialFingerprints: { 'qingzhuang/v1': expect.stringMatching(/^[0-9a-f]{32}$/) as string },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'notices/%E5%8D%B1%E6%88%BF%20%E5%90%8D%E5%8D%95.txt' },
          region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 13, charOffset: 20, charLength: 8 },
        },
      },
    ],
  });
});

test('a suppressed finding is there with its reason', async () => {
  const { runs } = await printLog();

  expect(runs[0]?.results[2]).toMatchObject({
    ruleId: 'document/report-back',
    suppressions: [{ kind: 'external', justification: '县委办同意' }],
  });
});

test('an unreadable file is a notification of a run that did not succeed', async () => {
  const { runs } = await printLog();

  expect(runs[0]?.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ descriptor: { id: 'encrypted' } }],
  });
});
