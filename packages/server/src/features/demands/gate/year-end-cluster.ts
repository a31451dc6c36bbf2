import { dayNumber } from '@qingzhuang/analysis';
import { daysOf, meet, monthOf, weekOf, type Period } from './day.ts';
import { drafted, given, INSPECTION, neighbour, VILLAGES } from './example.ts';
import type { GateCase, Neighbour } from './gate-facts.ts';
import { defineGateRule } from './gate-rule.ts';

export const yearEndCluster = defineGateRule({
  id: 'gate/year-end-cluster',
  title: '检查扎堆',
  severity: 'warning',
  basis: ['provisions-2024.inspection-plan', 'chengdu-2025.text'],
  suggestion: '与已经安排的一次合并，或改到次数未满的时段。',
  sameAs: ['inspection/clustered'],
  options: {
    perDay: { default: 1, source: 'chengdu-2025', meaning: '一个单位一天最多几次' },
    perWeek: { default: 2, source: 'chengdu-2025', meaning: '一个单位一周最多几次' },
    perMonth: { default: 3, source: 'chengdu-2025', meaning: '一个单位一月最多几次' },
  },
  kinds: ['inspection'],
  missing: () => null,
  examples: {
    fires: [
      ['the second on a day', visitsOn('2026-03-12')],
      ['the third in a week', visitsOn('2026-03-09', '2026-03-15')],
      ['the fourth in a month', visitsOn('2026-03-01', '2026-03-02', '2026-03-31')],
      ['one visit where none is allowed', visitsOn(), { perDay: 0 }],
    ],
    passes: [
      ['the second in a week', visitsOn('2026-03-09')],
      ['the Sunday before and the Monday after', visitsOn('2026-03-08', '2026-03-16')],
      ['the third in a month', visitsOn('2026-03-01', '2026-03-31')],
      ['the months before and after', visitsOn('2026-02-27', '2026-02-28', '2026-04-01')],
      [
        'visits to different villages',
        given(INSPECTION, { neighbours: [visitOn('2026-03-09', 0), visitOn('2026-03-10', 1)] }),
      ],
      ['a meeting on the day', given(INSPECTION, { neighbours: [neighbour()] })],
      ['no visit', drafted({})],
    ],
  },
  *find(gate, { perDay, perWeek, perMonth }) {
    const { details } = gate.draft;
    if (details.kind !== 'inspection') return;
    const day = dayNumber(details.from);
    const limits: readonly Limit[] = [
      { name: '一天', most: perDay, period: { first: day, last: dayNumber(details.until) } },
      { name: '一周', most: perWeek, period: weekOf(day) },
      { name: '一月', most: perMonth, period: monthOf(day) },
    ];
    for (const limit of limits) {
      const crowded = crowdedUnits(gate, limit);
      if (crowded.units.length === 0) continue;
      yield {
        message: `${crowded.units.length}个承接单位${limit.name}内的检查将达${crowded.most}次，超过${limit.most}次。`,
        units: crowded.units,
        demands: crowded.visits.map(({ id }) => id),
      };
      return;
    }
  },
});

interface Limit {
  readonly name: string;
  readonly most: number;
  readonly period: Period;
}

interface Crowd {
  readonly units: readonly string[];
  readonly visits: readonly Neighbour[];
  /** Visits to the unit that gets most of them, this one included. */
  readonly most: number;
}

function crowdedUnits({ draft, facts }: GateCase, { most, period }: Limit): Crowd {
  const visits = facts.neighbours.filter((other) => other.kind === 'inspection' && meet(daysOf(other), period));
  const counts = new Map<string, number>(draft.bearers.map((unit) => [unit, 1]));
  for (const unit of visits.flatMap(({ shared }) => shared)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const units = [...counts].filter(([, count]) => count > most).map(([unit]) => unit);
  return {
    units,
    visits: visits.filter(({ shared }) => shared.some((unit) => units.includes(unit))),
    most: Math.max(0, ...counts.values()),
  };
}

function visitsOn(...days: readonly string[]): GateCase {
  return given(INSPECTION, { neighbours: days.map((day) => visitOn(day, 0)) });
}

function visitOn(day: string, village: 0 | 1): Neighbour {
  return neighbour({
    kind: 'inspection',
    startsAt: `${day}T00:00:00+08:00`,
    endsAt: `${day}T23:59:59+08:00`,
    shared: [VILLAGES[village]],
  });
}
