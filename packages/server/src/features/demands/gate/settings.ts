/** The county's numbers, as the rules of the gate take them. */
import { caps, type DeepReadonly } from '@qingzhuang/contract';
import type { GateSettings } from './gate.ts';
import type { Registers } from './gate-facts.ts';

type Settings = DeepReadonly<caps.CountySettings>;

/** What the gate asks of the county's settings: everything that is read below, and the hours that a bearer may owe. */
const GATE_KEYS: ReadonlySet<caps.SettingKey> = new Set([
  ...(['noMeetingRules', 'splitMeetingOverlap', 'splitMeetingDays', 'onlineMeetingShare'] as const),
  ...(['recollectedShare', 'inspectionsPerDay', 'inspectionsPerWeek', 'inspectionsPerMonth'] as const),
  ...(['majorHours', 'zombieIdleMonths', 'ceilingHours'] as const),
]);

/** The settings that the gate goes by. */
export function settingsOfGate(settings: readonly caps.Setting[]): caps.Setting[] {
  return settings.filter(({ key }) => GATE_KEYS.has(key));
}

/** The values alone. What a county has set comes from a column of JSON, which is an edge of the program. */
export function valuesOf(settings: readonly caps.Setting[]): caps.CountySettings {
  return caps.CountySettings.parse(Object.fromEntries(settings.map(({ key, value }) => [key, value])));
}

/** Options by rule. What a county has no setting for keeps the default of its rule. */
export function gateSettings(settings: Settings): GateSettings {
  const { weekdays, weeks } = settings.noMeetingRules;
  return {
    'gate/no-meeting-day': { days: weekdays, weeks },
    'gate/split-meeting': { overlap: settings.splitMeetingOverlap, days: settings.splitMeetingDays },
    'gate/cloud-share': { share: settings.onlineMeetingShare },
    'gate/duplicate-fields': { share: settings.recollectedShare },
    'gate/year-end-cluster': {
      perDay: settings.inspectionsPerDay,
      perWeek: settings.inspectionsPerWeek,
      perMonth: settings.inspectionsPerMonth,
    },
    'gate/no-consultation': { majorHours: settings.majorHours },
    'gate/zombie-platform': { idleMonths: settings.zombieIdleMonths },
  };
}

/** The calendar without meetings; null while the county has fixed neither days nor weeks. */
export function meetingCalendar({ noMeetingRules }: Settings): Pick<Registers, 'freeDates' | 'meetingExceptions'> {
  const { weekdays, weeks, days, exceptions } = noMeetingRules;
  const isDecided = weekdays.length + weeks.length + days.length > 0;
  return {
    freeDates: isDecided ? days : null,
    meetingExceptions: exceptions.map(({ day, reason }) => ({ day, grounds: reason })),
  };
}
