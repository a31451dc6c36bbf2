import { expect, test } from 'vitest';
import { readDocument } from '../document/read-document.ts';
import { plainSource } from '../document/source-text.ts';
import { fastestOf } from '../testing/processor-time.ts';
import { compareDocuments } from './compare.ts';
import { FingerprintIndex } from './library/fingerprint-index.ts';
import { createFingerprinter } from './library/fingerprints.ts';
import { askIndex, searchLibrary } from './library/library-search.ts';

const CELLS =
  '清河 石桥 柳林 张三 李四 危房 水渠 已整改 未整改 无 是 否 农户 低保 排查 网格员 东片 西片 三组 四组'.split(' ');

/** 300,000 cells as a reader of workbooks gives them. */
function table(cellAt: (row: number, column: number) => number): string {
  return Array.from({ length: 30_000 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => CELLS[cellAt(row, column) % CELLS.length] ?? '').join('\t'),
  ).join('\n');
}

const ROWS_AGAIN = table((row, column) => (row % 7) + column);
/** Every row another one; Knuth's multiplier makes the order look like chance. */
const MIXED = table((row, column) => Math.imul(row * 10 + column, 2_654_435_761) >>> 20);

/** Ten times what a quiet machine takes; what grows with the square would take hours. */
const MOST_MS = 60_000;
const MOST_BYTES = 300_000_000;
/** Of the clock: the machine may be busy with ten other things. */
const PATIENCE = 600_000;

test(
  'two tables of 300,000 cells are compared in bounded time and memory',
  () => {
    const began = process.memoryUsage().arrayBuffers;
    const took = fastestOf(1, () => compareDocuments(plainSource(ROWS_AGAIN), plainSource(MIXED)));

    expect(took).toBeLessThan(MOST_MS);
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(MOST_BYTES);
  },
  PATIENCE,
);

test(
  'a table of 300,000 cells is searched in a library of such tables in bounded time and memory',
  () => {
    const fingerprint = createFingerprinter();
    const index = new FingerprintIndex();
    for (const number of [1, 2, 3]) index.add(`${number}.xlsx`, fingerprint(ROWS_AGAIN));
    index.add('mixed.xlsx', fingerprint(MIXED));
    const began = process.memoryUsage().arrayBuffers;
    const took = fastestOf(1, () => {
      const document = readDocument(plainSource(MIXED));
      const answer = askIndex(index, fingerprint(document.text), 20);
      searchLibrary(document, answer, (key) => (key === 'mixed.xlsx' ? MIXED : ROWS_AGAIN));
    });

    expect(took).toBeLessThan(MOST_MS);
    expect(process.memoryUsage().arrayBuffers - began).toBeLessThan(MOST_BYTES);
  },
  PATIENCE,
);

test('a text is searched among thousands that are equal in the time of twenty', () => {
  const text = `关于供水的通知\n各村：\n${'对千人以上集中供水工程划定水源保护范围，设置警示标识，每季度开展一次水质检测。'.repeat(3)}\n`;
  const fingerprint = createFingerprinter();
  const index = new FingerprintIndex();
  for (let copy = 0; copy < 5000; copy++) index.add(String(copy).padStart(4, '0'), fingerprint(text));
  let opened = 0;
  const document = readDocument(plainSource(text));
  const matches = searchLibrary(document, askIndex(index, fingerprint(document.text), 20), () => {
    opened++;
    return text;
  });

  expect(opened).toBe(20);
  expect(matches.map(({ copiedShare }) => copiedShare)).toEqual(Array<number>(20).fill(1));
});
