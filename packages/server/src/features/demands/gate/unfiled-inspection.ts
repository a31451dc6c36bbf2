import { drafted, INSPECTION, registered, TASK } from './example.ts';
import type { GateCase } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';

export const unfiledInspection = defineGateRule({
  id: 'gate/unfiled-inspection',
  title: '督查检查未备案',
  severity: 'error',
  basis: ['provisions-2024.inspection-plan', 'inspect-2018.plan'],
  suggestion: '写明计划编号或备案编号；都没有的先报批备案，或并入已有的一次。',
  sameAs: ['inspection/unplanned'],
  options: {},
  kinds: ['inspection'],
  missing: ({ draft: { planItem, details }, facts: { registers } }) => {
    if (details.kind !== 'inspection') return null;
    if (planItem !== null && registers.plan === null) return '年度计划';
    return planItem === null && details.filingNo !== null && registers.filings === null ? '备案登记' : null;
  },
  examples: {
    fires: [
      ['neither number', drafted({ details: INSPECTION })],
      ['a filing number that does not resolve', filed('督备2026-7')],
      ['a plan number that does not resolve', planned('2026-查-9')],
    ],
    passes: [
      ['filed', filed('督备2026-1')],
      ['planned', planned('2026-查-1')],
      ['a task', drafted({ details: TASK })],
    ],
  },
  *find({ draft: { planItem, details }, facts: { registers } }) {
    if (details.kind !== 'inspection') return;
    const { filingNo } = details;
    const isPlanned = planItem !== null && registers.plan?.includes(planItem) === true;
    const isFiled = filingNo !== null && registers.filings?.includes(filingNo) === true;
    if (isPlanned || isFiled) return;
    const number = planItem ?? filingNo;
    yield {
      message: number === null ? '没有计划编号，也没有备案编号。' : `计划和备案登记中都没有“${number}”。`,
    };
  },
});

function filed(filingNo: string): GateCase {
  return registered({ ...INSPECTION, filingNo }, { filings: ['督备2026-1'] });
}

function planned(planItem: string): GateCase {
  return drafted({ details: INSPECTION, planItem }, { facts: registered(INSPECTION, { plan: ['2026-查-1'] }).facts });
}
