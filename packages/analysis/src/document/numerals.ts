/** Numbers as Chinese offices write them: Arabic, full-width, Chinese, formal, shares. */

/** Every sign that counts, and the plain one it stands for. */
const PLAIN_SIGNS: ReadonlyMap<string, string> = new Map(
  [
    '〇零○0',
    '一壹1',
    '二贰貳两兩2',
    '三叁參3',
    '四肆4',
    '五伍5',
    '六陆陸6',
    '七柒7',
    '八捌8',
    '九玖9',
    '十拾十',
    '百佰百',
    '千仟千',
    '万萬万',
    '亿億亿',
  ].flatMap((family) => Array.from(family, (sign): [string, string] => [sign, family.slice(-1)])),
);

const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

const SCORES: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['卅', '三十'],
  ['卌', '四十'],
]);

// Every run is bounded: a line of a million digits must not be scanned again from each of them.
const ARABIC = '(?<![0-9０-９])[0-9０-９]{1,12}(?:[,，][0-9０-９]{3}){0,4}(?:[.．][0-9０-９]{1,6})?[百千万萬亿億]{0,2}';
const HAN = '[〇零○一二三四五六七八九十百千万亿两兩廿卅卌半几壹贰貳叁肆伍陆陸柒捌玖拾佰仟萬億]';
const MASKED = '[0-9]{0,6}[*＊×Ｘ\uFFFD]{1,6}[0-9]{0,6}|(?<![A-Za-z])X{1,3}(?![A-Za-z])';

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
  // Most numbers of a document are a few plain digits, or one Chinese one.
  if (/^[0-9]{1,9}$/.test(text)) return Number(text);
  const digit = text.length === 1 ? '一二三四五六七八九'.indexOf(text) : -1;
  if (digit >= 0) return digit + 1;
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
  const [, base, part] = /^(.+)分之(.+)$/.exec(text) ?? [];
  if (base !== undefined) return scaled(part, base === '万' ? 10_000 : readPlain(base));
  if (text.endsWith('%')) return scaled(text.slice(0, -1), 100);
  if (text.endsWith('‰')) return scaled(text.slice(0, -1), 1000);
  const [, tenths, hundredths] = /^(.+)成(.?)$/.exec(text) ?? [];
  return tenths === undefined ? null : readTenths(tenths, hundredths);
}

/** 九成二 is 92 %. */
function readTenths(tenths: string, hundredths = ''): number | null {
  const whole = readPlain(tenths);
  const rest = hundredths === '' ? 0 : hundredths === '半' ? 5 : readPlain(hundredths);
  return whole === null || rest === null ? null : tidy((whole * 10 + rest) / 100);
}

function scaled(text: string | undefined, base: number | null): number | null {
  const value = readPlain(text);
  return value === null || base === null || base === 0 ? null : tidy(value / base);
}

/** Keeps 0.07 from becoming 0.07000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function readPlain(text = ''): number | null {
  if (text === '半' || text === '一半' || text === '半个') return 0.5;
  if (!text.endsWith('个半')) return readArabic(text) ?? readHan(text);
  const whole = readPlain(text.slice(0, -'个半'.length));
  return whole === null ? null : whole + 0.5;
}

function readArabic(text: string): number | null {
  const [, whole, decimals = '', units = ''] =
    /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?([百千]?[万萬亿億]?)$/.exec(text) ?? [];
  if (whole === undefined) return null;
  let value = Number(whole.replaceAll(',', '') + decimals);
  for (const unit of plainSigns(units)) value *= UNITS.get(unit) ?? 1;
  return tidy(value);
}

function plainSigns(text: string): string {
  return Array.from(text, (sign) => PLAIN_SIGNS.get(sign) ?? sign).join('');
}

function readHan(text: string): number | null {
  const plain = plainSigns(text);
  const [, whole, decimals = ''] = /^([^点]+)点(\d+)$/.exec(plain) ?? [];
  if (whole !== undefined) {
    const value = additive(whole);
    return value === null ? null : Number(`${value}.${decimals}`);
  }
  if (isRoughPair(plain)) return null;
  return /^\d+$/.test(plain) ? Number(plain) : additive(plain);
}

/** 三五, 七八: two neighbours side by side mean "some". */
function isRoughPair(plain: string): boolean {
  return plain === '35' || (plain.length === 2 && '123456789'.includes(plain));
}

/** Signs to a number by sections of 亿 and 万; null where digits and units make no number (十七八, 二三十). */
function additive(plain: string): number | null {
  let total = 0;
  let section = '';
  let lastUnit = 1;
  for (const sign of plain) {
    const unit = UNITS.get(sign) ?? 0;
    if (unit < 10_000) {
      section += sign;
      continue;
    }
    if (section === '') total *= unit;
    else total += sectionValue(section) * unit;
    if (total === 0) return null;
    section = '';
    lastUnit = unit;
  }
  if (section !== '') total += tailValue(section, lastUnit);
  return Number.isNaN(total) ? null : total;
}

/** 一万二 is 12,000: a lone digit after a large unit counts in the next lower unit. */
function tailValue(section: string, lastUnit: number): number {
  return lastUnit > 1 && /^[1-9]$/.test(section) ? (Number(section) * lastUnit) / 10 : sectionValue(section);
}

/** A number below 10,000, or NaN. 一百二 is 120, 一百零二 is 102. */
function sectionValue(section: string): number {
  const [short, ...places] =
    /^(?:([1-9]?)千)?0?(?:([1-9]?)百)?0?(?:([1-9]?)十)?(0?[0-9])?$/.exec(section.replace(/^0(?=.)/, '')) ?? [];
  if (short === undefined) return Number.NaN;
  if (/[百千][1-9]$/.test(section))
    return sectionValue(section + (section.endsWith('百', section.length - 1) ? '十' : '百'));
  const [thousands, hundreds, tens, ones] = places;
  return placeValue(thousands, 1000) + placeValue(hundreds, 100) + placeValue(tens, 10) + Number(ones ?? 0);
}

/** A unit without a digit counts once (十, 百); an absent unit counts nothing. */
function placeValue(digit: string | undefined, unit: number): number {
  if (digit === undefined) return 0;
  return (digit === '' ? 1 : Number(digit)) * unit;
}
