/** The county's numbers, as the rules of the gate take them. */
import type { caps, DeepReadonly } from '@qingzhuang/contract';
import type { GateSettings } from './gate.ts';
import type { Registers } from './gate-facts.ts';

type Settings = DeepReadonly<caps.CountySettings>;

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
