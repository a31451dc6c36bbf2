/** What the program reads out of a workbook, beside what a person reads. */
import { readBytes } from '../../../readers/src/index.ts';
import { readForms, type Derivation, type Field, type FieldMatch, type Matcher } from '../../src/index.ts';
import { buildWorkbook } from './build-workbook.ts';
import type { LabelledField, LabelledWorkbook } from './workbook-set.ts';

/** `silent`: no element is meant and none was named. `unread`: the field itself was not found. */
export type MatchVerdict = 'right' | 'wrong' | 'abstained' | 'silent' | 'unread';

export interface FieldVerdict {
  readonly workbook: string;
  readonly expected: LabelledField;
  /** The field at the same place; null where the program sees none. */
  readonly found: Field | null;
  readonly match: FieldMatch | null;
  readonly isLabelRight: boolean;
  readonly isTypeRight: boolean;
  readonly isUnitRight: boolean;
  readonly verdict: MatchVerdict;
}

export interface WorkbookVerdict {
  readonly fields: readonly FieldVerdict[];
  /** Fields that no person sees there. */
  readonly extra: readonly { readonly workbook: string; readonly sheet: string; readonly field: Field }[];
}

interface FoundField {
  readonly sheet: string;
  readonly field: Field;
  readonly match: FieldMatch;
}

/** Builds the file, reads it and judges each field. */
export async function judgeWorkbook(workbook: LabelledWorkbook, matcher: Matcher): Promise<WorkbookVerdict> {
  const { source } = await readBytes(buildWorkbook(workbook), `${workbook.name}.xlsx`);
  const found = readForms(source).flatMap((form): FoundField[] => {
    const matches = matcher.match(form);
    return form.fields.flatMap((field, at) => {
      const match = matches[at];
      return match === undefined ? [] : [{ sheet: form.sheet ?? '', field, match }];
    });
  });
  const places = new Map(found.map((one) => [placeOf(one.sheet, one.field.cell), one]));
  const labelled = new Set(workbook.fields.map(({ sheet, cell }) => placeOf(sheet, cell)));
  return {
    fields: workbook.fields
      .filter(({ computed }) => computed !== true)
      .map((expected) => judgeField(workbook.name, expected, places.get(placeOf(expected.sheet, expected.cell)))),
    extra: found
      .filter(({ sheet, field }) => !field.isComputed && !labelled.has(placeOf(sheet, field.cell)))
      .map(({ sheet, field }) => ({ workbook: workbook.name, sheet, field })),
  };
}

function placeOf(sheet: string, cell: string): string {
  return `${sheet}!${cell}`;
}

export function judgeField(workbook: string, expected: LabelledField, answer?: FoundField): FieldVerdict {
  if (answer === undefined) return { workbook, expected, ...UNREAD };
  const { field, match } = answer;
  return {
    workbook,
    expected,
    found: field,
    match,
    isLabelRight: isSameLabel(field.label, expected.label),
    isTypeRight: isSameType(field, expected),
    isUnitRight: fold(field.unit ?? '') === fold(expected.unit ?? ''),
    verdict: verdictOn(expected, match),
  };
}

const UNREAD = {
  found: null,
  match: null,
  isLabelRight: false,
  isTypeRight: false,
  isUnitRight: false,
  verdict: 'unread',
} as const;

function verdictOn(expected: LabelledField, match: FieldMatch): MatchVerdict {
  if (match.element === null) return expected.element === null ? 'silent' : 'abstained';
  return isSameAnswer(expected, { element: match.element, derived: match.derived }) ? 'right' : 'wrong';
}

/** Whether the value that would be filled in is the one that is meant. */
export function isSameAnswer(
  expected: Pick<LabelledField, 'element' | 'alsoRight' | 'derived'>,
  answer: { readonly element: string; readonly derived: Derivation | null },
): boolean {
  const { element, alsoRight = [], derived } = expected;
  if (element === null) return false;
  if (derived === undefined) return [element, ...alsoRight].includes(answer.element) && isOnlyAWayToIt(answer.derived);
  if (derived.how !== answer.derived?.how) return false;
  if (derived.by !== undefined && derived.by !== answer.derived.by) return false;
  const answered = sourcesOf(answer.derived.from);
  const [, ...others] = derived.from;
  return [element, ...alsoRight].some((first) => sourcesOf([first, ...others]) === answered);
}

/** Sex and birthday are the same stored or worked out, and a unit is a matter of showing. */
function isOnlyAWayToIt(derived: Derivation | null): boolean {
  return derived === null || ['sex', 'birth-date', 'unit'].includes(derived.how);
}

/** Age and sex are the same from the identity number and from the elements of their own. */
function sourcesOf(elements: readonly string[]): string {
  const own = ['person.birth-date', 'person.sex'];
  const sources = elements.map((key) => (own.includes(key) ? 'person.identity-number' : key));
  return [...new Set(sources)].toSorted().join(' ');
}

/** The head of the only column of values says nothing of its own: 数量, 本年. */
const SAYS_NOTHING = new Set(['数量', '数值', '数据', '本年', '本期', '填报值', '内容', '填写内容', '指标值']);

/** A heading 其中 stands beside what it is a part of: with or without that, the label is the same. */
function isSameLabel(found: readonly string[], expected: readonly string[]): boolean {
  const [read, meant] = [wordsOf(found), wordsOf(expected)];
  if (read.join('/') === meant.join('/')) return true;
  const isPart = found.some((one) => /^其中[:：]?$/.test(one.trim()));
  return isPart && read.join('/') === meant.toSpliced(-2, 1).join('/');
}

function wordsOf(label: readonly string[]): string[] {
  const words = label.map((one) => fold(one).replace(/^其中:?/, '')).filter((one) => one !== '');
  return words.length === 1 ? words : words.filter((one) => !SAYS_NOTHING.has(one));
}

/** Spaces and the width of signs are layout. */
function fold(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
}

/** Free words are one type; so is a code list that the form does not print. */
function isSameType(found: Field, expected: LabelledField): boolean {
  if (found.type === expected.type) return true;
  const words = ['text', 'long-text', ...(found.options === null ? ['choice'] : [])];
  return words.includes(found.type) && words.includes(expected.type);
}
