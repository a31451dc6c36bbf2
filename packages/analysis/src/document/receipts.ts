/** Words in the text itself that say when it was sent out or came in: 16:40发至各校, 上午十点接到通知. */
import { at, dayNumber, dayOf, formatDay, type Day, type LocalTime } from '../schedule/local-time.ts';
import { startOfWork, type WorkHours } from '../schedule/working-time.ts';
import { resolveMoment } from './moment-time.ts';
import { MOMENT_PATTERN, readMoment, type Moment } from './moments.ts';

export interface Receipt {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null where neither the words nor the document's date give it. */
  readonly day: Day | null;
  /** Minute of the day; null when only the day is told. */
  readonly minute: number | null;
  /** The instant, when the day is known; without a minute the start of work. */
  readonly at: LocalTime | null;
}

const VERB =
  /(?:收到|收文|接到|接(?=[此本]|通知|电话|上级|[市县区镇]里))(?!(?:的|群众|举报|投诉|申请|报警|报案|反映|线索|诉求|申报|报告)|.{0,4}(?:之日|之时|后|起))|下发(?!的)|发至|发到|发出|发给|发往|发(?=[,，。;；\n]|$)|通知到|来电|转来|送达|签收/g;
const BEFORE_VERB = new RegExp(`(?<moment>${MOMENT_PATTERN})(?:许|左右|整)?(?:才|方|刚|由[^,，。;；\\n]{1,8})?$`);
const LABEL = new RegExp(
  `(?:收文|接收|收到|接文|发文|发送|下发)(?:时间|日期)(?:为|是)?[:： ]{0,3}(?<moment>${MOMENT_PATTERN})`,
);

/** Longest words of a moment before the verb. */
const REACH = 32;

/** The first receipt that the text tells of, or null. `issuedOn` gives the day that 今日 and a bare time mean. */
export function findReceipt(
  text: string,
  context: { readonly issuedOn: Day | null; readonly workHours: WorkHours },
): Receipt | null {
  const label = LABEL.exec(text);
  if (label !== null) return receiptOf(label[0], label.index, { moment: label.groups?.['moment'] ?? '', ...context });
  for (const verb of text.matchAll(VERB)) {
    const from = Math.max(0, verb.index - REACH);
    const found = BEFORE_VERB.exec(text.slice(from, verb.index));
    if (found === null) continue;
    const receipt = receiptOf(found[0] + verb[0], from + found.index, {
      moment: found.groups?.['moment'] ?? '',
      ...context,
    });
    if (receipt !== null) return receipt;
  }
  return null;
}

function receiptOf(
  text: string,
  start: number,
  context: { readonly moment: string; readonly issuedOn: Day | null; readonly workHours: WorkHours },
): Receipt | null {
  const moment = readMoment(context.moment);
  if (moment === null || moment.recurring || isAhead(moment)) return null;
  const minute = moment.clock?.kind === 'minute' ? moment.clock.minute : null;
  const day = dayOfReceipt(moment, context);
  // A day alone is the receipt only where something came in; 3月5日下发 may cite another document.
  if (minute === null && (day === null || !/[收接]/.test(text))) return null;
  return {
    text,
    start,
    end: start + text.length,
    day,
    minute,
    at: day === null ? null : instant(day, minute, context.workHours),
  };
}

function isAhead({ day }: Moment): boolean {
  return day?.kind === 'offset' && day.days > 0;
}

function instant(day: Day, minute: number | null, hours: WorkHours): LocalTime {
  return minute === null ? startOfWork(day, hours) : at(dayNumber(day), minute);
}

function dayOfReceipt(
  { day }: Moment,
  { issuedOn, workHours }: { readonly issuedOn: Day | null; readonly workHours: WorkHours },
): Day | null {
  if (day === null) return issuedOn;
  const dated = day.kind === 'date' && typeof day.year === 'number';
  if (issuedOn === null && !dated) return null;
  const anchor = issuedOn === null ? 0 : startOfWork(issuedOn, workHours);
  const resolved = resolveMoment({ day, clock: null, weekday: null, recurring: false }, anchor, workHours);
  return resolved.at === null ? null : formatDay(dayOf(resolved.at));
}
