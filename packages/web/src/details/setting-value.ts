import { caps } from '@qingzhuang/contract';

/** How a setting is typed: by the shape of its value, which the contract has. */
export type SettingShape = 'number' | 'share' | 'text' | 'hours-by-nature' | 'totals' | 'no-meeting';

const SHARES: ReadonlySet<caps.SettingKey> = new Set([
  ...(['speechParadeShare', 'splitMeetingOverlap', 'onlineMeetingShare', 'longPreambleShare'] as const),
  ...(['recollectedShare', 'hundredPercentFrom', 'revivedSimilarity', 'copiedShare'] as const),
  ...(['localMeasureShare', 'deadlineCompressedRatio', 'reverseEvaluationWeight'] as const),
]);

export function shapeOf(key: caps.SettingKey): SettingShape {
  if (key === 'noMeetingRules') return 'no-meeting';
  if (key === 'ceilingHours') return 'hours-by-nature';
  if (key === 'yearlyTotals') return 'totals';
  if (key === 'workHours') return 'text';
  return SHARES.has(key) ? 'share' : 'number';
}

export const NATURES = ['township', 'subdistrict', 'village', 'community'] as const;

const MINUTES_PER_HOUR = 60;

/** The fields of a value of several numbers. */
export function partsOf(shape: SettingShape): readonly string[] {
  if (shape === 'hours-by-nature') return NATURES;
  return shape === 'totals' ? caps.CapMeasure.options : [];
}

/** What stands in the fields: one text for each, named `value` where there is only one. */
export type Typed = Readonly<Record<string, string>>;

/** A value as it stands in its fields. Shares are typed in per cent, minutes of totals in hours. */
export function typedOf(shape: SettingShape, value: unknown): Typed {
  if (value === null) return {};
  if (shape === 'no-meeting') return typedRules(value as caps.NoMeetingRules);
  if (shape === 'share') return { value: String(roundShare(Number(value) * 100)) };
  if (typeof value === 'number' || typeof value === 'string') return { value: String(value) };
  const numbers = value as Readonly<Record<string, number>>;
  return Object.fromEntries(
    Object.entries(numbers).map(([part, number]) => [
      part,
      String(part === 'minutes' ? Math.round(number / MINUTES_PER_HOUR) : number),
    ]),
  );
}

function typedRules({ weekdays, weeks, days, exceptions }: caps.NoMeetingRules): Typed {
  return {
    weekdays: weekdays.join(),
    weeks: weeks.join(),
    days: days.join('\n'),
    exceptions: exceptions.map(({ day, reason }) => `${day} ${reason}`).join('\n'),
  };
}

/** The value that the fields stand for. What makes no sense is left to the server, which says so. */
export function valueOf(shape: SettingShape, typed: Typed): unknown {
  const { value = '' } = typed;
  if (shape === 'no-meeting') return rulesOf(typed);
  if (shape === 'text') return value;
  if (shape === 'number') return value === '' ? null : Number(value);
  if (shape === 'share') return value === '' ? null : roundShare(Number(value)) / 100;
  const parts = partsOf(shape).flatMap((part) => {
    const text = typed[part] ?? '';
    return text === '' ? [] : [[part, Number(text) * (part === 'minutes' ? MINUTES_PER_HOUR : 1)] as const];
  });
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

function rulesOf({ weekdays = '', weeks = '', days = '', exceptions = '' }: Typed): caps.NoMeetingRules {
  return {
    weekdays: numbersOf(weekdays),
    weeks: numbersOf(weeks),
    days: linesOf(days),
    exceptions: linesOf(exceptions).map((line) => {
      const [day = '', ...words] = line.split(/[\s，,：:]+/u);
      return { day, reason: words.join(' ') };
    }),
  };
}

/** `1,3` */
export function numbersOf(text: string): number[] {
  return text === '' ? [] : text.split(',').map(Number);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A third is typed as 33.33. */
function roundShare(perCent: number): number {
  return Math.round(perCent * 100) / 100;
}
