import { given, TASK, VILLAGES } from './example.ts';
import type { GateFacts } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';
import { loadOf } from './load.ts';

const [FIRST, SECOND] = VILLAGES;

export const overBurden = defineGateRule({
  id: 'gate/over-burden',
  title: '超出基层工时上限',
  severity: 'warning',
  basis: [],
  suggestion: '改到工时有余的月份，缩短用时，或不再要求这些单位。',
  options: {},
  missing: ({ facts: { ceilings } }) => (ceilings === null ? '每月工时上限（本县未定）' : null),
  examples: {
    // The plain case takes two hours.
    fires: [
      ['a minute above ten hours', given(TASK, owing(481))],
      ['no hours left from the start', given(TASK, { ceilings: new Map([[FIRST, 60]]) })],
    ],
    passes: [
      ['ten hours', given(TASK, owing(480))],
      ['another unit owes too much', given(TASK, { ...owing(0), minutesOwed: new Map([['130101101299', 900]]) })],
      ['a unit without a ceiling', given(TASK, { ...owing(0), minutesOwed: new Map([[SECOND, 900]]) })],
      ['two hours a year, in four months', given({ ...TASK, timesPerYear: 12 }, owing(570))],
    ],
  },
  *find({ draft, perBearerMinutes, facts, today }) {
    const { minutes } = loadOf(draft, perBearerMinutes.likely, today);
    const units = draft.bearers.filter(
      (unit) => (facts.minutesOwed.get(unit) ?? 0) + minutes > (facts.ceilings?.get(unit) ?? Infinity),
    );
    if (units.length > 0) yield { message: `${units.length}个承接单位当月工时将超过本县规定的上限。`, units };
  },
});

/** The first village owes this much, and may owe ten hours. */
function owing(minutes: number): Partial<GateFacts> {
  return { minutesOwed: new Map([[FIRST, minutes]]), ceilings: new Map([[FIRST, 600]]) };
}
