import { expect, test } from 'vitest';
import type { FieldType } from '../form.ts';
import type { AnswerFault, CheckedField } from './answer-fault.ts';
import { checkAnswers } from './check-answers.ts';

const TODAY = '2026-03-02';

/** `户主/身份证号:identity-number`, `耕地/水田:number:亩`, `性别:choice::男、女`. */
function fieldsOf(...written: readonly string[]): CheckedField[] {
  return written.map((text) => {
    const [label = '', type = 'text', unit = '', options = ''] = text.split(':');
    return {
      label: label.split('/').map((word) => word.replace('；', '：')),
      type: type as FieldType,
      unit: unit === '' ? null : unit,
      options: options === '' ? null : options.split('、'),
    };
  });
}

function faults(
  fields: readonly CheckedField[],
  ...answers: readonly string[]
): [number, string, string, string | null][] {
  return checkAnswers(fields, answers, TODAY).map(({ field, code, severity, suggestion }: AnswerFault) => [
    field,
    code,
    severity,
    suggestion,
  ]);
}

test('an empty form has no faults', () => {
  const fields = fieldsOf('姓名', '身份证号:identity-number', '年龄:number', '手机:phone', '其中；男:number');
  expect(faults(fields, '', ' ', '/', '', '')).toEqual([]);
  expect(faults(fields)).toEqual([]);
});

test('each answer is read by its type', () => {
  const fields = fieldsOf('身份证号:identity-number', '生产日期:date', '性别:choice::男、女', '电话:phone');
  expect(faults(fields, '110105194912310021', '90/5/1', '3', '1380000000')).toEqual([
    [0, 'wrong-checksum', 'wrong', null],
    [1, 'ambiguous', 'wrong', '1990-05-01'],
    [2, 'not-an-option', 'doubtful', null],
    [3, 'wrong-length', 'wrong', null],
  ]);
});

test.each([
  ['统一社会信用代码', '91350100M000100Y44', 'wrong-checksum'],
  ['银行卡号', '6222020000000008', 'wrong-checksum'],
  ['惠农一卡通账号', '6.22202E+15', 'digits-lost'],
  ['邮政编码', '2230', 'wrong-length'],
])('the label %s says which code it is', (label, answer, code) => {
  expect(faults(fieldsOf(label), answer)).toEqual([[0, code, 'wrong', null]]);
});

test.each([
  ['残疾等级:choice::一级、二级', '无'],
  ['银行卡号', '没有'],
  ['统一社会信用代码', '不涉及'],
  ['入党时间:date', '无'],
  ['联系电话:phone', '无'],
  ['身份证有效期:date', '长期'],
  ['合同终止日期:date', '无固定期限'],
])('%s may be %s', (label, answer) => {
  expect(faults(fieldsOf(label), answer)).toEqual([]);
});

test.each([
  ['耕地:number:亩', '无', 'not-of-type', 'wrong', '0'],
  ['耕地:number:亩', '约12亩', 'approximate', 'doubtful', '12'],
  ['出生日期:date', '长期', 'not-of-type', 'wrong', null],
  ['身份证号:identity-number', '010105194912310018', 'unknown-division', 'doubtful', null],
])('%s of %s is %s and %s', (label, answer, code, severity, suggestion) => {
  expect(faults(fieldsOf(label), answer)).toEqual([[0, code, severity, suggestion]]);
});

test('a field that asks for the last four digits is not held to a checksum', () => {
  expect(faults(fieldsOf('身份证后四位:identity-number'), '002X')).toEqual([]);
});

const PERSON = fieldsOf('身份证号:identity-number', '性别:choice::男、女', '出生年月:date', '年龄:number');

test.each([
  [['女', '1949-12', '76'], []],
  [['女', '1949.12', '77'], []],
  [['2', '1949年', '75岁'], []],
  [['男', '1949-12', '76'], [[1, 'against-identity-number', 'wrong', '女']]],
  [['女', '1950-12', '76'], [[2, 'against-identity-number', 'wrong', '1949-12']]],
  [['女', '', '66'], [[3, 'against-identity-number', 'wrong', '76']]],
])('%j against the identity number: %j', (answers, expected) => {
  expect(faults(PERSON, '11010519491231002X', ...answers)).toEqual(expected);
});

test('only fields about the same person are compared', () => {
  const fields = fieldsOf('户主/身份证号:identity-number', '户主/性别', '配偶性别', '性别');
  expect(faults(fields, '11010519491231002X', '男', '男', '男')).toEqual([
    [1, 'against-identity-number', 'wrong', '女'],
  ]);
  const inOneWord = fieldsOf('申请人性别', '申请人身份证号码:identity-number');
  expect(faults(inOneWord, '男', '11010519491231002X')).toEqual([[0, 'against-identity-number', 'wrong', '女']]);
});

test('a number that is wrong itself accuses nobody', () => {
  expect(faults(PERSON, '110105194912310021', '男', '', '')).toEqual([[0, 'wrong-checksum', 'wrong', null]]);
});

test('小计 under one header is the sum of what stands beside it', () => {
  const fields = fieldsOf('耕地/小计:number:亩', '耕地/水田:number:亩', '耕地/旱地:number:亩', '林地:number:亩');
  expect(faults(fields, '10', '4.5', '5.5', '99')).toEqual([]);
  expect(faults(fields, '11', '4', '5', '')).toEqual([[0, 'against-total', 'wrong', '9']]);
  expect(faults(fields, '11', '4', '', '')).toEqual([[0, 'against-total', 'doubtful', null]]);
  expect(faults(fields, '10', '11', '', '')).toEqual([[1, 'against-total', 'wrong', null]]);
});

test('parts that overlap need not add up, but none is larger than the total', () => {
  const fields = fieldsOf('人口/合计:number:人', '人口/60岁以上:number:人', '人口/80岁以上:number:人');
  expect(faults(fields, '100', '30', '5')).toEqual([]);
  expect(faults(fields, '20', '30', '5')).toEqual([[1, 'against-total', 'wrong', null]]);
});

test('其中 is contained in the field before it; both sexes make up the whole', () => {
  const flat = fieldsOf('总人口:number:人', '其中；男:number:人', '其中；女:number:人', '户数:number:户');
  expect(faults(flat, '10', '5', '5', '3')).toEqual([]);
  expect(faults(flat, '10', '5', '6', '3')).toEqual([[0, 'against-total', 'wrong', '11']]);
  const nested = fieldsOf('总户数:number:户', '其中/低保户:number:户', '其中/特困户:number:户');
  expect(faults(nested, '10', '5', '2')).toEqual([]);
  expect(faults(nested, '10', '12', '2')).toEqual([[1, 'against-total', 'wrong', null]]);
});

test('rounded parts may miss the total by their rounding', () => {
  const fields = fieldsOf('面积/合计:number:亩', '面积/水田:number:亩', '面积/旱地:number:亩');
  expect(faults(fields, '10.1', '4.5', '5.5')).toEqual([]);
  expect(faults(fields, '10.2', '4.5', '5.5')).toEqual([[0, 'against-total', 'wrong', '10']]);
});

test('an end does not come before its start', () => {
  const fields = fieldsOf('开始时间:date', '结束时间:date', '合同起始日期:date', '合同终止日期:date');
  expect(faults(fields, '2026-03', '2026-03-01', '2025-01-01', '2026-01-01')).toEqual([]);
  expect(faults(fields, '2026-03', '2026-02-28', '2026-01-02', '2026-01-01')).toEqual([
    [1, 'against-order', 'wrong', null],
    [3, 'against-order', 'wrong', null],
  ]);
});

test.each([
  ['入党时间:date', '2026-03-03', 'wrong'],
  ['年龄:number', '131', 'wrong'],
  ['人口:number:人', '3.5', 'doubtful'],
  ['收入:number:元', '-3', 'doubtful'],
  ['参保率:number:%', '101', 'doubtful'],
])('%s of %s is %s', (label, answer, severity) => {
  expect(faults(fieldsOf(label), answer)).toEqual([[0, 'out-of-range', severity, null]]);
});

test.each([
  ['计划完成时间:date', '2026-12-31'],
  ['预计毕业时间:date', '2027-06'],
  ['年龄:number', '130'],
  ['户均人口:number:人', '3.5'],
  ['较上年增减:number:元', '-3'],
  ['同比增长:number:%', '101'],
])('%s may be %s', (label, answer) => {
  expect(faults(fieldsOf(label), answer)).toEqual([]);
});

test('messages say what stands there and what to do', () => {
  const [fault] = checkAnswers(PERSON, ['11010519491231002X', '男'], TODAY);
  expect(fault?.message).toBe('填的是“男”，按身份证号应为女，请核对这两格。');
});
