import type * as analysis from '@qingzhuang/analysis';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { CheckText, LONGEST_TEXT, type CheckConfig, type CheckedFile, type Finding } from './check.ts';
import type { DeepReadonly } from './endpoint.ts';

describe('what crosses the wire is what the analysis answers', () => {
  test('in every field of a finding, a document and a burden', () => {
    expectTypeOf<Finding>().toEqualTypeOf<DeepReadonly<analysis.Finding>>();
    expectTypeOf<CheckedFile['document']>().toEqualTypeOf<DeepReadonly<analysis.ReportedDocument>>();
    expectTypeOf<CheckedFile['burden']>().toEqualTypeOf<DeepReadonly<analysis.Burden>>();
    expectTypeOf<CheckedFile['suppressed']>().toEqualTypeOf<DeepReadonly<analysis.CheckResult['suppressed']>>();
    expectTypeOf<CheckedFile['unread']>().toEqualTypeOf<DeepReadonly<analysis.SourceText['unread']>>();
  });

  test('and a configuration from the wire is one the analysis takes', () => {
    expectTypeOf<CheckConfig>().toExtend<analysis.CheckConfig>();
  });
});

describe('the time of receipt', () => {
  test.each([
    '2026-03-02T09:00+08:00',
    '2026-03-02T09:00:30+08:00',
    '2026-03-02T01:00:00.123Z',
    '2024-02-29T00:00Z',
    '2026-12-31T23:59:59-11:00',
  ])('%s is taken', (receivedAt) => {
    expect(CheckText.safeParse({ text: '', receivedAt }).success).toBe(true);
  });

  test.each([
    '2026-03-02T09:00',
    '2026-03-02',
    '2026-02-29T00:00Z',
    '2026-13-01T00:00Z',
    '2026-03-02T24:30Z',
    '2026-03-02T09:60Z',
    '2026-03-02 09:00Z',
    '２０２６-03-02T09:00Z',
    '2026-03-02T09:00Zjunk',
    '',
  ])('%s is refused', (receivedAt) => {
    expect(CheckText.safeParse({ text: '', receivedAt }).success).toBe(false);
  });
});

test('the longest text is taken, one letter more is refused', () => {
  expect(CheckText.safeParse({ text: '字'.repeat(LONGEST_TEXT) }).success).toBe(true);
  expect(CheckText.safeParse({ text: '字'.repeat(LONGEST_TEXT + 1) }).success).toBe(false);
});
