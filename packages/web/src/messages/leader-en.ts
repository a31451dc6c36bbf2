import type { leaderZh } from './leader-zh.ts';

const GROUPED = new Intl.NumberFormat('en-GB');

function hours(minutes: number): string {
  if (minutes !== 0 && Math.abs(minutes) < 60) return `${String(Math.round(minutes))}\u00a0min`;
  return `${GROUPED.format(Math.round(minutes / 60))}\u00a0h`;
}

/** The words of the leader's page in English. Reasons go into the register and stay Chinese. */
export const leaderEn: typeof leaderZh = {
  leader: {
    hours,
    title: 'One page',
    verdict: (minutes, change) => {
      const recent = `About ${hours(minutes)} newly asked of the grassroots in four weeks`;
      if (change === null) return recent;
      if (Math.abs(change) < 0.005) return `${recent}, as in the four before`;
      return `${recent}, ${String(Math.round(Math.abs(change) * 100))}% ${change < 0 ? 'less' : 'more'} than in the four before`;
    },
    nothing: 'Nothing was newly asked of the grassroots in four weeks',
    asOf: (day) => `As of ${day}`,
    print: 'Print',
    how: 'How it is computed',
    more: (count) => `${String(count)} in all; the weightiest stand here`,
    weeks: {
      title: 'Hours newly asked of the grassroots, by week',
      through: 'Through the gate',
      past: 'Past the gate',
      running: 'not over yet',
      label: (week, through, past) =>
        `Week of ${week}: ${through} through the gate${past === null ? '' : `, ${past} past it`}`,
      how: 'On the day of admission the likely time of the demand for all its bearers (a year’s worth where it recurs) counts for that week; what was withdrawn before it began does not. Orders past the gate count on the day of registration: the likely time of one unit times the units that registered it. The comparison takes the last four complete weeks.',
    },
    kinds: {
      title: 'By kind',
      demands: (count) => `${String(count)} demands`,
      how: 'The same thirteen weeks, computed the same way, added up by kind; what went past the gate is not in.',
    },
    issuers: {
      title: 'Who asks most: against their own caps',
      none: 'No demands this year yet.',
      hours: (used, granted) => `${used} of ${granted} granted`,
      noCap: (used) => `${used}, no cap of hours granted`,
      kind: (kind, used, granted) => `${kind}: ${String(used)} of ${String(granted)}`,
      over: (count) => `${String(count)} over the cap`,
      beyond: 'over',
      all: (count) => `All ${String(count)} units`,
      how: 'Each unit is compared with its own caps of this year only. The percentage is used over granted, of hours or of times, whichever is fuller; units without caps stand behind, without one. Emergencies and what passed case by case count as used.',
    },
    forecast: {
      title: 'By the end of the year',
      likely: (likely) => `Probably about ${likely} this year`,
      range: (low, high) => `Nine times of ten between ${low} and ${high}`,
      granted: (granted) => `Granted: ${granted}`,
      used: (used) => `Used: ${used}`,
      none: 'Nothing was used this year, so nothing can be forecast.',
      minutes: 'In minutes: ',
    },
    heaviest: {
      title: 'Live demands that cost the most',
      none: 'No demand is live.',
      how: 'Demands that are admitted or running, by the likely time of all their bearers together.',
    },
    waiting: {
      title: 'Waiting to be decided case by case',
      none: 'Nothing waits to be decided case by case.',
      how: 'Demands over a cap, off the plan, of several departments or with errors must be decided case by case; by likely time.',
    },
    stop: {
      suspend: 'Suspend',
      defer: 'Put off a week',
      suspendOf: (ask) => `Suspend: ${ask}`,
      deferOf: (ask) => `Put off a week: ${ask}`,
      because: 'Because',
      own: 'Another reason',
      done: { suspend: 'Suspended', defer: (day) => `Put off to ${day}` },
      reasons: {
        suspend: ['基层正忙防汛抢险', '与其他事项重复', '基层工时已满'],
        defer: ['基层工时已满', '先与有关部门会商', '等上级文件明确'],
      },
      confirm: 'Confirm',
      cancel: 'Cancel',
    },
    emergencies: {
      title: 'Emergencies',
      none: 'No emergency is under way.',
      overdue: (count) => `${String(count)} not reviewed within 48 hours`,
      isOverdue: (due) => `Review was due ${due}`,
      due: (due) => `Review by ${due}`,
      reviewed: 'Reviewed',
      how: 'Emergencies that still run, and those that are over but not reviewed. The office must review an emergency within 48 hours.',
    },
    offGate: {
      title: 'Issued past the gate',
      none: 'No order past the gate was registered in thirteen weeks.',
      unknown: 'Issuer not known yet',
      demands: (count) => `${String(count)} demands`,
      how: 'The grassroots paste an order without a code; what matches nothing in the register counts for whoever issued it: the likely time of one unit times the units that registered it. Who registered it is not shown.',
    },
    exceptional: {
      title: 'Passed case by case',
      none: 'None in thirteen weeks.',
      over: (count) => `${String(count)} of them over a cap`,
      isOver: 'over the cap',
      errors: (count) => `${String(count)} errors not mended`,
      how: 'What the office or a leader admitted case by case in the thirteen weeks, by hours; the reasons are published with the demands.',
    },
  },
};
