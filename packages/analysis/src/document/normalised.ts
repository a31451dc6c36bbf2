/**
 * Text folded for matching: half-width ASCII punctuation and digits, simplified characters, one kind of quotation
 * mark (`"`), no injected pinyin, no entity remnants. Chinese marks without an ASCII twin (。、《》〔〕【】) stay.
 */
export interface NormalisedText {
  readonly text: string;
  /** Maps an offset of `text` to the extracted text. */
  readonly toSource: (offset: number) => number;
  /** Maps the end of a stretch of `text` to where that stretch ends in the extracted text. */
  readonly toSourceEnd: (offset: number) => number;
  /** Maps an offset of the extracted text to `text`; a dropped character maps to what follows it. */
  readonly fromSource: (offset: number) => number;
}

/** Where a word was masked or deleted before the text reached us; never a number, never a name. */
export const UNKNOWN = '\uFFFD';
