import { createClient } from '@qingzhuang/contract';
import { describe, expect, test } from 'vitest';
import type { Demand } from './queries.ts';
import { isComplete, needsOf, NOTHING_GIVEN, takeStep, type Step } from './steps.ts';

const DEMAND = { id: 'one', version: 7, state: 'screened' } as Demand;

describe('a step', () => {
  test('forward needs no words, one that stops somebody needs a reason', () => {
    expect(isComplete(needsOf('submit', DEMAND), NOTHING_GIVEN)).toBe(true);
    expect(isComplete(needsOf('refuse', DEMAND), { ...NOTHING_GIVEN, reason: '  ' })).toBe(false);
    expect(isComplete(needsOf('refuse', DEMAND), { ...NOTHING_GIVEN, reason: '已有数据' })).toBe(true);
  });

  test('that admits needs a reason only where the gate has stopped the demand', () => {
    expect(isComplete(needsOf('admit', DEMAND), NOTHING_GIVEN)).toBe(true);
    expect(isComplete(needsOf('admit', { state: 'coordinating' }), NOTHING_GIVEN)).toBe(false);
  });

  test.each<[Step, Partial<typeof NOTHING_GIVEN>]>([
    ['merge', { into: 'two' }],
    ['defer', { day: '2026-12-01' }],
    ['review-emergency', { upheld: false }],
  ])('to %s needs more than a reason', (step, more) => {
    const given = { ...NOTHING_GIVEN, reason: '理由' };
    expect(isComplete(needsOf(step, DEMAND), given)).toBe(false);
    expect(isComplete(needsOf(step, DEMAND), { ...given, ...more })).toBe(true);
  });

  test('is sent on the version that was seen, with what was written', async () => {
    const sent: [string, RequestInit][] = [];
    const call = createClient((url, init) => {
      sent.push([url, init]);
      return Response.json({});
    });
    await takeStep(call, 'admit', { ...DEMAND, state: 'coordinating' }, { ...NOTHING_GIVEN, reason: ' 确有必要 ' });

    expect(sent.map(([url]) => url)).toEqual(['/api/v1/demands/one/admit']);
    expect(JSON.parse(sent[0]?.[1].body as string)).toEqual({ reason: '确有必要', caseByCase: true });
    expect(sent[0]?.[1].headers).toMatchObject({ 'if-match': '"7"' });
  });
});
