import { registered, TASK } from './example.ts';
import type { GateCase } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';

const TEN_HOURS = { majorHours: 10 };

export const noConsultation = defineGateRule({
  id: 'gate/no-consultation',
  title: '重大事项未听取基层意见',
  severity: 'warning',
  basis: ['provisions-2024.assessment'],
  suggestion: '先请几个承接单位提意见，答复后再提交。',
  options: {
    majorHours: { default: 1000, source: 'house', meaning: '全县合计多少小时以上为重大事项' },
  },
  missing: (gate, { majorHours }) =>
    isMajor(gate, majorHours) && gate.facts.registers.opinions === null ? '基层意见' : null,
  examples: {
    // The plain case takes ten hours in all.
    fires: [['ten hours and nobody asked', registered(TASK, { opinions: 0 }), TEN_HOURS]],
    passes: [
      ['ten hours and one answer', registered(TASK, { opinions: 1 }), TEN_HOURS],
      ['less than what is major', registered(TASK, { opinions: 0 }), { majorHours: 10.1 }],
    ],
  },
  *find(gate, { majorHours }) {
    if (!isMajor(gate, majorHours) || gate.facts.registers.opinions !== 0) return;
    yield { message: `全部承接单位合计达到${majorHours}小时，没有基层意见的记录。` };
  },
});

function isMajor({ draft, perBearerMinutes }: GateCase, majorHours: number): boolean {
  return perBearerMinutes.likely * draft.bearers.length >= majorHours * 60;
}
