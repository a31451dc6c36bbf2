import type { check } from '@qingzhuang/contract';
import { expect, test } from 'vitest';
import { given, INSPECTION, MEETING, neighbour, TASK } from './example.ts';
import { askRegister } from './gate.ts';

const OF_TEXT: check.Finding = {
  ruleId: 'inspection/unplanned',
  severity: 'warning',
  message: '没有计划编号。',
  suggestion: '写明编号。',
  basis: [],
  exemption: null,
  start: 0,
  end: 2,
  quote: '检查',
  place: {},
  demand: 0,
  hoursSaved: null,
  rewrite: null,
};

test('a burden that the text has shown is named as the same', () => {
  const { findings } = askRegister(given(INSPECTION), {}, [OF_TEXT]);

  expect(findings.map(({ ruleId, sameAs }) => [ruleId, sameAs])).toEqual([
    ['gate/unfiled-inspection', 'inspection/unplanned'],
  ]);
});

test('a burden that the text has shown an exemption for is a finding of its own', () => {
  const exempt: check.Finding = { ...OF_TEXT, exemption: { class: 'LAW', grade: 'shown', proof: '档案法第十条' } };

  expect(askRegister(given(INSPECTION), {}, [exempt]).findings[0]?.sameAs).toBeNull();
});

test('every register that is missing is named once, and only to whom it concerns', () => {
  const general = ['年度总量', '受限单位名单', '上级收回事项清单', '每月工时上限（本县未定）'];

  expect(askRegister(given(INSPECTION), {}).unchecked.toSorted()).toEqual(general.toSorted());
  expect(askRegister(given(TASK), {}).unchecked.toSorted()).toEqual([...general, '履职事项清单'].toSorted());
});

test('the county’s numbers go before the defaults', () => {
  const asked = given(MEETING, { neighbours: [neighbour({ shared: neighbour().shared.slice(0, 3) })] });
  function ids(overlap: number): string[] {
    return askRegister(asked, { 'gate/split-meeting': { overlap } }).findings.map(({ ruleId }) => ruleId);
  }

  expect(ids(0.6)).toContain('gate/split-meeting');
  expect(ids(0.8)).not.toContain('gate/split-meeting');
});
