import { expect, test } from 'vitest';
import { MOST_CHARACTERS } from './limits.ts';
import { readMarkdown } from './markdown.ts';

test('headings, lists and tables are kept, marks are not', () => {
  const { text, blocks, tables, unread } = readMarkdown(
    '## 第一章 总则 ##\n\n请**各村**看[附件](a.docx)。\n- 甲\n1. 乙\n\n| 村 | 户数 |\n|---|:-:|\n| 东村 | 12 |\n\n![图](a.png)\n',
    MOST_CHARACTERS,
  );

  expect(text).toBe('第一章 总则\n请各村看附件。\n甲\n1. 乙\n村\t户数\n东村\t12\n');
  expect(blocks.map(({ kind, level }) => [kind, level]).slice(0, 4)).toEqual([
    ['heading', 2],
    ['paragraph', undefined],
    ['list-item', undefined],
    ['list-item', undefined],
  ]);
  expect(tables[0]?.cells).toHaveLength(4);
  expect(unread).toEqual([{ kind: 'image', place: { paragraph: 5 } }]);
});
