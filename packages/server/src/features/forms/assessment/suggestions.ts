/** What would cost bearers less than filling in the whole form, each with the minutes it saves. */
import { formMinutes, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, forms } from '@qingzhuang/contract';
import { askedFields, fieldsToDecide, type Layout } from '../layout/layout.ts';
import { minus, minutesOf, rounded, times, type Held } from './held.ts';

type Assessment = DeepReadonly<forms.FormAssessment>;
type Suggestion = Assessment['suggestions'][number];
type Fields = Assessment['fields'];

export interface Suggesting {
  readonly timesPerYear: number;
  /** The fields that bearers are asked for, as they were assessed. */
  readonly asked: Fields;
  /** Forms that run and share fields, those that share most first. */
  readonly running: readonly forms.AlikeForm[];
}

/** From this share of common fields on, two forms may be one. House setting. */
const MERGE_SHARE = 0.6;
const MINUTES = 60;

interface Saving {
  readonly do: Suggestion['do'];
  readonly says: string;
  readonly fields: Fields;
  /** Of one bearer, one time. */
  readonly saved: Interval;
  readonly with?: string;
  readonly isDone?: boolean;
}

/** All that apply, what saves most first. Each is counted on its own. */
export function suggestionsFor(layout: Layout, held: Held, given: Suggesting): readonly Suggestion[] {
  const { before, after } = minutesOf(layout, held);
  return [
    ...prefilling(given, minus(before, after)),
    ...dropping(layout, held, given.asked),
    ...querying(given, after),
    ...merging(given, after),
  ]
    .map((saving) => toSuggestion(saving, held.bearers * given.timesPerYear))
    .toSorted((one, other) => other.hoursSaved.likely - one.hoursSaved.likely);
}

function toSuggestion(
  { do: what, says, fields, saved, with: other, isDone = false }: Saving,
  timesInAll: number,
): Suggestion {
  return {
    ...{ do: what, says, isDone },
    fields: fields.map(({ key }) => key),
    with: other ?? null,
    minutesSaved: rounded(saved),
    hoursSaved: rounded(times(saved, timesInAll / MINUTES)),
  };
}

/** What is done without anybody's asking. */
function prefilling({ asked }: Suggesting, saved: Interval): Saving[] {
  const fields = asked.filter(({ share }) => share > 0);
  if (fields.length === 0) return [];
  return [{ do: 'prefill', says: `${fields.length} 栏由系统带出，承接单位只核对`, fields, saved, isDone: true }];
}

function dropping(layout: Layout, { rows }: Held, asked: Fields): Saving[] {
  const types = new Map(askedFields(layout).map(({ key, field }) => [key, field.type]));
  function minutesFor(fields: Fields, isPrefilled: boolean): Interval {
    const costs = fields.map(({ key }) => ({ type: types.get(key) ?? ('text' as const), isPrefilled }));
    return minus(formMinutes(costs, rows), formMinutes([], rows));
  }
  const held = asked.filter(({ verdict }) => verdict === 'held');
  const undecided = new Set(fieldsToDecide(layout));
  const idle = asked.filter(({ key, verdict }) => verdict === 'not-held' && undecided.has(key));
  return [
    ...(held.length === 0 || held.length === asked.length
      ? []
      : [
          {
            do: 'drop' as const,
            says: `删去县里已有的 ${held.length} 栏，要用时从库里取`,
            fields: held,
            saved: minutesFor(held, true),
          },
        ]),
    ...(idle.length === 0
      ? []
      : [
          {
            do: 'drop' as const,
            says: `${idle.length} 栏县里没有，也没写作什么用：不用的删去`,
            fields: idle,
            saved: minutesFor(idle, false),
          },
        ]),
  ];
}

/** Where all is held, nobody need be asked at all. */
function querying({ asked }: Suggesting, saved: Interval): Saving[] {
  if (asked.length === 0 || asked.some(({ verdict }) => verdict !== 'held')) return [];
  return [{ do: 'query', says: '各栏县里都有，不用发表，直接从库里取', fields: asked, saved }];
}

function merging({ running }: Suggesting, saved: Interval): Saving[] {
  const [twin] = running;
  if (twin === undefined || twin.share < MERGE_SHARE) return [];
  const says = `与在用的「${twin.title}」合并，${twin.shared.length} 栏相同`;
  return [{ do: 'merge', says, fields: [], saved, with: twin.demand }];
}
