import { caps } from '@qingzhuang/contract';
import { given, MEETING, TASK } from './example.ts';
import type { Cap, GateCase } from './gate-facts.ts';
import { defineGateRule, type GateMatch } from './gate-rule.ts';

const THREE_MEETINGS: Cap = { of: 'meeting', limit: 3, used: 2 };
const TWENTY_HOURS: Cap = { of: 'minutes', limit: 1200, used: 600 };

export const overCap = defineGateRule({
  id: 'gate/over-cap',
  title: '超出总量',
  severity: 'error',
  basis: ['provisions-2024.count'],
  suggestion: '并入已有事项，或撤销一项腾出总量；确有必要的报减负办一事一议。',
  options: {},
  missing: ({ facts: { caps } }) => (caps === null ? '年度总量' : null),
  examples: {
    fires: [
      ['a fourth meeting of three', given(MEETING, { caps: [{ ...THREE_MEETINGS, used: 3 }] })],
      ['two meetings where one is left', given({ ...MEETING, timesPerYear: 2 }, { caps: [THREE_MEETINGS] })],
      ['ten hours where less than that is left', given(TASK, { caps: [{ ...TWENTY_HOURS, used: 601 }] })],
    ],
    passes: [
      ['the third meeting of three', given(MEETING, { caps: [THREE_MEETINGS] })],
      ['the last ten hours', given(TASK, { caps: [TWENTY_HOURS] })],
      ['a cap of another kind', given(TASK, { caps: [{ of: 'meeting', limit: 0, used: 0 }] })],
      ['no number decided', given(MEETING, { caps: [{ of: 'meeting', limit: null, used: 900 }] })],
    ],
  },
  *find(gate) {
    const { kind } = gate.draft.details;
    for (const cap of gate.facts.caps ?? []) if (cap.of === kind || cap.of === 'minutes') yield* overrun(cap, gate);
  },
});

function overrun({ of, limit, used }: Cap, { draft, perBearerMinutes }: GateCase): GateMatch[] {
  // Once a week counts as often as fifty-two single ones.
  const more = of === 'minutes' ? perBearerMinutes.likely * draft.bearers.length : draft.details.timesPerYear;
  if (limit === null || used + more <= limit) return [];
  const [all, spent, asked] = [limit, used, more].map((number) => spoken(number, of));
  return [
    { message: `本单位今年${caps.measureNames[of]}总量${all ?? ''}，已用${spent ?? ''}，本事项还要${asked ?? ''}。` },
  ];
}

function spoken(number: number, of: Cap['of']): string {
  return of === 'minutes' ? `${Math.round(number / 6) / 10}小时` : `${number}次`;
}
