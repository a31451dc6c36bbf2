/** The views of one identity number that forms ask for. */

/** `masked-6-4`: the first six and the last four signs stay. `grouped`: 6, 8 and 4 with spaces between. */
export type IdentityView =
  'whole' | 'grouped' | 'fifteen' | 'birth' | `first-${number}` | `last-${number}` | `masked-${number}-${number}`;

const VIEW = /^(?:whole|grouped|fifteen|birth|(?:first|last)-\d+|masked-\d+-\d+)$/;
const NUMERALS = '零一二三四五六七八九十';

/** Whether a word, say of a derivation, names a view. */
export function isIdentityView(word: string): word is IdentityView {
  return VIEW.test(word);
}

/** The view that a field's label asks for: 身份证号后四位, 身份证（隐藏出生日期）, 身份证号(前6后4). Without such words the whole. */
export function identityViewOf(labelWords: readonly string[]): IdentityView {
  const label = labelWords.join('').normalize('NFKC').replace(/\s/g, '');
  const ends = /前(\d+|[一二三四五六七八九十])位?[和、,]?[后末尾](\d+|[一二三四五六七八九十])/.exec(label);
  if (ends !== null) return `masked-${count(ends[1])}-${count(ends[2])}`;
  const tail = /[后末尾](\d+|[一二三四五六七八九十])[位码]/.exec(label);
  const head = /前(\d+|[一二三四五六七八九十])[位码]/.exec(label);
  const hides = /隐藏|隐去|遮|脱敏|打码|不显示|[*＊]{2,}/.test(label);
  if (hides) return maskOf(label, tail, head);
  if (tail !== null) return `last-${count(tail[1])}`;
  if (head !== null) return `first-${count(head[1])}`;
  if (/15位|十五位|第?一代/.test(label)) return 'fifteen';
  if (/出生(?:日期)?(?:段|部分|码)/.test(label)) return 'birth';
  return /空格|分段|分组/.test(label) ? 'grouped' : 'whole';
}

function maskOf(label: string, tail: RegExpExecArray | null, head: RegExpExecArray | null): IdentityView {
  if (tail !== null) return `masked-${18 - count(tail[1])}-0`;
  if (head !== null) return `masked-0-${18 - count(head[1])}`;
  const middle = /中间(\d+|[一二三四五六七八九十])位/.exec(label);
  if (middle === null) return 'masked-6-4';
  const kept = Math.max(0, 18 - count(middle[1]));
  const last = Math.min(4, Math.floor(kept / 2));
  return `masked-${kept - last}-${last}`;
}

function count(written: string | undefined): number {
  const numeral = NUMERALS.indexOf(written ?? '');
  return Math.min(18, numeral > 0 ? numeral : Number(written));
}

/**
 * The view of a stored number. Null where the number has none: those born from 2000 on never had 15 digits, and a paper
 * that is no identity number has no birth part.
 */
export function viewIdentityNumber(number: string, view: IdentityView): string | null {
  if (view === 'whole') return number;
  const [kind = '', first = '0', last = '0'] = view.split('-');
  if (kind === 'last') return number.slice(-Number(first));
  if (kind === 'first') return number.slice(0, Number(first));
  if (kind === 'masked') return masked(number, Number(first), Number(last));
  return /^\d{17}[\dX]$/.test(number) ? rearranged(number, view) : null;
}

function rearranged(number: string, view: IdentityView): string | null {
  const [division, birth, rest] = [number.slice(0, 6), number.slice(6, 14), number.slice(14)];
  if (view === 'birth') return birth;
  if (view === 'grouped') return `${division} ${birth} ${rest}`;
  return birth.startsWith('19') ? division + birth.slice(2) + rest.slice(0, 3) : null;
}

function masked(number: string, first: number, last: number): string {
  const hidden = Math.max(0, number.length - first - last);
  return number.slice(0, first) + '*'.repeat(hidden) + (last === 0 ? '' : number.slice(-last));
}
