import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readBytes } from '../read-bytes.ts';
import { pdfLine, pdfOf } from '../testing/build-files.ts';
import { CMAPS } from './cmaps.gen.ts';
import { countPictures } from './pictures.ts';

const NOTICE = new Uint8Array(readFileSync(new URL('../../fixtures/notice.pdf', import.meta.url)));
const GBK = 'b9d8d3dacda8d6aa';

test('a printed notice is read in paragraphs across pages, without page numbers', async () => {
  const { format, source } = await readBytes(NOTICE, 'notice.pdf');

  expect(format).toBe('pdf');
  expect(source.text.split('\n').slice(0, 4)).toEqual([
    '青禾县水务局文件',
    '关于开展小水库巡查的通知',
    '青水发〔2026〕7号',
    '各乡镇人民政府：',
  ]);
  expect(source.text).toContain(
    '巡查第9项要看坝体有无裂缝、渗水和白蚁活动，看溢洪道是否畅通，看放水设备能否正常启闭，看值守',
  );
  expect(source.text).toMatch(/\n青禾县水务局\n2026年4月1日\n$/u);
  expect(source.blocks[0]).toMatchObject({ kind: 'page-header' });
  expect(source.blocks[1]).toMatchObject({ align: 'center', place: { page: 1 } });
  expect(source.blocks.at(-1)).toMatchObject({ align: 'right', place: { page: 2 } });
});

test.each(['GBK-EUC-H', 'GB-EUC-H', 'GBKp-EUC-H', 'GBK2K-H'])(
  'a font that is not embedded is read through %s',
  async (encoding) => {
    const { source } = await readBytes(pdfOf([`BT /F1 16 Tf 72 700 Td <${GBK}> Tj ET`], encoding), 'a.pdf');

    expect(source.text).toBe('关于通知\n');
  },
);

test('a page without text is reported as scanned', async () => {
  const { source } = await readBytes(pdfOf([pdfLine('正文', 72, 700), '0 0 m 9 9 l S']), 'a.pdf');

  expect(source.unread).toEqual([{ kind: 'scanned-page', place: { page: 2 } }]);
});

test('a slanting watermark is left out', async () => {
  const watermark = 'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm <516c5f00> Tj ET';

  expect((await readBytes(pdfOf([pdfLine('正文', 72, 700) + watermark]), 'a.pdf')).source.text).toBe('正文\n');
});

test('a file with a password is encrypted, one cut in half is read or damaged', async () => {
  const key = '<'.concat('00'.repeat(32), '>');
  const locked = pdfOf([''], 'GBK-EUC-H', `/Encrypt<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -4>>/ID[<00><00>]`);

  await expect(readBytes(locked, 'a.pdf')).rejects.toMatchObject({ code: 'encrypted' });
  await expect(readBytes(NOTICE.subarray(0, 2000), 'a.pdf')).rejects.toMatchObject({ code: 'damaged' });
});

test('only larger pictures count', () => {
  function pdf(width: number): Uint8Array {
    return new TextEncoder().encode(`1 0 obj<</Subtype /Image /Width ${width} /Height 900>>stream`);
  }

  expect([199, 200].map((width) => countPictures(pdf(width)))).toEqual([0, 1]);
});

test('the bundled character maps are those of the installed library', () => {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps');

  for (const [name, packed] of Object.entries(CMAPS)) {
    expect(readFileSync(join(folder, `${name}.bcmap`)).toString('base64')).toBe(packed);
  }
});
