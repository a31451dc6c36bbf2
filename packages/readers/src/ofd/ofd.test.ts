import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS } from '../limits.ts';
import { readBytes } from '../read-bytes.ts';
import { ofdLine, ofdOf, zipOf } from '../testing/build-files.ts';
import { ZipPackage } from '../zip.ts';
import { readOfd } from './ofd.ts';

const FULL = '汛期将至为摸清全县小水库的运行情况决定开展一次集中巡查各乡';

function read(pages: readonly string[]): ReturnType<typeof readOfd> {
  return readOfd(new ZipPackage(ofdOf(pages)), MOST_CHARACTERS);
}

test('lines are ordered by position and joined into paragraphs, page numbers dropped', () => {
  const page = [
    ofdLine('镇要派人参加。', 25, 70),
    ofdLine('— 1 —', 100, 280),
    ofdLine('巡查通知', 95, 40),
    ofdLine(FULL.slice(0, 28), 35, 60),
    ofdLine('各乡镇：', 25, 50),
  ];

  const { text, blocks } = read([page.join('')]);

  expect(text).toBe(`巡查通知\n各乡镇：\n${FULL.slice(0, 28)}镇要派人参加。\n`);
  expect(blocks[0]).toMatchObject({ align: 'center', place: { page: 1, paragraph: 1 } });
});

test('a paragraph may run over the end of a page', () => {
  const { text, blocks } = read([
    ofdLine('各乡镇：', 25, 50) + ofdLine(FULL.slice(0, 28), 35, 60) + ofdLine(FULL, 25, 70),
    ofdLine('镇要派人参加。', 25, 50),
  ]);

  expect(text).toBe(`各乡镇：\n${FULL.slice(0, 28)}${FULL}镇要派人参加。\n`);
  expect(blocks.at(-1)?.place.page).toBe(1);
});

test('a page of pictures only is reported as scanned', () => {
  const { unread } = read(['<ofd:ImageObject Boundary="0 0 210 297"/>', ofdLine('正文', 25, 50)]);

  expect(unread).toEqual([{ kind: 'scanned-page', place: { page: 1 } }]);
});

test('a document that is announced as encrypted and cannot be opened says so', () => {
  const locked = zipOf({
    'OFD.xml': '<OFD><DocBody><DocRoot>a.xml</DocRoot></DocBody></OFD>',
    'Encryptions.xml': '<a/>',
  });

  expect(() => readOfd(new ZipPackage(locked), MOST_CHARACTERS)).toThrow(
    expect.objectContaining({ code: 'encrypted' }),
  );
});

const CORPUS = new URL('../../../../../shared/corpus/ofd/', import.meta.url);

describe.skipIf(!existsSync(CORPUS))('the files of the corpus', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS) : [];

  test.each(names)('%s yields text or says what is unread', async (name) => {
    const { format, source } = await readBytes(new Uint8Array(readFileSync(new URL(name, CORPUS))), name);

    expect(format).toBe('ofd');
    expect(source.text.length + source.unread.length).toBeGreaterThan(0);
    for (const { start, end } of source.blocks) expect(source.text.slice(start, end).trim()).not.toBe('');
  });
});
