import { PLAIN } from '../../document/folding.ts';

/** A header as it is printed, apart from what stands in brackets. */
export interface LabelText {
  /** Folded: simplified characters, half-width signs, no spaces, numbering and marks of duty. */
  readonly text: string;
  /** What stands in its brackets, folded the same way. */
  readonly remarks: readonly string[];
}

const BRACKETS = /[([{【〔〈<]([^()[\]{}【】〔〕〈〉<>]*)[)\]}】〕〉>]/gu;
const NUMBERING = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、．:：]|\d{1,2}\.(?!\d)|[①-⑳])+/u;
const MARKS = /[*★☆●▲※?：:"“”_＿√□☑;；]+/gu;
const SPACES = /\s+/gu;

/** Folds a header for comparing. */
export function readLabelText(label: string): LabelText {
  const folded = fold(label).replace(SPACES, '');
  const remarks: string[] = [];
  const outside = folded.replace(BRACKETS, (_, inside: string) => {
    if (inside !== '') remarks.push(inside);
    return '';
  });
  const text = outside.replace(NUMBERING, '').replace(MARKS, '');
  return { text: text === '' ? remarks.join('') : text, remarks: text === '' ? [] : remarks };
}

/** Full-width and traditional characters in their plain form. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) {
    const plain = character.length === 1 ? PLAIN[character.charCodeAt(0)] : undefined;
    folded += plain === undefined || plain === 0 ? character : String.fromCharCode(plain);
  }
  return folded;
}
