import type { FillType } from '../../form-fill.ts';
import { escapeXml } from '../../markup.ts';
import type { CellFormat } from './cell-formats.ts';

/** What goes into a cell: nothing, text, or a number as it is stored. */
export type CellContent = null | { readonly text: string } | { readonly number: string };

export interface CellKind {
  readonly format: CellFormat;
  /** Days count from 1904 instead of 1900. */
  readonly is1904: boolean;
}

/** More digits than that are not kept by a number of a sheet. */
const MOST_DIGITS = 15;
const MILLISECONDS_A_DAY = 86_400_000;
const PRECISIONS = ['year', 'month', 'day'] as const;
/** The 1900 system counts a 29 February that never was: only from here on do all programs agree on the days. */
const FIRST_SURE_DAY = 61;

/** The content that a value becomes in a cell of a format. What a number or a date cannot hold stays text. */
export function contentOf(value: string, type: FillType, { format, is1904 }: CellKind): CellContent {
  if (value === '') return null;
  const number =
    type === 'number' ? numberOf(value, format) : type === 'date' ? serialOf(value, format, is1904) : undefined;
  return number === undefined ? { text: value } : { number };
}

/** The inner markup of a cell and the value of its `t` attribute. Text stands in the cell itself, never as a formula. */
export function writeContent(content: CellContent, prefix: string): { inner: string; type: string | undefined } {
  if (content === null) return { inner: '', type: undefined };
  if ('number' in content) return { inner: `<${prefix}v>${content.number}</${prefix}v>`, type: undefined };
  const text = `<${prefix}t xml:space="preserve">${escapeXml(escapeCodes(content.text))}</${prefix}t>`;
  return { inner: `<${prefix}is>${text}</${prefix}is>`, type: 'inlineStr' };
}

/** `_x0041_` is how the format writes a sign by its code, so the same signs as text need their underscore written so. */
function escapeCodes(text: string): string {
  if (!/_x|\r/iu.test(text)) return text;
  return text
    .replace(/_(?=x[\da-f]{4}_)/giu, '_x005F_')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}

function numberOf(value: string, format: CellFormat): string | undefined {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(value)) return undefined;
  if (value.replace(/\D/gu, '').replace(/^0+/u, '').length > MOST_DIGITS) return undefined;
  // A cell that shows per cent stores 12.5 % as 0.125; typing 12.5 into it does the same.
  return format === 'percent' ? hundredth(value) : value;
}

/** Moves the point instead of dividing, which would leave 0.07 as 0.07000000000000001. */
function hundredth(value: string): string {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = value.slice(sign.length).split('.');
  const digits = whole.padStart(3, '0');
  const fraction = (digits.slice(-2) + part).replace(/0+$/u, '');
  return `${sign}${digits.slice(0, -2).replace(/^0+(?=\d)/u, '')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The day's number when the cell shows no more of a date than is known. */
function serialOf(value: string, format: CellFormat, is1904: boolean): string | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(value);
  const shown = PRECISIONS.indexOf(format as (typeof PRECISIONS)[number]);
  if (found === null || shown < 0 || found[shown + 1] === undefined) return undefined;
  const [, year, month = '01', day = '01'] = found;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!new Date(time).toISOString().startsWith(`${year}-${month}-${day}`)) return undefined;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const serial = Math.round((time - start) / MILLISECONDS_A_DAY);
  return serial >= (is1904 ? 0 : FIRST_SURE_DAY) ? String(serial) : undefined;
}
