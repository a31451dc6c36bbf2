import { readFileSync } from 'node:fs';
import { read, write } from 'cfb';
import { expect, test } from 'vitest';
import { readBytes } from '../read-bytes.ts';

const NOTICE = new Uint8Array(readFileSync(new URL('../../fixtures/notice.doc', import.meta.url)));
const FLAGS_AT = 10;

/** The fixture with its main stream changed. */
function changed(change: (stream: DataView) => void): Uint8Array {
  const container = read(NOTICE, { type: 'array' });
  const content = container.FileIndex[container.FullPaths.findIndex((path) => path.endsWith('/WordDocument'))]?.content;
  const bytes = Uint8Array.from(content ?? []);
  change(new DataView(bytes.buffer));
  const index = container.FullPaths.findIndex((path) => path.endsWith('/WordDocument'));
  Object.assign(container.FileIndex[index] ?? {}, { content: bytes });
  return Uint8Array.from(write(container, { type: 'array' }) as number[]);
}

test('a notice of Word 97 is read with numbers, table, changes, note and page header', async () => {
  const { format, source } = await readBytes(NOTICE, 'notice.doc');

  expect(format).toBe('doc');
  expect(source.text).toContain(
    '一、巡查范围\n（一）登记在册的小水库\n（二）村组管理的山塘\n1. 蓄水一万方以上的\n二、巡查时间\n',
  );
  expect(source.text).toContain('报县水务局水库股①。\n乡镇\t水库\n座数\t库容\n柳溪镇\t6\t\n');
  expect(source.text).toMatch(/^青禾县水务局文件\n/u);
  expect(source.text).toMatch(/\n①含在建项目。\n$/u);
  expect(source.blocks[1]).toMatchObject({ kind: 'heading', level: 1, align: 'center' });
  expect(
    source.tables[0]?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]),
  ).toEqual([
    [1, 1, 2, 1],
    [1, 2, 1, 2],
    [2, 2, 1, 1],
    [2, 3, 1, 1],
    [3, 1, 1, 1],
    [3, 2, 1, 1],
    [3, 3, 1, 1],
  ]);
});

test('the extension of WPS Writer names the same content', async () => {
  expect((await readBytes(NOTICE, '通知.wps')).format).toBe('wps');
});

test.each([
  ['encrypted', (stream: DataView) => stream.setUint16(FLAGS_AT, stream.getUint16(FLAGS_AT, true) | 0x100, true)],
  ['unsupported', (stream: DataView) => stream.setUint16(2, 0x68, true)],
  ['damaged', (stream: DataView) => stream.setUint16(0, 0, true)],
])('a changed head makes it %s', async (code, change) => {
  await expect(readBytes(changed(change), 'a.doc')).rejects.toMatchObject({ code });
});
