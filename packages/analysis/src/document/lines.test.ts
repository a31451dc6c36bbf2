import { describe, expect, test } from 'vitest';
import { readLines, type Line } from './lines.ts';
import { normalise } from './normalise.ts';
import type { Block } from './source-text.ts';
import { fastestOf } from '../testing/processor-time.ts';

function linesOf(
  source: string,
  blocks: readonly Block[] = [],
): { kind: string; level: number | null; text: string }[] {
  const normalised = normalise(source);
  return readLines(normalised, blocks)
    .filter(({ kind }) => kind !== 'blank')
    .map(({ kind, level, start, end }) => ({ kind, level, text: normalised.text.slice(start, end) }));
}

function onlyLine(source: string): Line | undefined {
  return readLines(normalise(source), [])[0];
}

describe('numbers', () => {
  test.each([
    ['一、压实责任，各镇抓好落实。', 1],
    ['（二）压实责任，各镇抓好落实。', 2],
    ['3．压实责任，各镇抓好落实。', 3],
    ['12、压实责任，各镇抓好落实。', 3],
    ['（4）压实责任，各镇抓好落实。', 4],
    ['5）压实责任，各镇抓好落实。', 4],
    ['⑥压实责任，各镇抓好落实。', 4],
    ['第七条　镇政府负责本条例的实施，村级协助。', 3],
    ['- 压实责任，各镇抓好落实。', null],
  ])('%s is an item of level %s', (source, level) => {
    expect(onlyLine(source)).toMatchObject({ kind: 'item', level });
  });

  test.each([
    '2026.3.5召开，各镇参加。',
    '3.5万亩良田，一季完成。',
    '一是压实责任，各镇抓好落实。',
    '第一季度，各镇抓好落实。',
    '第三条例外情形，不在此列。',
  ])('%s has none', (source) => {
    expect(onlyLine(source)).toMatchObject({ kind: 'text', level: null });
  });

  test('the words begin after the number and its spaces', () => {
    expect(onlyLine('　　第七条　镇政府负责')).toMatchObject({ start: 2, numberEnd: 5 });
  });
});

describe('headings', () => {
  test('a short numbered line above text is one', () => {
    expect(linesOf('一、总体要求\n各镇要减负。\n（一）目标\n今年见效。')).toEqual([
      { kind: 'heading', level: 1, text: '一、总体要求' },
      { kind: 'text', level: null, text: '各镇要减负。' },
      { kind: 'heading', level: 2, text: '(一)目标' },
      { kind: 'text', level: null, text: '今年见效。' },
    ]);
  });

  test('the leading sentence of a numbered paragraph is one', () => {
    expect(linesOf('（一）强化组织领导。各镇要专题研究。逾期通报。')).toEqual([
      { kind: 'heading', level: 2, text: '(一)强化组织领导。' },
      { kind: 'text', level: null, text: '各镇要专题研究。逾期通报。' },
    ]);
  });

  test.each([
    '（一）每周五前报送台账。逾期通报。',
    '1.务必安排专人负责。逾期通报。',
    '（二）加强领导，压实责任。各镇要专题研究。',
    '（三）强化组织领导。',
  ])('in %s there is none', (source) => {
    expect(linesOf(source).map(({ kind }) => kind)).toEqual(['item']);
  });

  test('the items of a list without end marks are none', () => {
    expect(linesOf('报送下列材料：\n1.危房名单\n2.低保名单\n3.照片\n请按时报送。').map(({ kind }) => kind)).toEqual([
      'text',
      'item',
      'item',
      'item',
      'text',
    ]);
  });

  test('a hash and a heading paragraph make one', () => {
    expect(linesOf('## 工作安排\n各镇照办。')[0]).toEqual({ kind: 'heading', level: 2, text: '## 工作安排' });
    const block: Block = { start: 0, end: 4, kind: 'heading', level: 2, align: 'center', place: { paragraph: 1 } };
    expect(linesOf('工作安排\n各镇照办。', [block])[0]).toEqual({ kind: 'heading', level: 2, text: '工作安排' });
  });
});

describe('labels', () => {
  test.each([
    ['时　间：3月5日', '时间', '3月5日'],
    ['一、会议地点：三楼', '会议地点', '三楼'],
    ['（三）联系人及电话：王某', '联系人及电话', '王某'],
    ['参会人员：', '参会人员', ''],
  ])('%s has the label %s', (source, label, value) => {
    const { text } = normalise(source);
    const line = onlyLine(source);
    expect(line).toMatchObject({ kind: 'label', label });
    expect(text.slice(line?.valueStart)).toBe(value);
  });

  test.each(['各镇人民政府：', '现将有关事项通知如下：', '同志们：', '会议于3月5日召开，要求如下：'])(
    '%s is no label',
    (source) => {
      expect(onlyLine(source)).toMatchObject({ kind: 'text' });
    },
  );
});

describe('attachments', () => {
  test('begin where a line after the date names one, not at the note', () => {
    const normalised = normalise(
      '请认真落实。\n附件：1.名单\n2.表\n清河镇\n2026年3月5日\n附件1\n名单\n甲\n附件2 登记表\n乙',
    );
    expect(readLines(normalised, []).map(({ attachment }) => attachment)).toEqual([
      null,
      null,
      null,
      null,
      null,
      0,
      0,
      0,
      1,
      1,
    ]);
  });

  test('a note whose names stand on lines of their own opens none', () => {
    const normalised = normalise('请落实。\n附件：\n1.名单\n2.表\n2026年3月5日');
    expect(readLines(normalised, []).every(({ attachment }) => attachment === null)).toBe(true);
  });
});

test('rows of tables are told from sentences', () => {
  expect(linesOf('姓名\t电话\n一、说明，如下。').map(({ kind }) => kind)).toEqual(['table-row', 'item']);
});

test('the alignment of the paragraph stays with its line', () => {
  const blocks: Block[] = [
    { start: 0, end: 2, kind: 'paragraph', align: 'center', place: { paragraph: 1 } },
    { start: 3, end: 5, kind: 'paragraph', align: 'right', place: { paragraph: 2 } },
  ];
  expect(readLines(normalise('标题\n日期\n正文'), blocks).map(({ align }) => align)).toEqual([
    'center',
    'right',
    undefined,
  ]);
});

test.each(['一、', '附件', '(一)甲。', '\n', '1.\n', '附件:\n'])(
  'the time for many %j grows with their number',
  (piece) => {
    const short = fastest(piece.repeat(20_000 / piece.length));
    const long = fastest(piece.repeat(200_000 / piece.length));
    expect(long).toBeLessThan(40 * Math.max(short, 2));
  },
);

function fastest(source: string): number {
  const normalised = normalise(source);
  return fastestOf(2, () => readLines(normalised, []));
}
