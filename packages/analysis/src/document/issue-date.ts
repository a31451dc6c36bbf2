import { dayNumberOf, formatDay, type Day } from '../schedule/local-time.ts';
import { readNumber } from './numerals.ts';

const YEAR = '(?:19|20)\\d\\d|[一二][〇零○oO0一二三四五六七八九]{3}';
const PART = '\\d{1,2}|[一二三四五六七八九十元]{1,3}';
/** A full date in Arabic or Chinese numerals, or with dots, dashes or slashes. Groups: year, month, date. */
export const DATE_SOURCE = `(${YEAR}) ?(?:年 ?(${PART}) ?月 ?(${PART}) ?日|[-./](\\d{1,2})[-./](\\d{1,2})日?)`;
const DATE = new RegExp(DATE_SOURCE, 'u');
const YEAR_DIGITS = '〇一二三四五六七八九';

/** The first full date in the text as `YYYY-MM-DD`; null when there is none or the calendar has no such day. */
export function readDate(text: string): Day | null {
  const [, year = '', month, date, plainMonth, plainDate] = DATE.exec(text) ?? [];
  if (year === '') return null;
  const day = dayNumberOf(readYear(year), readPart(month ?? plainMonth), readPart(date ?? plainDate));
  return day === null ? null : formatDay(day);
}

function readYear(year: string): number {
  if (/^\d/u.test(year)) return Number(year);
  return Number(year.replace(/./gu, (digit) => String(Math.max(0, YEAR_DIGITS.indexOf(digit)))));
}

function readPart(part = ''): number {
  return part === '元' ? 1 : (readNumber(part) ?? 0);
}
