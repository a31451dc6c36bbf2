/** Codes that text fields hold: of organisations, bank accounts and post offices. */
import { foldCode, isScientific } from './folding.ts';
import { readIdentityNumber } from './identity-number.ts';
import { faulty, isValue, type ValueReading } from './value-reading.ts';

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The unified social credit code of GB 32100-2015: 18 signs in upper case, the last one a check sign. */
export function readCreditCode(raw: string): ValueReading {
  const folded = foldCode(raw).toUpperCase().replaceAll('-', '');
  if (folded === '') return faulty('empty', '统一社会信用代码还没有填。');
  if (isScientific(folded)) return faulty('digits-lost', LOST);
  if (folded.length !== 18) {
    return faulty('wrong-length', `统一社会信用代码应为 18 位，这里是 ${folded.length} 位。`);
  }
  if (isCreditCode(folded)) return { value: folded };
  const repaired = folded.replaceAll('O', '0').replaceAll('I', '1').replaceAll('S', '5').replaceAll('Z', '2');
  if (repaired !== folded) {
    return faulty('look-alike', '统一社会信用代码里没有字母 I、O、S、Z。', isCreditCode(repaired) ? repaired : null);
  }
  return faulty('wrong-checksum', '统一社会信用代码校验不过，请对照登记证书核一遍。');
}

/** Weights are the powers of 3 modulo 31. */
function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, 17)) {
    sum += CREDIT_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_SIGNS.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

const LOST = '表格把这串号码当成数字，后几位已经丢了，找不回来。请先把这一列设为文本格式，再重新填。';

/**
 * Digits of a bank card or account. Cards (16 to 19 digits from 62 up) must pass the Luhn check; passbook accounts carry
 * no published check and come back with a note.
 */
export function readBankAccount(raw: string): ValueReading {
  const folded = foldCode(raw).replaceAll('-', '');
  if (folded === '') return faulty('empty', '银行账号还没有填。');
  if (isScientific(folded)) return faulty('digits-lost', LOST);
  if (!/^\d+$/.test(folded)) return faulty('not-of-type', '银行账号只应有数字。');
  if (folded.length < 9 || folded.length > 30) {
    return faulty('wrong-length', `银行账号一般为 9 至 30 位，这里是 ${folded.length} 位。`);
  }
  if (!/^62\d{14,17}$/.test(folded)) return { value: folded, note: '不是银联卡号，没有校验码可核。' };
  if (passesLuhn(folded)) return { value: folded };
  return folded.endsWith('000')
    ? faulty('digits-lost', LOST)
    : faulty('wrong-checksum', '银行卡号校验不过，请对照卡面核一遍。');
}

/** Every second digit from the right doubled, digits of the products added: a multiple of 10. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - at));
    const counted = at % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/**
 * The number of a disability certificate: the identity number, one digit of the kind (1 to 7), one of the grade (1 to 4),
 * and `B1`, `B2` … for one that replaces a lost one.
 */
export function readDisabilityCertificate(raw: string): ValueReading {
  const folded = foldCode(raw).toUpperCase().replaceAll('-', '');
  if (folded === '') return faulty('empty', '残疾证号还没有填。');
  if (isScientific(folded)) return faulty('digits-lost', LOST);
  const [, number, rest] = /^(\d{17}[\dX])([1-7][1-4](?:B\d{1,2})?)$/.exec(folded) ?? [];
  if (number === undefined || rest === undefined) {
    return faulty(
      'wrong-length',
      '残疾证号是 18 位身份证号后面加 1 位类别、1 位等级，共 20 位（补办的再加 B 和次数）。',
    );
  }
  const reading = readIdentityNumber(number);
  return isValue(reading) ? { value: folded } : reading;
}

/** Six digits; a leading zero that a sheet dropped is suggested back. */
export function readPostcode(raw: string): ValueReading {
  const folded = foldCode(raw);
  if (folded === '') return faulty('empty', '邮政编码还没有填。');
  if (/^[0-8]\d{5}$/.test(folded)) return { value: folded };
  const meant = /^[1-9]\d{4}$/.test(folded) ? `0${folded}` : null;
  return faulty('wrong-length', '邮政编码应为 6 位数字。', meant);
}
