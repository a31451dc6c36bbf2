/** Forms and people for tests: a workbook as a bureau sends it, and villagers of whom the county knows something. */
import { utils, write } from '@e965/xlsx';
import { installStarter } from '../features/catalogue/elements/operations.ts';
import { writeFacts } from '../features/catalogue/index.ts';
import type { Seals } from '../platform/sealed.ts';
import type { TestApp } from './app.ts';
import { act, actorFor } from './county-world.ts';

/** A workbook of one sheet: a title over a list with these columns and empty rows below. */
export function workbook(title: string, columns: readonly string[], rows = 5): File {
  const lines = [[title], [...columns], ...Array.from({ length: rows }, () => columns.map(() => ''))];
  const sheet = utils.aoa_to_sheet(lines);
  sheet['!merges'] = [utils.decode_range(`A1:${utils.encode_col(columns.length - 1)}1`)];
  const book = { SheetNames: ['表1'], Sheets: { 表1: sheet } };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return new File([bytes], `${title}.xlsx`);
}

export interface Villager {
  readonly name: string;
  readonly identity: string;
  /** By element. */
  readonly facts: Readonly<Record<string, string>>;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid identity number of somebody born in this year. */
export function identityNumber(county: string, year: number, sequence: number): string {
  const digits = `${county}${year}0315${String(sequence).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

/** So many villagers, born from this year on, of whom name, number, phone and address are known. */
export function villagers(county: string, count: number, born = 1940): Villager[] {
  return Array.from({ length: count }, (_, index) => {
    const identity = identityNumber(county, born + (index % 10), index + 1);
    const name = `村民${String(index + 1).padStart(3, '0')}`;
    const facts = {
      'person.name': name,
      'person.phone': `138${String(index).padStart(8, '0')}`,
      'person.address': `${index + 1}号`,
    };
    return { name, identity, facts };
  });
}

/** Gives a county its catalogue, and lets it know these people of a village, as of a day not long ago. */
export async function settle(
  test: Pick<TestApp, 'db' | 'seals'>,
  unit: string,
  people: readonly Villager[],
  asOf = '2026-03-01',
): Promise<void> {
  const seals: Seals = test.seals;
  await act(test, actorFor('office', `${unit.slice(0, 6)}000001`), async (acting) => {
    await installStarter(acting);
    const writes = people.flatMap(({ identity, facts }) =>
      Object.entries(facts).map(([element, value]) => ({
        subject: { entity: 'person' as const, code: identity, unit },
        ...{ element, value, place: null },
      })),
    );
    const by = `${unit.slice(0, 6)}000011`;
    await writeFacts(acting, seals, writes, { kind: 'register', name: '户籍登记', unit: by, asOf });
  });
}
