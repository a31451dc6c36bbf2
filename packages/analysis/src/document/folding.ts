import { UNKNOWN } from './normalised.ts';
import { TRADITIONAL_PAIRS } from './traditional.gen.ts';

/** Values of the table below that are no code unit to write but a reason to look closer. */
export const KEEP = 0;
export const LOOK = 1;
export const DROP = 2;

export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const UNKNOWN_CODE = UNKNOWN.charCodeAt(0);
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;
const CODE_UNITS = 65_536;

const QUOTES = '“”„‟＂「」『』〝〞﹁﹂﹃﹄';
const SINGLE_QUOTES = '‘’‚‛＇';
const TILDES = '～〜∼˜﹋';
const SPACES = '\u00a0\u1680\u202f\u205f\u3000';
const LINE_ENDS = '\u000b\u000c\u0085\u2028\u2029';
const ZERO_WIDTH =
  '\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\ufe0e\ufe0f\ufeff';
/** Pairs of a small form and its plain one. */
const SMALL_FORMS = '﹐,﹒.﹔;﹕:﹖?﹗!﹙(﹚)﹪%﹟#﹠&﹡*﹢+﹣-﹦=';
/** Characters that begin damage; `damage.ts` says which. The full-width ones among them are folded when nothing is wrong. */
const SUSPECT = ' \r(&;*_×xX…　（＊＿Ｘｘ';

/** For each code unit KEEP, LOOK, DROP or the code unit to write instead. */
export const FOLD: Uint16Array = createFold();
/** What to write for a code unit that was looked at and found innocent. */
export const PLAIN: Uint16Array = createPlain();

function createPlain(): Uint16Array {
  const plain = new Uint16Array(CODE_UNITS);
  for (let code = 0; code < CODE_UNITS; code++) plain[code] = code;
  foldCompatibilityForms(plain);
  for (let index = 0; index < TRADITIONAL_PAIRS.length; index += 2) {
    plain[TRADITIONAL_PAIRS.charCodeAt(index)] = TRADITIONAL_PAIRS.charCodeAt(index + 1);
  }
  for (let code = FULL_WIDTH_FIRST; code <= FULL_WIDTH_LAST; code++) plain[code] = code - FULL_WIDTH_SHIFT;
  for (let code = 0x2000; code <= 0x200a; code++) plain[code] = SPACE;
  foldAll(plain, QUOTES, '"');
  foldAll(plain, SINGLE_QUOTES, "'");
  foldAll(plain, TILDES, '~');
  foldAll(plain, SPACES, ' ');
  foldAll(plain, LINE_ENDS, '\n');
  for (let index = 0; index < SMALL_FORMS.length; index += 2)
    foldAll(plain, SMALL_FORMS[index] ?? '', SMALL_FORMS[index + 1] ?? '');
  return plain;
}

function createFold(): Uint16Array {
  const plain = createPlain();
  const fold = new Uint16Array(CODE_UNITS);
  for (let code = 0; code < CODE_UNITS; code++) {
    const to = plain[code] ?? code;
    fold[code] = to === SPACE ? LOOK : to === code ? KEEP : to;
  }
  for (const character of SUSPECT) fold[character.charCodeAt(0)] = LOOK;
  for (const character of ZERO_WIDTH) fold[character.charCodeAt(0)] = DROP;
  return fold;
}

function foldAll(plain: Uint16Array, from: string, to: string): void {
  for (const character of from) plain[character.charCodeAt(0)] = to.charCodeAt(0);
}

/** Kangxi radicals and compatibility ideographs, which some PDF files hold in place of the characters themselves. */
function foldCompatibilityForms(plain: Uint16Array): void {
  const ranges: readonly (readonly [number, number])[] = [
    [0x2e80, 0x2fd5],
    [0xf900, 0xfad9],
  ];
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code++) {
      const form = String.fromCharCode(code).normalize('NFKC');
      if (form.length === 1) plain[code] = form.charCodeAt(0);
    }
  }
}
