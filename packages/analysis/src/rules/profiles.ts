/**
 * Settings of single places, as editable presets. A profile may only be stricter than the national clauses; where a
 * number comes from is said by the instrument of the same key.
 */
import { findInstrument } from './instruments.ts';
import type { Confidence } from '../report.ts';

export interface Profile {
  /** Also the key of its instrument. */
  readonly key: string;
  /** Chinese name of the place. */
  readonly place: string;
  readonly confidence: Confidence;
  /** Option values by rule id. Weekdays count from Monday, 1; weeks are those of the month, from 1. */
  readonly options: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>;
}

export const PROFILES: readonly Profile[] = [
  profile('jiangmen-2014', { 'meeting/too-long': { onlineMinutes: 90 } }),
  profile('zhangjiajie-2022', {
    'meeting/too-long': { halfDayMinutes: 120 },
    'meeting/no-meeting-day': { days: [1], weeks: [2] },
  }),
  profile('hangzhou-2014', { 'meeting/no-meeting-day': { days: [3] } }),
  profile('xuancheng-2017', { 'meeting/no-meeting-day': { weeks: [2] } }),
  profile('xiangyang', { 'document/too-long': { general: 5000, special: 4000 } }),
  profile('meishan-2009', { 'document/too-long': { general: 3000, special: 3000 } }),
  profile('fengxian-2008', { 'document/too-long': { general: 3000, special: 2000 } }),
  profile('chengdu-2025', {
    'inspection/clustered': { perWeek: 2 },
    'gate/year-end-cluster': { perDay: 1, perWeek: 2, perMonth: 3 },
  }),
  profile('gaotai', { 'gate/zombie-platform': { idleMonths: 2 } }),
];

/** The profile of a key, or null. */
export function findProfile(key: string): Profile | null {
  return PROFILES.find((candidate) => candidate.key === key) ?? null;
}

function profile(key: string, options: Profile['options']): Profile {
  const instrument = findInstrument(key);
  if (instrument === null) throw new RangeError(`A profile without an instrument: ${key}`);
  return { key, place: instrument.issuer, confidence: instrument.confidence, options };
}
