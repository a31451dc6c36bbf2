import { describe, expect, test } from 'vitest';
import { readBytes } from '../../../readers/src/index.ts';
import { STARTER_CATALOGUE } from '../../src/index.ts';
import { buildWorkbook } from './build-workbook.ts';
import { readWorkbookSet, type LabelledField, type LabelledWorkbook } from './workbook-set.ts';

const WORKBOOKS = readWorkbookSet('tuning');
const KEYS = new Set(STARTER_CATALOGUE.map(({ key }) => key));

function squeezed(words: string): string {
  return words.normalize('NFKC').replaceAll(/[\s:*★]/g, '');
}

function keysOf({ element, alsoRight = [], derived }: LabelledField): string[] {
  return [...(element === null ? [] : [element]), ...alsoRight, ...(derived?.from ?? [])];
}

function wordsNotPrinted({ sheets, fields }: LabelledWorkbook): string[] {
  const printed = new Map(
    sheets.map(({ name, rows }) => {
      const words = squeezed(rows.flat().join('|'));
      return [name, `${words}|${words.replaceAll(/\([^()]*\)/g, '')}`];
    }),
  );
  return fields.flatMap(({ sheet, label }) => label.filter((words) => !printed.get(sheet)?.includes(squeezed(words))));
}

test('there are enough workbooks, and enough fields that no element covers', () => {
  const fields = WORKBOOKS.flatMap((workbook) => workbook.fields).filter(({ computed }) => computed !== true);

  expect(WORKBOOKS.length).toBeGreaterThanOrEqual(40);
  expect(fields.filter(({ element }) => element === null).length / fields.length).toBeGreaterThan(0.15);
});

describe.each(WORKBOOKS.map((workbook) => [workbook.name, workbook] as const))('%s', (_, workbook) => {
  test('labels are printed, elements exist, and no cell is labelled twice', () => {
    const cells = workbook.fields.map(({ sheet, cell }) => `${sheet}!${cell}`);

    expect(wordsNotPrinted(workbook)).toEqual([]);
    expect(workbook.fields.flatMap(keysOf).filter((key) => !KEYS.has(key))).toEqual([]);
    expect(cells).toEqual([...new Set(cells)]);
  });

  test('its file can be read', async () => {
    const { source } = await readBytes(buildWorkbook(workbook), 'a.xlsx');

    expect(source.tables.map(({ sheet }) => sheet)).toEqual(workbook.sheets.map(({ name }) => name));
  });
});
