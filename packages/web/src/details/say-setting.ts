import type { caps, DeepReadonly } from '@qingzhuang/contract';
import { useCapsWords } from '../messages/caps.ts';
import { NATURES, shapeOf } from './setting-value.ts';

type Named = Pick<DeepReadonly<caps.Setting>, 'key' | 'unit'>;

/** Says a setting's value as people say it. */
export function useSayValue(): (setting: Named, value: unknown) => string {
  const { caps: words } = useCapsWords();
  const { settings } = words;
  function sayRules({ weekdays, weeks, days, exceptions }: caps.NoMeetingRules): string {
    const said = [
      ...weekdays.map((day) => settings.noMeeting.days[day - 1] ?? ''),
      ...weeks.map(settings.noMeeting.week),
      ...(days.length > 0 ? [settings.noMeeting.ownDaysCount(days.length)] : []),
      ...(exceptions.length > 0 ? [settings.noMeeting.exceptionsCount(exceptions.length)] : []),
    ];
    return said.length === 0 ? settings.noMeeting.none : said.join('、');
  }
  function sayParts(value: Readonly<Record<string, number>>, unit: string): string {
    const isHours = NATURES.some((nature) => nature in value);
    return Object.entries(value)
      .map(([part, number]) =>
        isHours
          ? `${settings.natures[part] ?? part} ${words.number(number)} ${unit}`
          : `${words.measures[part as caps.CapMeasure]} ${words.amount(part as caps.CapMeasure, number)}`,
      )
      .join('，');
  }
  return ({ key, unit }, value) => {
    if (value === null) return settings.undecided;
    switch (shapeOf(key)) {
      case 'no-meeting':
        return sayRules(value as caps.NoMeetingRules);
      case 'hours-by-nature':
      case 'totals':
        return sayParts(value as Readonly<Record<string, number>>, unit);
      case 'share':
        return `${String(Math.round(Number(value) * 1000) / 10)}%`;
      case 'number':
        return `${words.number(Number(value))} ${unit}`.trim();
      case 'text':
        return value as string;
    }
  };
}
