/** Telephone numbers of the mainland as offices write them. */
import { foldCode, isScientific } from './folding.ts';
import { faulty, isValue, type ValueReading } from './value-reading.ts';

/**
 * Digits only, `+86` gone; several numbers of one cell joined by `、`; an extension stays behind a hyphen. Words beside
 * the numbers (本人、儿子) are dropped.
 */
export function readPhone(raw: string): ValueReading {
  const folded = raw
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\uFEFF'‘’]/g, '')
    .replace(/\((\d{3,4})\)/g, '$1-')
    .replace(/转|分机/g, '-')
    .replace(/[\p{Script=Han}:()\n\r、,;|\\]+/gu, '/')
    .trim();
  if (folded.replaceAll('/', '') === '') return faulty('empty', '电话号码还没有填。');
  if (isScientific(folded)) {
    return faulty('digits-lost', '表格把电话号码当成数字，后几位已经丢了，请把这一列设为文本格式再重新填。');
  }
  const readings = folded.split('/').filter(isWritten).flatMap(readPart);
  const wrong = readings.find((reading) => !isValue(reading));
  if (wrong !== undefined) return wrong;
  const note = readings.find((reading) => isValue(reading) && reading.note !== undefined);
  const value = [...new Set(readings.filter(isValue).map((reading) => reading.value))].join('、');
  return note !== undefined && isValue(note) ? { ...note, value } : { value };
}

function isWritten(part: string): boolean {
  return part.trim() !== '';
}

/** Spaces stand inside a number (138 0000 0000) as well as between two. */
function readPart(part: string): ValueReading[] {
  const whole = readOne(part);
  if (isValue(whole)) return [whole];
  const readings = part.trim().split(/\s+/).map(readOne);
  return readings.every(isValue) ? readings : [whole];
}

const LANDLINE = /^(0(?:10|2\d|[3-9]\d\d))-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/;

function readOne(written: string): ValueReading {
  const folded = foldCode(written).replace(/^(?:\+|00)86-?/, '');
  const digits = folded.replace(/[-.]/g, '');
  if (/^(?:86)?1[3-9]\d{9}$/.test(digits)) return { value: digits.slice(-11) };
  const [landline, area = '', number = '', extension] = LANDLINE.exec(folded) ?? [];
  if (landline !== undefined) return { value: area + number + (extension === undefined ? '' : `-${extension}`) };
  // Service numbers (400, 800) and short ones (12345, 110).
  if (/^(?:[48]00\d{7}|1\d{2,4})$/.test(digits)) return { value: digits };
  if (/^[2-9]\d{6,7}$/.test(digits)) return { value: digits, note: '座机没有写区号。' };
  return whyNoPhone(folded, digits);
}

function whyNoPhone(folded: string, digits: string): ValueReading {
  if (/[*•]/.test(folded)) return faulty('masked', '电话号码有几位被遮住了，请填完整号码。');
  return /^1\d+$/.test(digits)
    ? faulty('wrong-length', `手机号应为 11 位，“${digits}”是 ${digits.length} 位。`)
    : faulty('not-of-type', `“${folded.slice(0, 20)}”不像电话号码。`);
}
