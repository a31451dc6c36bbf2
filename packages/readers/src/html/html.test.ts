import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS } from '../limits.ts';
import { readBytes } from '../read-bytes.ts';
import { readHtml } from './html.ts';

const PARAGRAPHS =
  '<p>汛期将至，为摸清全县小水库的运行情况，决定开展一次集中巡查，各乡镇要安排熟悉情况的人员参加，发现的问题当场记录。</p>';

test('scripts, menus and footers are left out, the title outside the content is kept', () => {
  const page = `<html><head><title>开展巡查的通知_某县政府网</title><style>p{}</style></head><body>
    <div class="nav"><a>首页</a></div><ul><li><a>公开</a></li><li><a>服务</a></li><li><a>互动</a></li><li><a>数据</a></li></ul>
    <div id="zoom"><script>var a = 1;</script>${PARAGRAPHS}<p style="text-align: right">县水务局</p></div>
    <footer>版权所有</footer></body></html>`;

  const { text, blocks } = readHtml(page, MOST_CHARACTERS);

  expect(text).toMatch(/^开展巡查的通知\n汛期将至.*当场记录。\n县水务局\n$/u);
  expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  expect(blocks.at(-1)).toMatchObject({ align: 'right' });
});

test('a page without a known container is read as a whole, without menus', () => {
  const page = `<body><div><a>一</a><a>二</a><a>三</a><a>四</a></div><h2>要求</h2>${PARAGRAPHS}<ol><li>报名单</li></ol></body>`;

  const { text, blocks } = readHtml(page, MOST_CHARACTERS);

  expect(text).toMatch(/^要求\n汛期将至.*\n报名单\n$/u);
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 2],
    ['paragraph', undefined],
    ['list-item', undefined],
  ]);
});

test('data tables keep columns under merged cells; layout tables are running text', () => {
  const data =
    '<table><tr><td rowspan=2>乡镇<td colspan=2>水库</tr><tr><td>座数<td>库容</tr><tr><td>柳溪<td>6<td></tr></table>';

  const { text, tables } = readHtml(
    `<body><table><tr><td>甲<br>乙</td></tr><tr><td>${data}</td></tr></table></body>`,
    MOST_CHARACTERS,
  );

  expect(text).toBe('甲\n乙\n乡镇\t水库\n座数\t库容\n柳溪\t6\t\n');
  expect(tables[0]?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])).toEqual([
    [1, 1, 2, 1],
    [1, 2, 1, 2],
    [2, 2, 1, 1],
    [2, 3, 1, 1],
    [3, 1, 1, 1],
    [3, 2, 1, 1],
    [3, 3, 1, 1],
  ]);
});

test('entities that were escaped twice are mended', () => {
  expect(readHtml('<p>&amp;ldquo;双随机&amp;rdquo;&amp;nbsp;检查</p>', MOST_CHARACTERS).text).toBe('“双随机” 检查\n');
});

test('a page with a declared encoding and the name of a spreadsheet is read as a page', async () => {
  const head = new TextEncoder().encode('<html><meta charset="gb2312"><table><tr><td>');
  const bytes = new Uint8Array([...head, 0xcd, 0xa8, 0xd6, 0xaa]);

  expect(await readBytes(bytes, 'a.xls')).toMatchObject({ format: 'html', source: { text: '通知\n' } });
});

const CORPUS = new URL('../../../../../shared/corpus/state-council/', import.meta.url);

describe.skipIf(!existsSync(CORPUS))('the published pages of the corpus', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.html')) : [];

  test.each(names)('%s keeps title, issuer and number and loses the table of the site', async (name) => {
    const truth = JSON.parse(readFileSync(new URL(name.replace('.html', '.json'), CORPUS), 'utf8')) as Record<
      string,
      string
    >;
    const { source } = await readBytes(new Uint8Array(readFileSync(new URL(name, CORPUS))), name);
    const text = source.text.replaceAll(/\s/gu, '');

    for (const field of ['title', 'office', 'number']) expect(text).toContain(truth[field]?.replaceAll(/\s/gu, ''));
    expect(text).not.toContain('索引号');
  });
});
