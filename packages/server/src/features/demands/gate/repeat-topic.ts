import { COPIED_TOO_MUCH, dayNumber } from '@qingzhuang/analysis';
import { drafted, given, OTHER_BUREAU, TASK, TOWN, VILLAGES } from './example.ts';
import type { Alike, AlikeText, GateCase } from './gate-facts.ts';
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
const SAME_TEXT: AlikeText = { ...SAME, ...OTHER_SUBJECT, share: 0.83 };
const NOBODY = { shared: 0, day: '2024-01-01' };

export const repeatTopic = defineGateRule({
  id: 'gate/repeat-topic',
  title: '同一事项重复要求',
  severity: 'warning',
  basis: ['provisions-2024.copying', 'provisions-2024.meeting-count'],
  suggestion: '并入已经要求的那一项；要补充的只发补充的内容。',
  options: {
    days: { default: 90, source: 'house', meaning: '同级或同一单位相隔不超过几天' },
    similarity: { default: 0.6, source: 'house', meaning: '事由相似度' },
    copied: { default: COPIED_TOO_MUCH, source: 'house', meaning: '正文中与另一事项相同的份额，不低于 0.6' },
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
      ['in the same words under another name', given(TASK, { alikeTexts: [SAME_TEXT] })],
      [
        'in the same words, by a township to others',
        given(TASK, { alikeTexts: [{ ...SAME_TEXT, ...NOBODY, issuer: TOWN }] }),
      ],
    ],
    passes: [
      ['ninety-one days ago', given(TASK, { alike: [{ ...SAME, day: '2025-12-04' }] })],
      ['asked of others', given(TASK, { alike: [{ ...SAME, shared: 0 }] })],
      ['another subject', given(TASK, { alike: [{ ...SAME, ...OTHER_SUBJECT }] })],
      ['in the same words, ninety-one days ago', given(TASK, { alikeTexts: [{ ...SAME_TEXT, day: '2025-12-04' }] })],
      ['in the same words, of others', given(TASK, { alikeTexts: [{ ...SAME_TEXT, shared: 0 }] })],
      ['in half of the words', given(TASK, { alikeTexts: [{ ...SAME_TEXT, share: 0.59 }] })],
      [
        // Both hand on what the county has ordered, each to its own villages.
        'in the same words, by another township to its own villages',
        drafted(
          { issuer: TOWN, bearers: VILLAGES },
          { facts: given(TASK, { alikeTexts: [{ ...SAME_TEXT, shared: 0, issuer: '130101102000' }] }).facts },
        ),
      ],
    ],
  },
  *find(gate, { days, similarity, copied }) {
    const { draft, facts } = gate;
    const texts = facts.alikeTexts.filter((other) => isSaidAgain(gate, other, days) && other.share >= copied);
    const byText = new Set(texts.map(({ id }) => id));
    const topics = facts.alike.filter(
      (other) => !byText.has(other.id) && isAskedAgain(gate, other, days) && likeness(draft, other) >= similarity,
    );
    const [closest] = topics.toSorted((one, other) => likeness(draft, other) - likeness(draft, one));
    const [copy] = texts;
    const first = copy ?? closest;
    if (first === undefined) return;
    const again = isAtOtherLevel(draft.issuer, first.issuer) ? '别的层级已经就此要求过' : '近期已经就此要求过';
    const share = copy === undefined ? '' : `，正文有 ${Math.floor(copy.share * 100)}% 与它相同`;
    yield {
      message: `${again}：「${first.title}」（${first.day}）${share}。`,
      demands: [...texts, ...topics].map(({ id }) => id),
      endsAll: true,
    };
  },
});

function isAskedAgain({ draft, today }: GateCase, other: Alike, days: number): boolean {
  if (other.isFromAbove) return true;
  if (other.shared === 0) return false;
  return isAtOtherLevel(draft.issuer, other.issuer) || dayNumber(today) - dayNumber(other.day) <= days;
}

/** Words that another level has used already, whomever it asked; a sibling's are its own villages' business. */
function isSaidAgain(gate: GateCase, other: AlikeText, days: number): boolean {
  return isAskedAgain(gate, other, days) || levelOf(gate.draft.issuer) !== levelOf(other.issuer);
}

/** Whether one is a body of the county and the other one of a township, or of two different townships. */
function isAtOtherLevel(one: string, other: string): boolean {
  return one.slice(6, 9) !== other.slice(6, 9);
}

/** 0 for a body of the county, 1 for one of a township, 2 for one of a village. */
function levelOf(unit: string): number {
  if (unit.slice(6, 9) === '000') return 0;
  return unit.endsWith('000') ? 1 : 2;
}
