/** Identity numbers in what people write: they stand nowhere in clear. */
import { readValue } from '@qingzhuang/analysis';
import { Refusal } from '@qingzhuang/contract';

/** Eighteen signs with a day in them, whatever the check sign says: a mistyped number tells as much. */
const NUMBER = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/u;
/** Of former times; codes of villages with three more digits look alike, but nobody born before 1930 has one. */
const OLD_NUMBER = /(?<!\d)[1-9]\d{5}[3-9]\d{8}(?!\d)/gu;

/** Whether an identity number stands somewhere in a text, also one that is written in groups. */
export function holdsIdentityNumber(text: string): boolean {
  const folded = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/(?<=\d)[\s·-](?=[\dX])/gu, '');
  if (NUMBER.test(folded)) return true;
  return (folded.match(OLD_NUMBER) ?? []).some((number) => 'value' in readValue(number, 'identity-number'));
}

/** Words of people that are kept in clear: a name or a row says of whom they are. */
export function assertNoIdentityNumber(words: string, pointer: string): void {
  if (!holdsIdentityNumber(words)) return;
  throw new Refusal('invalid-input', { errors: [{ pointer, detail: '请不要写身份证号，写姓名或第几行就行' }] });
}
