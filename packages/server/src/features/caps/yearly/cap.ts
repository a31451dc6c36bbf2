/** What an issuer may still ask for in a year, and whether a demand passes. */
import { caps, Refusal, type demands, type InputError } from '@qingzhuang/contract';

/** One demand at the gate, as far as caps count it. */
export interface CapDemand {
  readonly issuer: string;
  readonly kind: demands.DemandKind;
  /** How often a year: a weekly meeting counts 52 times, so that one entry hides no series. */
  readonly times: number;
  /** For all bearers together, the likely value. */
  readonly minutes: number;
  readonly planItem: string | null;
}

/** One cap of one year. `granted` is null where nothing was granted: then it only counts. */
export interface CapState {
  readonly measure: caps.CapMeasure;
  readonly granted: number | null;
  readonly used: number;
}

/** One item of the yearly plan. */
export interface PlanItemState {
  readonly number: string;
  readonly kind: string;
  readonly issuer: string;
  readonly count: number;
  readonly used: number;
}

/** What is left to an issuer in the year of a day. */
export interface CapsLeft {
  readonly year: number;
  /** One for each of the nine measures. */
  readonly caps: readonly CapState[];
  /** The issuer's own items. */
  readonly planItems: readonly PlanItemState[];
  /** Without a list for the year, a number of it cannot be checked. */
  readonly hasPlan: boolean;
}

/** What stands against a demand; the pointer names the part of the draft. */
export function faultsOf(demand: CapDemand, left: CapsLeft): InputError[] {
  return [...capFaults(demand, left), ...planFaults(demand, left)];
}

/** Whether a demand would pass a yearly cap, of its kind or in hours. The plan is another matter. */
export function isOverCap(demand: CapDemand, left: CapsLeft): boolean {
  return capFaults(demand, left).length > 0;
}

function capFaults({ kind, times, minutes }: CapDemand, { year, caps: states }: CapsLeft): InputError[] {
  const asked = new Map<caps.CapMeasure, number>([
    [kind, times],
    ['minutes', minutes],
  ]);
  return states.flatMap(({ measure, granted, used }) => {
    const more = asked.get(measure);
    if (more === undefined || granted === null || used + more <= granted) return [];
    const name = caps.measureNames[measure];
    const unit = measure === 'minutes' ? '分钟' : '次';
    return [
      {
        pointer: measure === 'minutes' ? '/minutes' : '/kind',
        detail: `${year} 年${name}总量 ${granted} ${unit}，已用 ${used} ${unit}，本事项 ${more} ${unit}`,
      },
    ];
  });
}

function planFaults(demand: CapDemand, { year, planItems, hasPlan }: CapsLeft): InputError[] {
  const { planItem, issuer, kind, times } = demand;
  if (planItem === null || !hasPlan) return [];
  const item = planItems.find(({ number }) => number === planItem);
  if (item?.issuer !== issuer) return [planFault(`${year} 年计划中没有本单位的第 ${planItem} 项`)];
  if (item.kind !== kind) return [planFault(`计划第 ${planItem} 项是${nameOf(item.kind)}，不是${nameOf(kind)}`)];
  if (item.used + times <= item.count) return [];
  return [planFault(`计划第 ${planItem} 项共 ${item.count} 次，已用 ${item.used} 次，本事项 ${times} 次`)];
}

function planFault(detail: string): InputError {
  return { pointer: '/planItem', detail };
}

function nameOf(kind: string): string {
  return (caps.measureNames as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** How a demand passes: within its cap, or past it by somebody's decision. */
export type Passing = 'within-cap' | 'case-by-case' | 'emergency';

/** Refuses what would pass a cap or a used-up plan item, unless it passes by decision; it is counted either way. */
export function assertPasses(faults: readonly InputError[], passing: Passing): void {
  if (faults.length > 0 && passing === 'within-cap') throw new Refusal('over-cap', { errors: faults });
}

/** The largest number of minutes that is counted: an absurd estimate must not break the sum. */
const MOST_MINUTES = 1_000_000_000_000;

/** Minutes as they are counted. */
export function countedMinutes(minutes: number): number {
  return Math.min(MOST_MINUTES, Math.max(0, Math.round(minutes)));
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
