/** Foldings that never change what a value says. */

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF\u00AD]/g;
const SPACES = /[\s\u3000\u00A0]+/g;

/**
 * Prose for storing: invisible signs and outer spaces gone, full-width letters and digits made plain; Chinese
 * punctuation stays as it was written.
 */
export function foldText(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** A number, date or code for reading: everything half-width, without spaces and without the text mark of Excel. */
export function foldCode(raw: string): string {
  return raw
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(SPACES, '')
    .replace(/^['’‘`]/, '');
}

const NOTHING_WRITTEN = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '一一',
  '/',
  '\\',
  '／',
  '无数据',
  '空',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '#N/A',
]);

/** A stroke, a dash or an error of the sheet in place of an answer. */
export function saysNothing(folded: string): boolean {
  return NOTHING_WRITTEN.has(folded);
}

/** 1.30102E+17: what a sheet shows of a long number that it took for a quantity. */
export function isScientific(folded: string): boolean {
  return /^[+-]?\d(?:\.\d+)?E\+?\d{1,3}$/i.test(folded);
}
