import { describe, expect, test } from 'vitest';
import { besideFinding } from './beside-finding.ts';
import type { ShownComparison } from './chain-level.ts';

const COMPARISON: ShownComparison = {
  copiedShare: 0.9,
  boilerplateShare: 0,
  passages: {
    count: 1,
    items: [
      {
        start: 60,
        end: 66,
        quote: '列出清单上报',
        superiorStart: 30,
        superiorEnd: 36,
        superiorQuote: '列出清单报送',
        similarity: 0.8,
        kind: 'copied',
      },
    ],
  },
  raised: {
    count: 1,
    items: [
      {
        metric: '频次',
        superior: { start: 5, end: 12, quote: '每季度走访一次', value: 4, unit: 'per-year' },
        subordinate: { start: 10, end: 16, quote: '每月走访一次', value: 12, unit: 'per-year' },
      },
    ],
  },
  deadlineCompressed: {
    count: 1,
    items: [
      {
        superior: { start: 40, end: 46, quote: '4月30日前', at: null },
        subordinate: { start: 40, end: 45, quote: '4月1日前', at: null },
        ratio: 0.2,
      },
    ],
  },
  addedDemands: { count: 0, items: [] },
  localMeasures: { count: 0, items: [] },
};

describe('a finding shows what stands above in its place', () => {
  test.each([
    ['task/target-raised', 12, 16, { above: '每季度走访一次', below: '每月走访一次' }],
    ['lineage/deadline-compressed', 40, 45, { above: '4月30日前', below: '4月1日前' }],
    ['lineage/copied', 60, 66, { above: '列出清单报送', below: '列出清单上报' }],
  ])('%s', (ruleId, start, end, beside) => {
    expect(besideFinding({ ruleId, start, end }, COMPARISON)).toEqual(beside);
  });

  test.each([
    ['report/rush', 12, 16],
    ['task/target-raised', 16, 20],
    ['lineage/copied', 10, 16],
  ])('and nothing where there is none: %s at %i', (ruleId, start, end) => {
    expect(besideFinding({ ruleId, start, end }, COMPARISON)).toBeNull();
  });
});
