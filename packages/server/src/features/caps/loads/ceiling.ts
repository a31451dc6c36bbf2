import type { caps, DeepReadonly } from '@qingzhuang/contract';

/** A bearer's month against its ceiling, in minutes. */
export interface CeilingLeft {
  readonly ceiling: number;
  /** Below zero where more is asked than the county allows. */
  readonly left: number;
}

const MINUTES_PER_HOUR = 60;

/** What is left of a bearer's month; null where the county has set no ceiling for units of this nature. */
export function ceilingLeft(
  ceilings: DeepReadonly<caps.CeilingHours> | null,
  nature: string,
  minutes: number,
): CeilingLeft | null {
  const hours = (ceilings as Readonly<Record<string, number | undefined>> | null)?.[nature];
  if (hours === undefined) return null;
  const ceiling = hours * MINUTES_PER_HOUR;
  return { ceiling, left: ceiling - minutes };
}
