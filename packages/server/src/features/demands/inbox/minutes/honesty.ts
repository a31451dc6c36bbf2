/** How an issuer's estimates compare with what it really took. Bearers stay unseen in it. */
import type { inbox } from '@qingzhuang/contract';

/** One bearer's answer, estimated and measured, in minutes. */
export interface Measurement {
  readonly unit: string;
  readonly estimated: number;
  readonly measured: number;
}

/** One meeting: planned and actual minutes, for so many bearers. */
export interface HeldMeeting {
  readonly planned: number;
  readonly actual: number;
  readonly bearers: number;
}

/** Fewer bearers than this would show how long one of them took. */
export const SMALLEST_GROUP = 5;

const EXPLANATION =
  '实测 ÷ 测算。实测：报表和文件从打开到答复的用时，中断超过 10 分钟的不计；会议为召集单位登记的实际时长乘以承接单位数。' +
  '其他事项多在网页之外办理，不参与计算。每满 5 个不同承接单位的实测才一并计入，不显示任何一个单位的用时。';

/**
 * The issuer's ratio. Answers enter in groups of five different bearers, in the order given: whoever looks before and
 * after one answer learns nothing about it.
 */
export function honestyOf(
  issuer: string,
  measurements: readonly Measurement[],
  meetings: readonly HeldMeeting[],
): inbox.Honesty {
  const shown = wholeGroups(measurements);
  const count = shown.length + meetings.length;
  const estimated = sum(shown.map((one) => one.estimated)) + sum(meetings.map((one) => one.planned * one.bearers));
  const measured = sum(shown.map((one) => one.measured)) + sum(meetings.map((one) => one.actual * one.bearers));
  const isEnough = count >= SMALLEST_GROUP && estimated > 0;
  return {
    issuer,
    count,
    estimatedMinutes: isEnough ? Math.round(estimated) : null,
    measuredMinutes: isEnough ? Math.round(measured) : null,
    ratio: isEnough ? Math.round((measured / estimated) * 100) / 100 : null,
    explanation: EXPLANATION,
  };
}

function wholeGroups(measurements: readonly Measurement[]): readonly Measurement[] {
  const units = new Set<string>();
  let whole = 0;
  for (const [index, { unit }] of measurements.entries()) {
    units.add(unit);
    if (units.size < SMALLEST_GROUP) continue;
    whole = index + 1;
    units.clear();
  }
  return measurements.slice(0, whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
