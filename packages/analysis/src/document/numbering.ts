/** Numbers that open a heading or an item: 一、 (一) 1. (1) ① 第一条, bullets and Markdown's hashes. */
import { isHan } from './characters.ts';

export interface Numbering {
  /** 1 for 一、 and 第一章, 2 for (一) and 第一节, 3 for 1. and 第一条, 4 for (1) and ①; null for a bullet. */
  readonly level: number | null;
  /** Where the words begin. */
  readonly numberEnd: number;
  readonly isHash: boolean;
}

const LONGEST = 12;
const STARTS = '一二三四五六七八九十(0123456789第#-*•·●■◆▲★○—';
const NUMBERINGS: readonly (readonly [pattern: RegExp, level: number | null])[] = [
  [/^[一二三四五六七八九十]{1,3} ?[、.,] */u, 1],
  [/^\([一二三四五六七八九十]{1,3}\)[、.,]? */u, 2],
  [/^\d{1,2} ?(?:[、,]|\.(?!\d)) */u, 3],
  [/^\(?\d{1,2}\)[、.,]? */u, 4],
  [/^第[一二三四五六七八九十百零\d]{1,5}(?:编|章|部分) */u, 1],
  [/^第[一二三四五六七八九十百零\d]{1,5}节(?![课目假能约水气]) */u, 2],
  [/^第[一二三四五六七八九十百零\d]{1,5}条(?![例件线]) */u, 3],
  [/^[-*•·●■◆▲★○—] +|^[-•·●■◆▲★○](?=[\u4e00-\u9fff])/u, null],
];

/** The number at the start of a line, if there is one. */
export function readNumbering(text: string, start: number, end: number): Numbering | undefined {
  const code = text.charCodeAt(start);
  if (isCircled(code)) return { level: 4, numberEnd: skipSpaces(text, start + 1, end), isHash: false };
  if (!STARTS.includes(text.charAt(start) || '\n')) return undefined;
  const head = text.slice(start, Math.min(end, start + LONGEST));
  const hashes = /^(#{1,6}) +/u.exec(head);
  if (hashes) return { level: hashes[1]?.length ?? 1, numberEnd: start + hashes[0].length, isHash: true };
  for (const [pattern, level] of NUMBERINGS) {
    const found = pattern.exec(head);
    if (found) return { level, numberEnd: start + found[0].length, isHash: false };
  }
  return undefined;
}

/** ① to ⒛, ㈠ to ㈩. */
function isCircled(code: number): boolean {
  return (code >= 0x2460 && code <= 0x249b) || (code >= 0x3220 && code <= 0x3229) || (code >= 0x2776 && code <= 0x2793);
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isHan(text.charCodeAt(at)) && (text.charAt(at) === ' ' || text.charAt(at) === '、')) at++;
  return at;
}
