/** Numbers as Chinese offices write them: Arabic, full-width, Chinese, formal, shares. */

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...digits('〇零○', 0),
  ...digits('一壹', 1),
  ...digits('二贰貳两兩', 2),
  ...digits('三叁參', 3),
  ...digits('四肆', 4),
  ...digits('五伍', 5),
  ...digits('六陆陸', 6),
  ...digits('七柒', 7),
  ...digits('八捌', 8),
  ...digits('九玖', 9),
]);

const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['萬', 10_000],
  ['亿', 100_000_000],
  ['億', 100_000_000],
]);

const SCORES: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['卅', '三十'],
  ['卌', '四十'],
]);

const ARABIC = '[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[百千万萬亿億]{0,2}';
const HAN = '[〇零○一二三四五六七八九十百千万亿两兩廿卅卌半几壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬億]';
const MASKED = '[0-9]*[*＊×Ｘ]+[0-9]*|(?<![A-Za-z])X{1,3}(?![A-Za-z])';

/**
 * Regex source (no groups, no flags needed) of everything that `readNumber` can judge, the vague and the masked included:
 * so that `十几户` or `**分钟` is seen as one quantity without a number instead of as another, wrong number.
 */
export const NUMBER_PATTERN =
  `(?:(?:百分之|千分之|万分之)?(?:${MASKED}|${ARABIC}|数(?=[十百千万亿])${HAN}{1,12}|${HAN}{1,16}(?:点${HAN}{1,6}|分之${HAN}{1,9})?)` +
  `(?:[余多](?=[万亿个户人名项次条份张家处件%％成])[万亿]?)?(?:个半|成${HAN}?|[%％‰])?|若干)`;

/**
 * The value of one written number, or null when it is vague (三五, 若干, 十几, 30余), masked (`**`, `X`) or no number.
 * Shares are fractions: 八成 → 0.8, 九成二 → 0.92, 85% → 0.85, 三分之一 → 1/3.
 */
export function readNumber(text: string): number | null {
  const folded = fold(text);
  return folded === '' ? null : (readShare(folded) ?? readPlain(folded));
}

function fold(text: string): string {
  return text
    .replace(/[０-９．，％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[ 　\t]/g, '')
    .replace(/[廿卅卌]/g, (sign) => SCORES.get(sign) ?? sign);
}

function readShare(text: string): number | null {
  const fraction = /^(.+)分之(.+)$/.exec(text);
  if (fraction) {
    const base = fraction[1] === '万' ? 10_000 : readPlain(fraction[1] ?? '');
    return base === null || base === 0 ? null : scaled(fraction[2], 1 / base);
  }
  if (text.endsWith('%')) return scaled(text.slice(0, -1), 0.01);
  if (text.endsWith('‰')) return scaled(text.slice(0, -1), 0.001);
  const tenths = /^(.+)成(.?)$/.exec(text);
  if (!tenths) return null;
  const hundredths = tenths[2] === '' ? 0 : readPlain(tenths[2] ?? '');
  const whole = readPlain(tenths[1] ?? '');
  if (whole === null || hundredths === null) return null;
  return tidy((whole * 10 + (tenths[2] === '半' ? 5 : hundredths)) / 100);
}

function scaled(text: string | undefined, factor: number): number | null {
  const value = readPlain(text ?? '');
  return value === null ? null : tidy(value * factor);
}

/** Keeps 0.07 from becoming 0.07000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function readPlain(text: string): number | null {
  const half = /^(.*[^半])个半$/.exec(text);
  if (half) {
    const whole = readPlain(half[1] ?? '');
    return whole === null ? null : whole + 0.5;
  }
  if (text === '半' || text === '一半' || text === '半个') return 0.5;
  return readArabic(text) ?? readHan(text);
}

function readArabic(text: string): number | null {
  const parts = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([百千]?[万萬亿億]?)$/.exec(text);
  if (!parts) return null;
  const [, whole = '', decimals = '', units = ''] = parts;
  let value = Number(whole.replaceAll(',', '') + decimals);
  for (const unit of units) value *= unitValue(unit);
  return tidy(value);
}

function unitValue(sign: string): number {
  return SMALL_UNITS.get(sign) ?? LARGE_UNITS.get(sign) ?? 1;
}

function readHan(text: string): number | null {
  const point = text.indexOf('点');
  if (point > 0) {
    const whole = readHan(text.slice(0, point));
    const decimals = positional(text.slice(point + 1));
    return whole === null || decimals === null ? null : Number(`${whole}.${decimals}`);
  }
  if (isRoughPair(text)) return null;
  const read = positional(text);
  return read === null ? additive(text) : Number(read);
}

/** 三五, 七八: two neighbours side by side mean "some". */
function isRoughPair(text: string): boolean {
  if (text.length !== 2) return false;
  const [first, second] = [...text].map((sign) => DIGITS.get(sign));
  if (first === undefined || second === undefined || first === 0) return false;
  return second === first + 1 || (first === 3 && second === 5);
}

/** 二〇二六 → "2026"; null unless every sign is a digit. */
function positional(text: string): string | null {
  let read = '';
  for (const sign of text) {
    const digit = DIGITS.get(sign);
    if (digit === undefined) return null;
    read += String(digit);
  }
  return read === '' ? null : read;
}

/** 一万二千零五 by sections of 亿 and 万; null where the order of digits and units makes no number (十七八, 二三十). */
function additive(text: string): number | null {
  let total = 0;
  let section = '';
  let lastUnit = 1;
  for (const sign of text) {
    const unit = LARGE_UNITS.get(sign);
    if (unit === undefined) {
      section += sign;
      continue;
    }
    const value = section === '' ? null : sectionValue(section);
    if (section === '' && total === 0) return null;
    total = section === '' ? total * unit : total + (value ?? Number.NaN) * unit;
    section = '';
    lastUnit = unit;
  }
  if (section !== '') total += tailValue(section, lastUnit);
  return Number.isFinite(total) ? total : null;
}

/** 一万二 is 12,000: a lone digit after a large unit counts in the next lower unit. */
function tailValue(section: string, lastUnit: number): number {
  const digit = section.length === 1 ? DIGITS.get(section) : undefined;
  if (digit !== undefined && lastUnit > 1) return (digit * lastUnit) / 10;
  return sectionValue(section) ?? Number.NaN;
}

/** A number below 10,000, or null. Units must fall from left to right. */
function sectionValue(section: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let zero = false;
  for (const sign of section) {
    const unit = SMALL_UNITS.get(sign);
    if (unit !== undefined) {
      if (unit >= lastUnit || digit === 0) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zero = false;
      continue;
    }
    const next = DIGITS.get(sign);
    if (next === undefined || (digit !== null && digit !== 0)) return null;
    zero ||= next === 0;
    digit = next === 0 ? null : next;
  }
  if (digit === null) return total;
  // 一百二 is 120, 一百零二 is 102.
  return total + (lastUnit >= 100 && lastUnit < 10_000 && !zero ? (digit * lastUnit) / 10 : digit);
}

function digits(signs: string, value: number): [string, number][] {
  return [...signs].map((sign) => [sign, value]);
}
