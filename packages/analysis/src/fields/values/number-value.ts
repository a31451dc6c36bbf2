/** Numbers as clerks write them, as a plain decimal in the unit that the element keeps. */
import { readNumber } from '../../document/numerals.ts';
import { foldCode, isScientific, saysNothing } from './folding.ts';
import { convertUnit, hasMagnitude, isCounter, isUnit, plainDecimal } from './units.ts';
import { faulty, isValue, type ValueReading } from './value-reading.ts';

const FIGURES = '[-+]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)';
const HAN =
  '[〇零一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟](?:[〇零一二三四五六七八九十百千万亿两点壹贰叁肆伍陆柒捌玖拾佰仟]*[〇零一二三四五六七八九十百千两点壹贰叁肆伍陆柒捌玖拾佰仟])?';
const WRITTEN = new RegExp(`^(${FIGURES}|${HAN}|半)([百千]?[万亿]|[百千](?=$))?(\\D*)$`);
const ROUGH =
  /^(?:大?约|近|将近|接近|大概|超过|不到|不足|至少|最多|≈|~|>|<|≥|≤)+|(?:左右|上下|以上|以下|以内|[余多](?=\D*$)|\+$)/g;

/**
 * A plain decimal without thousands, in `unit` where the answer names another one (`1.2万元` in 元 is `12000`). Rough
 * numbers, ranges and units that cannot be reckoned into `unit` are faults.
 */
export function readNumberValue(raw: string, unit: string | null = null): ValueReading {
  const folded = undecorated(foldCode(raw));
  if (saysNothing(folded)) return faulty('empty', '这里还没有填数。');
  const plain = folded.replace(ROUGH, '');
  return plain === folded ? readExact(folded, unit) : rough(plain, unit);
}

function readExact(folded: string, unit: string | null): ValueReading {
  if (isScientific(folded)) return expanded(folded);
  const spoken = readSpoken(folded);
  if (spoken !== null) return inUnit(spoken.number, '', spoken.unit, unit);
  const [, figures = '', magnitude = '', written = ''] = WRITTEN.exec(folded) ?? [];
  const number = plainFigures(figures);
  return number === null ? whyNoNumber(folded) : inUnit(number, magnitude, written, unit);
}

/** Without the sign of the currency, a full stop, 整 behind an amount, and a remark in brackets. */
function undecorated(folded: string): string {
  return folded
    .replace(/[￥¥$]|人民币/g, '')
    .replace(/(?<=.)\([^()\d]*\)$/, '')
    .replace(/(?<=[元角])[整正]$|[.。]$/, '')
    .replace(/(?<=\d)°$/, '度');
}

/** 12亩3分, 3斤2两, 三分之一, 百分之八十, 五成, 3个半: several words make one number. */
function readSpoken(folded: string): { readonly number: string; readonly unit: string } | null {
  const [, whole, unit, tenths, hundredths = '0'] =
    /^(\d+(?:\.\d+)?)(?:(?=亩\d分|斤\d两)([亩斤]))(\d)[分两](?:(\d)厘)?$/.exec(folded) ?? [];
  if (whole !== undefined && unit !== undefined) {
    return { number: plainDecimal(Number(whole) + Number(tenths) / 10 + Number(hundredths) / 100), unit };
  }
  if (!/分之|成$|成半$|个半/.test(folded)) return null;
  const value = readNumber(folded);
  if (value === null) return null;
  return folded.includes('个半')
    ? { number: plainDecimal(value), unit: '' }
    : { number: plainDecimal(value * 100), unit: '%' };
}

function whyNoNumber(folded: string): ValueReading {
  if (/^(?:无|没有|没)$/.test(folded)) return faulty('not-of-type', '没有就填 0。', '0');
  return /\d[^\d]*[-~至到—–、/,;+][^\d]*\d/.test(folded)
    ? faulty('several', '填了不止一个数，请填一个数。')
    : faulty('not-of-type', '这里要填一个数。');
}

function rough(plain: string, unit: string | null): ValueReading {
  const reading = readNumberValue(plain, unit);
  return faulty('approximate', '填的是大概数，请填准确的数。', isValue(reading) ? reading.value : null);
}

/** 1.2E+05 of a quantity is exact as long as a sheet's 15 digits hold it. */
function expanded(folded: string): ValueReading {
  const value = Number(folded);
  return Math.abs(value) < 1e15
    ? { value: plainDecimal(value), note: '由科学记数法换算。' }
    : faulty('digits-lost', '数字太长，表格已经丢了后几位，请把单元格设为文本格式再重新填。');
}

/** Null where the text is no number. */
function plainFigures(figures: string): string | null {
  if (/\d/.test(figures)) return plainDigits(figures.replaceAll(',', ''));
  const value = readNumber(figures);
  return value === null ? null : plainDecimal(value);
}

/** Digits are kept as written, so that a long number loses none. */
function plainDigits(figures: string): string {
  const [sign, unsigned] = figures.startsWith('-') ? ['-', figures.slice(1)] : ['', figures.replace('+', '')];
  const [whole = '', decimals = ''] = unsigned.split('.');
  const significant = whole.replace(/^0+(?=\d)/, '') || '0';
  const rest = decimals.replace(/0+$/, '');
  const number = rest === '' ? significant : `${significant}.${rest}`;
  return number === '0' ? number : `${sign}${number}`;
}

function inUnit(number: string, magnitude: string, written: string, wanted: string | null): ValueReading {
  const spelled = `${magnitude}${written}`;
  if (spelled === '') return { value: number };
  if (wanted === null) return withoutWantedUnit(number, magnitude, written);
  if (written === '') return withMagnitude(number, magnitude, wanted);
  const converted = reckoned(number, spelled, wanted);
  if (converted !== null) return { value: converted };
  return isUnit(spelled) || !isUnit(wanted)
    ? faulty(
        'wrong-unit',
        `这里按${wanted}填，写的是“${spelled}”。`,
        convertUnit(number, spelled.split('/')[0] ?? '', wanted),
      )
    : faulty('not-of-type', `数字后面的“${spelled}”看不懂，只填数就行。`);
}

/** Who writes 500元 into a column of 元/月 means every month. */
function reckoned(number: string, written: string, wanted: string): string | null {
  if (isCounter(written) && isCounter(wanted)) return number;
  const [amount = ''] = wanted.split('/');
  return convertUnit(number, written, wanted) ?? convertUnit(number, written, amount);
}

function withoutWantedUnit(number: string, magnitude: string, written: string): ValueReading {
  if (written !== '' && !isUnit(written)) return faulty('not-of-type', `数字后面的“${written}”看不懂，只填数就行。`);
  if (written === '%' || written === '‰')
    return { value: plainDecimal(Number(number) / (written === '%' ? 100 : 1000)) };
  return { value: magnitude === '' ? number : (convertUnit(number, `${magnitude}元`, '元') ?? number) };
}

/** 1.2万 where 万元 is asked: twelve thousand 万元 is hardly meant. */
function withMagnitude(number: string, magnitude: string, wanted: string): ValueReading {
  if (!hasMagnitude(wanted)) return { value: convertUnit(number, `${magnitude}元`, '元') ?? number };
  return faulty(
    'ambiguous',
    `这里的单位已经是${wanted}，数字后面又写了“${magnitude}”。`,
    wanted.startsWith(magnitude) ? number : null,
  );
}
