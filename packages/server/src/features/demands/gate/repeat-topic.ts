import { dayNumber } from '@qingzhuang/analysis';
import { drafted, given, OTHER_BUREAU, TASK, TOWN } from './example.ts';
import type { Alike, GateCase } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';
import { likeness } from './topic.ts';

const SAME: Alike = {
  id: '0198c0de-0000-7000-8000-000000000002',
  title: '小型水库清淤工作的通知',
  ask: '报送水库清淤进度',
  issuer: OTHER_BUREAU,
  day: '2026-02-20',
  shared: 2,
  isFromAbove: false,
};
const OTHER_SUBJECT = { title: '关于做好森林防火工作的通知', ask: '清理林下可燃物' };

export const repeatTopic = defineGateRule({
  id: 'gate/repeat-topic',
  title: '同一事项重复要求',
  severity: 'warning',
  basis: ['provisions-2024.copying', 'provisions-2024.meeting-count'],
  suggestion: '并入已经要求的那一项；要补充的只发补充的内容。',
  options: {
    days: { default: 90, source: 'house', meaning: '同级或同一单位相隔不超过几天' },
    similarity: { default: 0.6, source: 'house', meaning: '事由相似度' },
  },
  missing: () => null,
  examples: {
    fires: [
      ['asked by another bureau', given(TASK, { alike: [SAME] })],
      ['ninety days ago', given(TASK, { alike: [{ ...SAME, day: '2025-12-05' }] })],
      [
        'passed on from above, however long ago',
        drafted(
          { issuer: TOWN },
          { facts: given(TASK, { alike: [{ ...SAME, day: '2024-01-01', shared: 0, isFromAbove: true }] }).facts },
        ),
      ],
      [
        'a year ago, by a township to the same villages',
        given(TASK, { alike: [{ ...SAME, issuer: TOWN, day: '2025-03-05' }] }),
      ],
    ],
    passes: [
      ['ninety-one days ago', given(TASK, { alike: [{ ...SAME, day: '2025-12-04' }] })],
      ['asked of others', given(TASK, { alike: [{ ...SAME, shared: 0 }] })],
      ['another subject', given(TASK, { alike: [{ ...SAME, ...OTHER_SUBJECT }] })],
    ],
  },
  *find(gate, { days, similarity }) {
    const { draft } = gate;
    const found = gate.facts.alike.filter(
      (other) => isAskedAgain(gate, other, days) && likeness(draft, other) >= similarity,
    );
    const [first] = found.toSorted((one, other) => likeness(draft, other) - likeness(draft, one));
    if (first === undefined) return;
    const again = isAtOtherLevel(draft.issuer, first.issuer) ? '别的层级已经就此要求过' : '近期已经就此要求过';
    yield {
      message: `${again}：「${first.title}」（${first.day}）。`,
      demands: found.map(({ id }) => id),
      endsAll: true,
    };
  },
});

function isAskedAgain({ draft, today }: GateCase, other: Alike, days: number): boolean {
  if (other.isFromAbove) return true;
  if (other.shared === 0) return false;
  return isAtOtherLevel(draft.issuer, other.issuer) || dayNumber(today) - dayNumber(other.day) <= days;
}

/** Whether one is a body of the county and the other one of a township, or of two different townships. */
function isAtOtherLevel(one: string, other: string): boolean {
  return one.slice(6, 9) !== other.slice(6, 9);
}
