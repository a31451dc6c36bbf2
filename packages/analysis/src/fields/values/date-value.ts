/** Dates in the spellings of offices, as exact as they are known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
import { readNumber } from '../../document/numerals.ts';
import { dayNumberOf, formatDay } from '../../schedule/local-time.ts';
import { foldCode, saysNothing } from './folding.ts';
import { faulty, isValue, type ValueReading } from './value-reading.ts';

/** The two day counts of spreadsheets: from 1900 (Windows) or from 1904 (old Macintosh files). */
export type SerialSystem = '1900' | '1904';

export interface DateReadingOptions {
  /** Refuses days after it and decides between 1926 and 2026 for a suggestion. */
  readonly today?: string | undefined;
  /** The system of the sheet, when the cell held a number; without it a number of five digits is a fault. */
  readonly serials?: SerialSystem | undefined;
}

const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2200;

/** What the date says, or why it cannot be told. Times of day are dropped. */
export function readDate(raw: string, { today, serials }: DateReadingOptions = {}): ValueReading {
  // Before anything else: folding would close the gap between the day and the time.
  const day = raw
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  const folded = arabic(undecorated(foldCode(day)));
  if (saysNothing(folded)) return faulty('empty', '日期还没有填。');
  const reading = readSerial(folded, serials) ?? readPlain(folded) ?? readDoubtful(folded, today);
  if (!isValue(reading) || today === undefined) return reading;
  const comparable = today.slice(0, reading.value.length);
  return reading.value > comparable ? { ...reading, note: '这个日期还没有到。' } : reading;
}

/** Without the day of the week, 生 or a remark behind the date; every kind of dash and comma between digits is one. */
function undecorated(folded: string): string {
  return folded
    .replace(/(?<=\d{4}.*)(?:\([^()\d]*\)|(?:星期|周)[一二三四五六日天]|生)$/, '')
    .replace(/(?<=\d)[—–−。,、·](?=\d)/g, '-')
    .replace(/(?<=^\d{8})\.0+$/, '');
}

/** 二〇二六年三月二日 with Arabic digits; everything else as it was. */
function arabic(folded: string): string {
  if (!/[〇零一二三四五六七八九十]/.test(folded)) return folded;
  return folded.replace(/[〇零○一二三四五六七八九十廿]+(?=[年月日号]|$)/g, (word) => String(readNumber(word) ?? word));
}

/** Spreadsheets count a 29 February 1900 that never was: the serials before it are one too low. */
function readSerial(folded: string, serials: SerialSystem | undefined): ValueReading | null {
  const [, whole] = /^(\d{1,6})(?:\.\d+)?$/.exec(folded) ?? [];
  const looksLikeYear = /^(?:1[89]|2[01])\d\d$/.test(folded) || /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(folded);
  if (whole === undefined || looksLikeYear || /^\d{4}\.\d{1,2}$/.test(folded)) return null;
  const serial = Number(whole);
  if (serials !== undefined)
    return { value: formatDay(dayOfSerial(serial, serials)), note: '由表格里的日期序号换算。' };
  if (whole.length !== 5) return null;
  return faulty('ambiguous', '这是表格内部的日期序号，不是日期。', formatDay(dayOfSerial(serial, '1900')));
}

const DAY_0_OF_1900 = dayNumberOf(1899, 12, 30) ?? 0;
const DAY_0_OF_1904 = dayNumberOf(1904, 1, 1) ?? 0;

function dayOfSerial(serial: number, system: SerialSystem): number {
  if (system === '1904') return DAY_0_OF_1904 + serial;
  return DAY_0_OF_1900 + serial + (serial < 60 ? 1 : 0);
}

const PLAIN: readonly RegExp[] = [
  /^(\d{4})年(?:(\d{1,2})月份?(?:(\d{1,2})[日号]?)?)?$/,
  /^(\d{4})[-/.年](\d{1,2})月份?$/,
  /^(\d{4})年(\d{1,2})$/,
  /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/,
  /^(\d{4})\.(\d\d|[2-9])$/,
  /^(\d{4})(\d{2})(\d{2})?$/,
  /^(\d{4})$/,
];

function readPlain(folded: string): ValueReading | null {
  for (const pattern of PLAIN) {
    const [, year, month, date] = pattern.exec(folded) ?? [];
    if (year !== undefined) return dateOf(year, month, date);
  }
  return null;
}

function dateOf(year: string, month: string | undefined, date: string | undefined): ValueReading {
  const isReal =
    Number(year) >= EARLIEST_YEAR &&
    Number(year) <= LATEST_YEAR &&
    dayNumberOf(Number(year), Number(month ?? 1), Number(date ?? 1)) !== null;
  const parts = [year, month, date].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  return isReal ? { value: parts.join('-') } : faulty('unreal-date', `没有 ${parts.join('-')} 这个日期，请核对。`);
}

function readDoubtful(folded: string, today: string | undefined): ValueReading {
  if (/民国|农历|阴历|旧历|闰|正月|腊月|冬月|初[一二三四五六七八九十]/.test(folded)) {
    return faulty('not-of-type', '请换成公历日期，如 1990-05-01。');
  }
  if (/\d{4}.*[-~至到]\d{4}/.test(folded)) return faulty('several', '填了不止一个日期，请只填一个。');
  if (/^\d{4}\.1$/.test(folded)) {
    return faulty(
      'ambiguous',
      `“${folded}”可能是 1 月，也可能是 10 月（末尾的 0 会被表格丢掉），请写成 ${folded.slice(0, 4)}-01 或 ${folded.slice(0, 4)}-10。`,
    );
  }
  return (
    readShortYear(folded, today) ??
    readYearLast(folded) ??
    faulty('not-of-type', '看不出是哪一天，请写成 1990-05-01 这样。')
  );
}

/** 90/5/1: the century is not written, and where the first part could be a day, not even which part is the year. */
function readShortYear(folded: string, today: string | undefined): ValueReading | null {
  const [, year, month, date] = /^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?[日号]?)?$/.exec(folded) ?? [];
  if (year === undefined || month === undefined) return null;
  const meant = [`19${year}`, `20${year}`]
    .map((full) => dateOf(full, month, date))
    .filter(isValue)
    .filter(({ value }) => today === undefined || value <= today.slice(0, value.length));
  const only = meant.length === 1 && Number(year) > 31 ? meant[0] : undefined;
  return faulty('ambiguous', '年份只写了两位，请写全四位，如 1990-05-01。', only?.value ?? null);
}

/** 5/1/1990, as a sheet with foreign settings shows it. */
function readYearLast(folded: string): ValueReading | null {
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(folded) ?? [];
  if (first === undefined || year === undefined) return null;
  const meant = [dateOf(year, first, second), dateOf(year, second, first)].filter(isValue).map(({ value }) => value);
  const only = new Set(meant).size === 1 ? (meant[0] ?? null) : null;
  return faulty('ambiguous', '年份写在最后，分不清月和日，请写成 1990-05-01 这样。', only);
}
