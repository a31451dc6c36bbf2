/** How Word prints automatic numbers. Names are those of the `numFmt` values of the format. */

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸';
const EARTHLY_BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Longer numbers are printed in Arabic digits; no list is that long. */
const LARGEST = 9999;

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimalZero', (value: number) => String(value).padStart(2, '0')],
  ['upperRoman', (value: number) => roman(value).toUpperCase()],
  ['lowerRoman', roman],
  ['upperLetter', (value: number) => letters(value).toUpperCase()],
  ['lowerLetter', letters],
  ['chineseCounting', (value: number) => (value < 100 ? counted(value, DIGITS, '十百千') : digitwise(value))],
  ['chineseCountingThousand', counting],
  ['japaneseCounting', counting],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', counting],
  ['ideographDigital', digitwise],
  ['taiwaneseDigital', digitwise],
  ['japaneseDigitalTenThousand', digitwise],
  ['chineseLegalSimplified', legal],
  ['ideographLegalTraditional', legal],
  ['japaneseLegal', legal],
  ['ideographTraditional', (value: number) => picked(value, HEAVENLY_STEMS)],
  ['ideographZodiac', (value: number) => picked(value, EARTHLY_BRANCHES)],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', (value: number) => ranged(value, 20, 0x2474)],
  ['decimalEnclosedFullstop', (value: number) => ranged(value, 20, 0x2488)],
  ['ideographEnclosedCircle', (value: number) => ranged(value, 10, 0x3280)],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['none', () => ''],
]);

/** Prints a number the way a list level shows it; unknown formats fall back to Arabic digits. */
export function formatNumber(value: number, format: string): string {
  const print = FORMATS.get(format);
  if (print === undefined || value < 0 || value > LARGEST) return String(value);
  return print(value);
}

/** ① … ㊿, in brackets from 51 on. */
export function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36);
  return `(${value})`;
}

function counting(value: number): string {
  return counted(value, DIGITS, '十百千');
}

function legal(value: number): string {
  return counted(value, LEGAL_DIGITS, '拾佰仟');
}

/** Up to 9,999: 十二, 二十, 一百零五, 一千零二十. */
function counted(value: number, digits: string, units: string): string {
  if (value === 0) return digits.charAt(0);
  const places = Array.from(String(value)).map(Number);
  let text = '';
  let gap = false;
  for (const [index, digit] of places.entries()) {
    const power = places.length - 1 - index;
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += digits.charAt(digit) + (power === 0 ? '' : units.charAt(power - 1));
  }
  return value >= 10 && value < 20 ? text.replace(/^一/u, '') : text;
}

function digitwise(value: number): string {
  return Array.from(String(value))
    .map((digit) => DIGITS.charAt(Number(digit)))
    .join('');
}

function picked(value: number, signs: string): string {
  return value >= 1 && value <= signs.length ? signs.charAt(value - 1) : String(value);
}

function ranged(value: number, last: number, firstCode: number): string {
  return value >= 1 && value <= last ? String.fromCodePoint(firstCode + value - 1) : String(value);
}

function fullWidth(value: number): string {
  return Array.from(String(value))
    .map((digit) => String.fromCodePoint(0xff10 + Number(digit)))
    .join('');
}

/** a … z, aa, bb … as Word counts, not as spreadsheets do. */
function letters(value: number): string {
  if (value === 0) return '';
  return String.fromCodePoint(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  let text = '';
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}
