import { describe, expect, test } from 'vitest';
import type { Demand, DemandEvent } from '../demand.ts';
import { countingOf, type Counting } from './counting.ts';

type Where = Pick<Demand, 'state' | 'suspendedFrom'>;

const SUBMITTED: Where = { state: 'screened', suspendedFrom: null };
const WITHDRAWN: DemandEvent = { type: 'demand-withdrawn', reason: '重复' };

describe('an event counts as', () => {
  test.each<[string, DemandEvent, Where, Counting]>([
    [
      'an admission',
      { type: 'demand-admitted', code: 'QH26', reason: null, caseByCase: false },
      SUBMITTED,
      'within-cap',
    ],
    [
      'a case-by-case admission',
      { type: 'demand-admitted', code: 'QH26', reason: '汛情', caseByCase: true },
      { state: 'coordinating', suspendedFrom: null },
      'case-by-case',
    ],
    [
      'an emergency',
      { type: 'emergency-declared', grounds: '红色预警', code: 'QH26', reviewDueAt: '2026-03-07T02:00:00Z' },
      SUBMITTED,
      'emergency',
    ],
    ['a withdrawal before the start', WITHDRAWN, { state: 'admitted', suspendedFrom: null }, 'give-back'],
    ['one while stopped before the start', WITHDRAWN, { state: 'suspended', suspendedFrom: 'admitted' }, 'give-back'],
    ['one while stopped after the start', WITHDRAWN, { state: 'suspended', suspendedFrom: 'running' }, null],
    ['one after the start', WITHDRAWN, { state: 'running', suspendedFrom: null }, null],
    ['one before the gate', WITHDRAWN, SUBMITTED, null],
    ['a refusal', { type: 'demand-refused', reason: '同题' }, SUBMITTED, null],
    ['a merger', { type: 'demand-merged', into: 'other', reason: '同题' }, SUBMITTED, null],
    [
      'an emergency overturned',
      { type: 'emergency-overturned', reason: '并非应急' },
      { state: 'running', suspendedFrom: null },
      null,
    ],
  ])('%s', (_, event, demand, counting) => {
    expect(countingOf(event, demand)).toBe(counting);
  });
});
