import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookType, CFB, utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../command-line.ts';
import { widthOf } from '../printing/text-width.ts';
import { type RecordedTerminal, recordTerminal } from '../testing/terminal.ts';

const ROSTER = [
  ['特困供养人员花名册', '', '', '', ''],
  ['序号', '姓名', '公民身份号码', '年龄', '会唱的山歌'],
  ['1', '', '', '', ''],
  ['2', '', '', '', ''],
];

const NAME = { key: 'person.name', name: '姓名', aliases: [], entity: 'person', type: 'text', unit: null };
const NUMBER = { ...NAME, key: 'person.identity-number', name: '公民身份号码', type: 'identity-number' };

const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-match-'));

function workbook(bookType: BookType): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(ROSTER), '花名册');
  return write(book, { type: 'buffer', bookType }) as Buffer;
}

/** What the spreadsheet library packs zip files with, which it declares as anything. */
interface Packing {
  readonly utils: { cfb_new(): object; cfb_add(container: object, name: string, part: Buffer): void };
  readonly write: (container: object, options: { readonly fileType: 'zip'; readonly type: 'buffer' }) => Buffer;
}

/** A Word document whose only table is the roster, below the sentence that asks for it. */
function noticeWithTable(): Buffer {
  const rows = ROSTER.slice(1).map((cells) => {
    const texts = cells.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`);
    return `<w:tr>${texts.join('')}</w:tr>`;
  });
  const ask = '<w:p><w:r><w:t>请各村填报特困供养人员花名册。</w:t></w:r></w:p>';
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const parts = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${namespace}><w:body>${ask}<w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`,
  };
  const { utils: packing, write: pack } = CFB as Packing;
  const container = packing.cfb_new();
  for (const [name, part] of Object.entries(parts)) packing.cfb_add(container, name, Buffer.from(part));
  return pack(container, { fileType: 'zip', type: 'buffer' });
}

function catalogue(name: string, content: unknown): void {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
}

beforeAll(() => {
  for (const type of ['xlsx', 'xls', 'ods', 'csv'] as const) {
    writeFileSync(join(folder, `roster.${type}`), workbook(type));
  }
  writeFileSync(join(folder, 'notice.docx'), noticeWithTable());
  catalogue('catalogue.json', `\uFEFF${JSON.stringify([NAME, NUMBER])}`);
  writeFileSync(join(folder, 'letter.txt'), '各村：\n请做好防汛工作。\n');
  writeFileSync(join(folder, 'damaged.xlsx'), workbook('xlsx').subarray(0, 900));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function match(line: string, settings = {}): Promise<RecordedTerminal & { code: number }> {
  const terminal = recordTerminal({ directory: folder, ...settings });
  const code = await runCommandLine(['match', ...line.split(' ').filter((word) => word !== '')], terminal);
  return { ...terminal, code };
}

test.each(['xlsx', 'xls', 'ods', 'csv'])(
  'the fields of a form in %s meet the elements of the catalogue',
  async (type) => {
    const { code, output, messages } = await match(`roster.${type} --catalogue catalogue.json --format json`);
    const answer = JSON.parse(output()) as { fields: Record<string, unknown>[]; reusableShare: number };

    expect(code).toBe(0);
    expect(messages()).toBe('');
    expect(answer.fields.map(({ cell, label, element, computed }) => [cell, label, element, computed])).toEqual([
      ['A3', ['序号'], null, true],
      ['B3', ['姓名'], 'person.name', false],
      ['C3', ['公民身份号码'], 'person.identity-number', false],
      ['D3', ['年龄'], 'person.identity-number', false],
      ['E3', ['会唱的山歌'], null, false],
    ]);
    expect(answer.fields[3]).toMatchObject({ derived: { from: ['person.identity-number'], how: 'age' } });
    expect(answer.reusableShare).toBe(0.75);
  },
);

test('the form of a notice in docx meets the catalogue, its cells told by row and column', async () => {
  const { code, output, messages } = await match('notice.docx --catalogue catalogue.json --format json');
  const answer = JSON.parse(output()) as { fields: Record<string, unknown>[]; reusableShare: number };

  expect([code, messages()]).toEqual([0, '']);
  expect(answer.fields.map(({ label, element }) => [label, element])).toEqual([
    [['序号'], null],
    [['姓名'], 'person.name'],
    [['公民身份号码'], 'person.identity-number'],
    [['年龄'], 'person.identity-number'],
    [['会唱的山歌'], null],
  ]);
  expect(answer.reusableShare).toBe(0.75);
  expect((await match('notice.docx -c catalogue.json')).output()).toContain('要人填的 4 栏里，3 栏目录里已有（75%）');
});

test('the keys of the answer for scripts keep their published names', async () => {
  const { output } = await match('roster.xlsx -c catalogue.json -f json');
  const answer = JSON.parse(output()) as { fields: Record<string, unknown>[] };

  expect(Object.keys(answer)).toEqual(['version', 'path', 'fields', 'reusableShare']);
  expect(Object.keys(answer.fields[0] ?? {}).slice(0, 8)).toEqual([
    ...['sheet', 'cell', 'label', 'unit', 'type', 'element', 'confidence', 'derived'],
  ]);
  expect(answer.fields[0]).toMatchObject({ sheet: '花名册' });
});

test('people see each field with its element, in columns', async () => {
  const { code, output } = await match('roster.xlsx -c catalogue.json');
  const lines = output().split('\n');
  const answers = ['姓名 person.name', '由公民身份号码算出年龄', '自动算出'];
  const columns = answers.map((words) => {
    const line = lines.find((text) => text.includes(words)) ?? '';
    return widthOf(line.slice(0, line.indexOf(words)));
  });

  expect(code).toBe(0);
  expect(new Set(columns).size).toBe(1);
  expect(output()).toContain('花名册 · 特困供养人员花名册');
  expect(output()).toContain('要人填的 4 栏里，3 栏目录里已有（75%）');
});

test('without a catalogue the one that comes with the program is used, and said so', async () => {
  const { code, output, messages } = await match('roster.xlsx -f json');

  expect(code).toBe(0);
  expect(JSON.parse(output())).toMatchObject({ fields: [{}, { element: 'person.name' }, {}, {}, { element: null }] });
  expect(messages()).toContain('自带的起步目录');
});

test('a file without a form is said to have none and is no mistake', async () => {
  const { code, output, messages } = await match('letter.txt -c catalogue.json -f json');

  expect(code).toBe(0);
  expect(JSON.parse(output())).toMatchObject({ fields: [], reusableShare: 0 });
  expect(messages()).toContain('letter.txt：没有找到要人填的表。');
  expect((await match('letter.txt -c catalogue.json')).output()).toContain('没有找到要人填的表');
});

test('the result goes into a file, without colour', async () => {
  const { code, output } = await match('roster.xlsx -c catalogue.json -o out.txt', { outIsTerminal: true });

  expect([code, output()]).toEqual([0, '']);
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toContain('person.name');
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).not.toContain('\u001B[');
  expect((await match('roster.xlsx -c catalogue.json', { outIsTerminal: true })).output()).toContain('\u001B[');
});

test.each([
  ['', '请给出一份表格文件'],
  ['roster.xlsx roster.csv', '请给出一份表格文件'],
  ['roster.xlsx --catalog catalogue.json', '是不是 --catalogue？'],
  ['roster.xlsx -f jsn', '是不是 json？'],
  ['nowhere.xlsx -c catalogue.json', 'nowhere.xlsx：没有这个文件或文件夹。（not-found）'],
  ['damaged.xlsx -c catalogue.json', '（damaged）'],
  ['roster.xlsx -c nowhere.json', '没有目录文件 nowhere.json。'],
])('%j is wrong usage and prints no data', async (line, message) => {
  const { code, output, messages } = await match(line);

  expect([code, output()]).toEqual([2, '']);
  expect(messages()).toContain(message);
});

test.each([
  ['[', '不是合法的 JSON'],
  ['{}', '最外层应当是一个数组'],
  ['[]', '一个数据元素也没有'],
  [[NAME, 3], '/1 应当是一个对象。'],
  [[{ ...NAME, key: undefined }], '/0/key 没有写。'],
  [[{ ...NAME, key: '姓名' }], '/0/key 应为'],
  [[{ ...NAME, name: ' ' }], '/0/name 应当是不空的文字。'],
  [[NAME, { ...NUMBER, type: 'numbr' }], '/1/type 不能是 "numbr"。是不是 number？'],
  [[{ ...NAME, entity: 'persons' }], '/0/entity 不能是 "persons"。是不是 person？'],
  [[{ ...NAME, aliases: '本人' }], '/0/aliases 应当是文字的数组。'],
  [[{ ...NAME, unit: 5 }], '/0/unit 应当是文字'],
  [[NAME, NAME], '/1/key 与 /0/key 相同'],
  [[{}, {}], '另有 7 处错误。'],
])('the catalogue %j is refused with the place of the mistake', async (content, message) => {
  catalogue('wrong.json', content);
  const { code, output, messages } = await match('roster.xlsx -c wrong.json');

  expect([code, output()]).toEqual([2, '']);
  expect(messages()).toContain(message);
});

test('a catalogue in another encoding is told apart from broken JSON', async () => {
  writeFileSync(join(folder, 'gbk.json'), Buffer.from([0x5b, 0x22, 0xd0, 0xd5, 0xc3, 0xfb, 0x22, 0x5d]));

  expect((await match('roster.xlsx -c gbk.json')).messages()).toContain('不是 UTF-8 编码的文本');
});
