import { plainSource, type SourceText } from '@qingzhuang/analysis';
import { expect, test } from 'vitest';
import { intoSections, layOut } from './layout.ts';

test('every character but line ends and blank lines stands in exactly one block', () => {
  const text = `甲\n\n${'长'.repeat(9001)}\n乙`;
  const blocks = layOut(plainSource(text), null);

  expect(blocks.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replaceAll('\n', ''));
  expect(Math.max(...blocks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(4000);
});

test('the title is centred even when it runs over two lines, and a signature is not taken for it', () => {
  const blocks = layOut(
    plainSource('县水利局\n县水利局关于“防汛”\n巡查的通知\n各村：\n县水利局'),
    '县水利局关于"防汛"巡查的通知',
  );

  expect(blocks.map((block) => block.kind === 'paragraph' && block.role)).toEqual([
    'text',
    'title',
    'title',
    'text',
    'text',
  ]);
});

test('a table becomes a grid in its place, with rows and columns in order', () => {
  const source: SourceText = {
    text: '前\n姓名\t年龄\n后',
    blocks: [],
    tables: [
      {
        start: 2,
        end: 8,
        cells: [
          { start: 5, end: 7, row: 1, column: 2, rowSpan: 1, columnSpan: 1 },
          { start: 2, end: 4, row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
        ],
      },
    ],
    unread: [],
  };
  const blocks = layOut(source, null);

  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'grid', 'paragraph']);
  expect(blocks[1]).toMatchObject({ rows: [[{ column: 1 }, { column: 2 }]] });
});

test('in a chat log the line above a message is furniture', () => {
  const source: SourceText = {
    text: '老周 09:00\n快报',
    blocks: [{ start: 9, end: 11, kind: 'chat-message', place: {}, sender: '老周' }],
    tables: [],
    unread: [],
  };

  expect(layOut(source, null)).toMatchObject([{ role: 'furniture' }, { role: 'chat', sender: '老周' }]);
});

test('a million characters fall into sections of a few thousand', () => {
  const sections = intoSections(layOut(plainSource(`${'每村每日报送。'.repeat(10)}\n`.repeat(14_000)), null));

  expect(sections.length).toBeGreaterThan(100);
  expect(Math.max(...sections.map(({ start, end }) => end - start))).toBeLessThan(10_000);
});
