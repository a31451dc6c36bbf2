import type { Field, FieldType, Form } from '../../form.ts';

/** A form as a test writes it: `户主/联系电话（单位）#type = element how`; `-` for none, `|` between answers that are both right. */
export interface WrittenForm {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface ExpectedField {
  readonly written: string;
  readonly field: Field;
  /** `element` or `element how`; `-` for a new field. */
  readonly answers: readonly string[];
}

const UNIT = /[（(]([^（）()]{1,6})[）)]$/u;
const KNOWN_UNIT =
  /^(?:人|户|亩|元|万元|公顷|㎡|平方米|个|盏|%|间|度|次|具|斤|厘米|周岁|毫摩尔\/升|mmHg|元\/(?:月|亩))$/u;

function readLine(line: string, at: number): ExpectedField {
  const [written = '', answers = ''] = line.split(' = ');
  const [label = '', type] = written.split('#');
  const unit = unitIn(label);
  const field: Field = {
    label: unit?.includes('/') === true ? [label] : label.split('/'),
    cell: 'A2',
    row: 2,
    column: at + 1,
    type: typeOf(label, type, unit),
    unit,
    options: null,
    isComputed: type === 'computed' || label === '序号',
  };
  return { written, field, answers: answers.split(' | ') };
}

function unitIn(label: string): string | null {
  const inBrackets = UNIT.exec(label)?.[1] ?? '';
  return KNOWN_UNIT.test(inBrackets) ? inBrackets : null;
}

function typeOf(label: string, written: string | undefined, unit: string | null): FieldType {
  if (written === 'number' || written === 'date') return written;
  if (label.startsWith('是否')) return 'boolean';
  return unit === null ? 'text' : 'number';
}

export function formOf({ title, lines }: WrittenForm): { form: Form; expected: readonly ExpectedField[] } {
  const expected = lines.map(readLine);
  const marks = { formNo: null, maker: null, approvalNo: null, validUntil: null };
  const form: Form = {
    ...{
      sheet: null,
      table: 0,
      title,
      marks,
      period: null,
      frequency: null,
      unit: null,
      shape: 'list' as const,
      rows: null,
    },
    fields: expected.map(({ field }) => field),
  };
  return { form, expected };
}
