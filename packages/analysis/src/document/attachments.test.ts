import { describe, expect, test } from 'vitest';
import { missingNumbers, readAttachments, type Attachment } from './attachments.ts';
import { readHeader } from './header.ts';
import { readLines } from './lines.ts';
import { normalise } from './normalise.ts';

function attachmentsOf(source: string): readonly Attachment[] {
  const { text, ...map } = normalise(source);
  const lines = readLines({ text, ...map }, []);
  return readAttachments(text, lines, readHeader(text, lines));
}

const MAIN = '关于报送名单的通知\n各镇：\n请按时报送。\n';
const CLOSE = '\n清河县民政局\n2026年3月5日\n';

describe('names in the note', () => {
  test.each([
    ['附件：危房名单', ['危房名单']],
    ['附件：1.危房名单\n2.低保表（样表）', ['危房名单', '低保表(样表)']],
    ['附件：\n1.危房名单\n2.低保表', ['危房名单', '低保表']],
    ['附件1：危房名单\n附件2：低保表', ['危房名单', '低保表']],
    ['附件：1.危房名单 2.低保表', ['危房名单', '低保表']],
    ['另有附件若干，见群。', []],
  ])('%j names %j', (note, names) => {
    expect(attachmentsOf(MAIN + note + CLOSE).map(({ name }) => name)).toEqual(names);
  });
});

test('an attachment in the same file is found by its number', () => {
  const source = `${MAIN}附件：1.危房名单\n2.低保表${CLOSE}附件1\n危房名单\n户主\n附件2\n低保表\n姓名`;
  const { text } = normalise(source);
  expect(attachmentsOf(source).map(({ span }) => span && text.slice(span.start, span.end))).toEqual([
    '附件1\n危房名单\n户主',
    '附件2\n低保表\n姓名',
  ]);
});

test('an attachment that the note forgets is listed with its title', () => {
  expect(attachmentsOf(`${MAIN}附件：1.危房名单${CLOSE}附件1\n危房名单\n附件3 样表\n甲`)).toMatchObject([
    { number: 1, name: '危房名单' },
    { number: 3, name: '样表', note: null },
  ]);
});

test('gaps in the numbers are told', () => {
  expect(missingNumbers(attachmentsOf(`${MAIN}附件：1.甲表\n2.乙表\n4.丁表${CLOSE}`))).toEqual([3]);
  expect(missingNumbers([])).toEqual([]);
});

describe('a note behind the signature', () => {
  test('gives every name of its list', () => {
    const found = attachmentsOf(`${MAIN}${CLOSE}附件:1.甲表\n2.乙表\n3.丙表`);

    expect(found.map(({ name }) => name)).toEqual(['甲表', '乙表', '丙表']);
  });
});
