/** Identity numbers after GB 11643-1999: 6 digits of division, 8 of birth, 3 of sequence, 1 check sign. */
import { dayNumberOf } from '../../schedule/local-time.ts';
import { foldCode, isScientific } from './folding.ts';
import { faulty, type ValueReading } from './value-reading.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** GB/T 2260: provinces; 81 to 83 stand for residence permits of Hong Kong, Macao and Taiwan, 91 and up for foreigners. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['〇', '0'],
  ['零', '0'],
  ['L', '1'],
  ['I', '1'],
  ['|', '1'],
  ['×', 'X'],
  ['✕', 'X'],
  ['✖', 'X'],
  ['S', '5'],
  ['B', '8'],
  ['Z', '2'],
]);
const OLDEST_YEARS = 125;

/** Papers whose numbers carry no checksum that is published; they are kept as written. */
const OTHER_PAPERS: readonly (readonly [RegExp, string])[] = [
  [/^[HM]\d{8}(?:\d{2})?$/, '港澳居民来往内地通行证'],
  [/^[A-Z]{3}\d{12}$/, '外国人永久居留证（旧版）'],
  [/^(?:[A-Z]\d{8}|E[A-Z]\d{7})$/, '护照'],
];

/**
 * The 18 signs with upper X, or why not. Numbers of the first generation (15 digits) are converted; permits whose numbers
 * cannot be checked come back with a note. `today` allows refusing births in the future.
 */
export function readIdentityNumber(raw: string, today?: string): ValueReading {
  const folded = undecorated(foldCode(raw).toUpperCase());
  if (folded === '') return faulty('empty', '身份证号还没有填。');
  if (isScientific(foldCode(raw))) return digitsLost();
  if (/^\d[\dX]*[*•●#]+[\dX]*$/.test(folded)) return faulty('masked', '身份证号有几位被遮住了，请填完整号码。');
  if (/^\d{15}$/.test(folded)) return readFirstGeneration(folded, today);
  if (/^\d{17}[\dX]$/.test(folded)) return judge(folded, today);
  const paper = OTHER_PAPERS.find(([pattern]) => pattern.test(folded));
  if (paper !== undefined) return { value: folded, note: `像是${paper[1]}号码，系统不核对真假，请自行看准。` };
  return readMistyped(folded, today);
}

/** Without 身份证： before it, a remark in brackets behind it, what stands between groups, and the tail of a number cell. */
function undecorated(folded: string): string {
  return folded
    .replace(/^\p{Script=Han}+:/u, '')
    .replace(/\([^()\d]*\)$/, '')
    .replace(/\.0$/, '')
    .replace(/[-·.](?=\d)/g, '');
}

/** The check sign of the first 17 digits. */
function checkSign(digits: string): string {
  let sum = 0;
  for (const [at, weight] of WEIGHTS.entries()) sum += Number(digits[at]) * weight;
  return CHECK_SIGNS.charAt(sum % 11);
}

function judge(number: string, today: string | undefined, note?: string): ValueReading {
  if (checkSign(number) !== number.charAt(17)) {
    if (/^\d{15}000$/.test(number)) return digitsLost();
    return faulty('wrong-checksum', '身份证号校验不过，有一位或两位写错了，请对照证件核一遍。');
  }
  if (!PROVINCES.test(number))
    return faulty('unknown-division', '身份证号开头不是任何地方的行政区划代码，请对照证件核一遍。');
  const birth = birthFault(number.slice(6, 14), today);
  if (birth !== null) return birth;
  const said = note ?? noteOn(number);
  return said === null ? { value: number } : { value: number, note: said };
}

function noteOn(number: string): string | null {
  if (/^8[1-3]/.test(number)) return '港澳台居民居住证号码，只核了出生日期和校验码。';
  return number.startsWith('9') ? '外国人永久居留证号码，只核了出生日期和校验码。' : null;
}

function birthFault(birth: string, today: string | undefined): ValueReading | null {
  const [year, month, date] = [Number(birth.slice(0, 4)), Number(birth.slice(4, 6)), Number(birth.slice(6))];
  if (year < 1800 || dayNumberOf(year, month, date) === null) {
    return faulty('unreal-date', `身份证号里的出生日期 ${birth} 不存在，请对照证件核一遍。`);
  }
  if (today === undefined) return null;
  if (birth > today.replaceAll('-', '')) return faulty('future-date', `身份证号里的出生日期 ${birth} 还没有到。`);
  return year < Number(today.slice(0, 4)) - OLDEST_YEARS
    ? faulty('unreal-date', `按身份证号算已超过 ${OLDEST_YEARS} 岁，请对照证件核一遍。`)
    : null;
}

/** Sequences from 996 up were kept for those born before 1900. */
function readFirstGeneration(digits: string, today: string | undefined): ValueReading {
  const century = Number(digits.slice(12)) >= 996 ? '18' : '19';
  const seventeen = `${digits.slice(0, 6)}${century}${digits.slice(6)}`;
  return judge(`${seventeen}${checkSign(seventeen)}`, today, '15 位旧身份证号，已换算成 18 位。');
}

function digitsLost(): ValueReading {
  return faulty(
    'digits-lost',
    '表格把身份证号当成数字，后几位已经丢了，找不回来。请先把这一列设为文本格式，再重新填。',
  );
}

/** Other signs in place of digits, or a number that is too short or too long. */
function readMistyped(folded: string, today: string | undefined): ValueReading {
  const repaired = Array.from(folded, (sign) => LOOK_ALIKES.get(sign) ?? sign).join('');
  if (repaired !== folded && /^(?:\d{15}|\d{17}[\dX])$/.test(repaired)) {
    const reading = readIdentityNumber(repaired, today);
    const suggestion = 'value' in reading ? reading.value : null;
    return faulty('look-alike', '身份证号里混进了字母或汉字（如 O 当 0、l 当 1）。', suggestion);
  }
  if (/^\d{17}[\dX][^\dX]+\d{17}[\dX]$/.test(folded)) return faulty('several', '填了不止一个身份证号，请只填一个。');
  if (!/^\d+X?$/.test(folded)) return faulty('not-of-type', '这不像身份证号，只应有数字，最后一位可以是 X。');
  const meant = folded.length === 17 && checkSign(folded) === 'X' ? judge(`${folded}X`, today) : null;
  return faulty(
    'wrong-length',
    `身份证号应为 18 位，这里是 ${folded.length} 位。`,
    meant !== null && 'value' in meant ? meant.value : null,
  );
}

/** `YYYY-MM-DD` of a stored number; null for a paper that is no identity number. */
export function birthDateOf(number: string): string | null {
  const [, year, month, date] = /^\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dX]$/.exec(number) ?? [];
  return year === undefined ? null : `${year}-${month ?? ''}-${date ?? ''}`;
}

/** 男 or 女 by the sequence's last digit; null for a paper that is no identity number. */
export function sexOf(number: string): '男' | '女' | null {
  if (!/^\d{17}[\dX]$/.test(number)) return null;
  return Number(number.charAt(16)) % 2 === 1 ? '男' : '女';
}
