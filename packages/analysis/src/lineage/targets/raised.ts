/** Targets that the lower text sets higher than the upper one. */
import type { Span } from '../../document/stance.ts';
import type { DocumentPair } from './document-pair.ts';
import { readMeasures, type Measure } from './measures.ts';
import { timesPer, type Rhythm } from './measures-rhythm.ts';
import { ANYTHING, type Metric, type MeasureUnit } from './measures-units.ts';
import { EQUAL_BONUS, pairUp } from './pairing.ts';

/** One side of a raised target; offsets into that side's normalised text. */
export interface Target extends Span {
  /** In `unit`: 90 percent, 50000 yuan, 7 per-week. */
  readonly value: number;
  readonly unit: MeasureUnit;
}

export interface RaisedTarget {
  readonly metric: Metric;
  readonly superior: Target;
  readonly subordinate: Target;
}

/**
 * Measures that the subordinate sets stricter than its superior, in the order of the subordinate's text: more, more often,
 * fewer faults, longer ahead, in fewer days, or the same number made a duty where it was an aim. Dates are compared by
 * `squeezed-deadlines.ts`.
 */
export function findRaised(documents: DocumentPair): RaisedTarget[] {
  const below = readMeasures(documents.lower);
  const above = readMeasures(documents.upper);
  if (below.length === 0 || above.length === 0) return [];
  const pairs = pairUp(below, above, documents.ground, {
    isComparable,
    bonus: (left, right) =>
      (isStricter(left, right) ? 0 : EQUAL_BONUS) +
      (areForOneDay(left, right) ? SAME_DAY_BONUS : 0) -
      (left.family === right.family ? 0 : OTHER_UNIT),
    kindOf: ({ metric, family }) => (NAMED_BY_UNIT.has(metric) && family !== ANYTHING ? family : null),
  });
  return pairs.flatMap((pair) => (isStricter(pair.below, pair.above) ? [told(pair.below, pair.above)] : []));
}

/** 6月底前达到60%,年内达到95%: the later stage is held against what is due then. */
const SAME_DAY_BONUS = 0.1;

function areForOneDay({ due: below }: Measure, { due: above }: Measure): boolean {
  return below !== null && below === above;
}

/** Metrics whose unit alone tells much about what is counted: metres, tons, hectares. */
const NAMED_BY_UNIT: ReadonlySet<Metric> = new Set(['数量'] as const);

/** Another word of counting fits worse than the same one. */
const OTHER_UNIT = 0.15;

function isComparable(below: Measure, above: Measure): boolean {
  if (below.metric !== above.metric || below.lessIsStricter !== above.lessIsStricter) return false;
  if (!areOneFamily(below.family, above.family)) return false;
  if (!COUNTED_OUT.has(below.metric)) return true;
  return isOwedToSame(below, above) && hasSameTurn(below, above);
}

/** What is shared out among those below, so that it matters to how many of them. */
const COUNTED_OUT: ReadonlySet<Metric> = new Set(['数量', '人数', '金额'] as const);

/** 十家企业 and 十二户企业, 三件 and 五个: 个 counts anything. */
function areOneFamily(below: string, above: string): boolean {
  return below === above || below === ANYTHING || above === ANYTHING;
}

/** 每镇三个 and 每村三个 say more and more; 每村三个 and 全镇五个 cannot be set against each other. */
function isOwedToSame({ level: below }: Measure, { level: above }: Measure): boolean {
  return below === null || above === null || below <= above;
}

/** What is owed once a month does not compare with what is owed once. */
function hasSameTurn({ rhythm: below }: Measure, { rhythm: above }: Measure): boolean {
  if (below === null || above === null) return (below ?? above)?.unit === 'per-year' || below === above;
  return true;
}

/** Less than a tenth is another way to count: four times a month is every week, three times is every ten days. */
const SAME_TURN = 1.1;

function isStricter(below: Measure, above: Measure): boolean {
  if (below.rhythm !== null && above.rhythm !== null && below.metric === '频次')
    return isOftener(below.rhythm, above.rhythm);
  if (below.lessIsStricter) return below.upper < above.upper || isMadeDuty(below, above, below.upper === above.upper);
  const [less, more] = [amountOf(below, above), amountOf(above, below)];
  if (below.rhythm !== null && above.rhythm !== null && below.rhythm.value !== above.rhythm.value)
    return less > more * SAME_TURN;
  return less > more || isMadeDuty(below, above, less === more);
}

function isOftener(below: Rhythm, above: Rhythm): boolean {
  if (below.clock === 'day' && above.clock === 'day' && below.value === above.value)
    return below.onDaysOff && !above.onDaysOff;
  if (below.clock === above.clock) return below.value > above.value * SAME_TURN;
  return below.least > above.most * SAME_TURN;
}

/** Per year where both are owed again and again. */
function amountOf({ value, rhythm }: Measure, { rhythm: other }: Measure): number {
  return rhythm !== null && other !== null && rhythm.value !== other.value ? value * rhythm.value : value;
}

/** 力争九成 became 必须达到九成: no higher number, but no longer an aim. */
function isMadeDuty({ force: below }: Measure, { force: above }: Measure, isSame: boolean): boolean {
  return isSame && below === 'firm' && above === 'aim';
}

function told(below: Measure, above: Measure): RaisedTarget {
  const isRhythm = below.metric === '频次' || differInTurnOnly(below, above);
  const unit = isRhythm ? (above.rhythm?.unit ?? above.unit) : above.unit;
  return {
    metric: isRhythm ? '频次' : below.metric,
    superior: { start: above.start, end: above.end, value: valueIn(unit, above, isRhythm), unit },
    subordinate: { start: below.start, end: below.end, value: valueIn(unit, inTurnOf(above, below), isRhythm), unit },
  };
}

/** 每月两篇 became 每周两篇. */
function differInTurnOnly({ value, rhythm }: Measure, above: Measure): boolean {
  return rhythm !== null && above.rhythm !== null && value === above.value && rhythm.value !== above.rhythm.value;
}

/** Five a week against two a month are twenty-two a month. */
function inTurnOf({ rhythm: above }: Measure, below: Measure): Measure {
  if (below.metric === '频次' || below.rhythm === null || above === null) return below;
  return { ...below, value: (below.value * below.rhythm.value) / above.value };
}

const FACTORS: Readonly<Partial<Record<MeasureUnit, number>>> = { percent: 0.01, hours: 60, days: 1440 };

function valueIn(unit: MeasureUnit, { value, rhythm }: Measure, isRhythm: boolean): number {
  if (isRhythm && rhythm !== null) return timesPer(unit, rhythm);
  const factor = FACTORS[unit] ?? 1;
  return Math.round((value / factor) * 100) / 100;
}
