/** Minutes of an activity for one bearer: Σ cost × factor, times people and occurrences. */
import type { Interval } from '../report.ts';
import {
  ACTIVITIES,
  FACTOR_NAMES,
  type ActivityDefinition,
  type ActivityKind,
  type FactorName,
  type Factors,
  type Term,
} from './activities.ts';
import { assumptionOf, COSTS, type Cost } from './costs.ts';
import { scaled, total } from './intervals.ts';

export interface Estimate {
  readonly label: string;
  /** Null as soon as one factor is unknown. */
  readonly minutes: Interval | null;
  /** Chinese: how the figure is put together. */
  readonly formula: string;
  /** Chinese sentences, one for each assumed cost that took part. */
  readonly assumptions: readonly string[];
  /** Chinese names of the factors that are missing. */
  readonly missing: readonly string[];
}

/** Factors that stand for one where nothing is said; all others stand for none. */
const ONE_BY_DEFAULT: ReadonlySet<FactorName> = new Set<FactorName>(['items', 'rows', 'people', 'occurrences']);

/** The minutes alone, or null when a factor is missing. */
export function estimateMinutes(kind: ActivityKind, factors: Factors): Interval | null {
  const definition: ActivityDefinition = ACTIVITIES[kind];
  const terms = countedTerms(definition, factors);
  return missingFactors(definition, terms, factors).length > 0 ? null : minutesOf(terms, factors);
}

function countedTerms({ terms }: ActivityDefinition, factors: Factors): Term[] {
  return terms.filter((term) => termFactor(term, factors) !== 0);
}

/** The minutes with how they came about. Negative and infinite factors count as missing. */
export function estimate(kind: ActivityKind, factors: Factors): Estimate {
  const definition: ActivityDefinition = ACTIVITIES[kind];
  const terms = countedTerms(definition, factors);
  const missing = missingFactors(definition, terms, factors);
  return {
    label: definition.label,
    minutes: missing.length > 0 ? null : minutesOf(terms, factors),
    formula: formulaOf(terms, factors),
    assumptions: [...new Set(terms.flatMap(({ cost }) => assumptionOf(COSTS[cost]) ?? []))],
    missing: missing.map((name) => FACTOR_NAMES[name]),
  };
}

function missingFactors({ required }: ActivityDefinition, terms: readonly Term[], factors: Factors): FactorName[] {
  const used = new Set<FactorName>([...required, 'people', 'occurrences']);
  for (const { by, perRow } of terms) {
    if (by !== null) used.add(by);
    if (perRow === true) used.add('rows');
  }
  return [...used].filter(
    (name) => valueOf(name, factors) === null || (required.includes(name) && factors[name] === undefined),
  );
}

function minutesOf(terms: readonly Term[], factors: Factors): Interval | null {
  const once = total(terms.map((term) => scaled(COSTS[term.cost].minutes, termFactor(term, factors) ?? 0)));
  return once === null
    ? null
    : scaled(once, (valueOf('people', factors) ?? 1) * (valueOf('occurrences', factors) ?? 1));
}

function termFactor({ by, perRow }: Term, factors: Factors): number | null {
  const count = by === null ? 1 : valueOf(by, factors);
  const rows = perRow === true ? valueOf('rows', factors) : 1;
  return count === 0 ? 0 : count === null || rows === null ? null : count * rows;
}

function valueOf(name: FactorName, factors: Factors): number | null {
  const value = factors[name];
  if (value === undefined) return ONE_BY_DEFAULT.has(name) ? 1 : 0;
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}

function formulaOf(terms: readonly Term[], factors: Factors): string {
  const sum = terms.map((term) => `${COSTS[term.cost].meaning}×${written(termFactor(term, factors))}`).join('＋');
  return `（${sum}）×${written(valueOf('people', factors))}人×${written(valueOf('occurrences', factors))}次`;
}

function written(value: number | null): string {
  return value === null ? '未知' : String(Number(value.toPrecision(6)));
}

/** Replaces an assumed cost by measured times: the mean is drawn towards the assumption while answers are few. */
export function shrunk(cost: Cost, measured: readonly number[], weightOfAssumption = 5): Interval {
  const count = measured.length;
  if (count === 0) return cost.minutes;
  const mean = measured.reduce((sum, value) => sum + value, 0) / count;
  const share = count / (count + weightOfAssumption);
  const ratio = share * (mean / cost.minutes.likely) + (1 - share);
  return scaled(cost.minutes, ratio);
}
