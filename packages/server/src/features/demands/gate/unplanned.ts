import { drafted, MEETING, registered, TASK } from './example.ts';
import { defineGateRule } from './gate-rule.ts';

export const unplanned = defineGateRule({
  id: 'gate/unplanned',
  title: '计划外事项',
  severity: 'warning',
  basis: ['provisions-2024.count', 'provisions-2024.meeting-count'],
  suggestion: '写明年度计划中的编号；没有列入的报减负办一事一议。',
  options: {},
  // Inspections have a rule of their own, which is stricter; tasks and forms are in no yearly plan.
  kinds: ['meeting', 'campaign'],
  missing: ({ draft: { planItem }, facts }) => (planItem !== null && facts.registers.plan === null ? '年度计划' : null),
  examples: {
    fires: [
      ['a meeting without a number', drafted({ details: MEETING })],
      ['a number that is not in the plan', withNumber('2026-会-9')],
    ],
    passes: [
      ['a number of the plan', withNumber('2026-会-1')],
      ['a task', drafted({ details: TASK })],
    ],
  },
  *find({ draft: { planItem }, facts }) {
    if (planItem === null) yield { message: '没有写年度计划编号，也没有一事一议的决定。' };
    else if (facts.registers.plan?.includes(planItem) === false) {
      yield { message: `年度计划中没有编号“${planItem}”。` };
    }
  },
});

function withNumber(planItem: string): ReturnType<typeof drafted> {
  return drafted({ details: MEETING, planItem }, { facts: registered(MEETING, { plan: ['2026-会-1'] }).facts });
}
