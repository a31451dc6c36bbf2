import { Refusal, type catalogue } from '@qingzhuang/contract';
import type { Exchange } from '../../../platform/api.ts';
import type { Acting } from '../../../platform/context.ts';
import { toCsv } from '../../../platform/spreadsheets/csv.ts';
import { readTables } from '../../../platform/spreadsheets/read-tables.ts';
import { toWorkbook } from '../../../platform/spreadsheets/workbook.ts';
import { namesOf, unitsBelow } from '../../organisations/index.ts';
import { contentOf } from '../elements/element.ts';
import { listElements, listShownElements, lockCatalogue, saveElements } from '../elements/store.ts';
import { describeCatalogue } from './dcat.ts';
import { planElements, portable } from './element-import.ts';
import { readElement, readElementTable, toElementTable, type ReadLine } from './element-table.ts';

export interface ElementFile {
  /** Undefined where no table has the heading of a catalogue. */
  readonly lines: readonly ReadLine[] | undefined;
  readonly dryRun: boolean;
}

/** Reads what was sent, before any transaction begins. */
export async function readElementFile(
  request: { readonly dryRun: boolean } & ({ readonly text: string } | { readonly file: File }),
): Promise<ElementFile> {
  const { dryRun } = request;
  const text = 'text' in request ? request.text : await textOfJson(request.file);
  if (text !== undefined && /^\s*[[{]/u.test(text)) return { dryRun, lines: readJson(text) };
  const tables = await readTables('text' in request ? request.text : request.file);
  return { dryRun, lines: tables.map(readElementTable).find((lines) => lines !== undefined) };
}

/** The text of a file that begins like JSON. */
async function textOfJson(file: File): Promise<string | undefined> {
  const head = await file.slice(0, LONGEST_HEAD).text();
  return /^\ufeff?\s*\[/u.test(head) ? (await file.text()).replace(/^\ufeff/u, '') : undefined;
}

const LONGEST_HEAD = 64;

function readJson(text: string): readonly ReadLine[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json');
  }
  if (!Array.isArray(given)) return [{ line: 1, reason: '应为一列元素（JSON 数组）' }];
  return given.map((one: unknown, index) => readElement(index + 1, one));
}

/** Writes the lines: all of them, or none where one is in conflict. Elements that the file does not name stay. */
export async function importElements(
  { db, actor, clock }: Acting,
  { lines, dryRun }: ElementFile,
): Promise<catalogue.ElementImport> {
  const { county, person } = actor;
  await lockCatalogue(db, county);
  const known = await listElements(db, county, null);
  const ground = {
    elements: new Map(known.map((element) => [element.key, element])),
    units: new Set([`${county}000000`, ...(await unitsBelow(db, `${county}000000`))]),
  };
  const { created, updated, ignored, conflicts } = planElements(lines ?? NO_HEADING, ground);
  const applied = !dryRun && conflicts.length === 0;
  if (applied) {
    const change = { what: 'imported', reason: null, proposal: null, person, at: clock.now().toISOString() } as const;
    // An heir is there before the element that names it.
    const written = [...created, ...updated].toSorted(
      (one, other) => Number(one.heir !== null) - Number(other.heir !== null),
    );
    await saveElements(
      db,
      county,
      written.map(({ key, owner, state, heir, ...content }) => ({
        key,
        owner,
        state,
        heir,
        content: contentOf(content),
      })),
      change,
    );
  }
  return { applied, created: created.length, updated: updated.length, ignored, conflicts };
}

const NO_HEADING: readonly ReadLine[] = [{ line: 1, reason: '没有找到表头，应有“键”和“名称”两列' }];

/** The catalogue as a list, retired elements included, for importing again. */
export async function listPortable({ db, actor }: Acting): Promise<catalogue.PortableElement[]> {
  return (await listElements(db, actor.county, null)).map(portable);
}

export async function exportElements(acting: Acting, _: undefined, exchange: Exchange): Promise<string> {
  exchange.setHeader('content-disposition', 'attachment; filename="catalogue.csv"');
  return toCsv(toElementTable(await listPortable(acting)));
}

export async function exportElementWorkbook(acting: Acting, _: undefined, exchange: Exchange): Promise<Uint8Array> {
  exchange.setHeader('content-disposition', 'attachment; filename="catalogue.xlsx"');
  return toWorkbook('数据目录', toElementTable(await listPortable(acting)));
}

/** The catalogue in DCAT 3, elements in use only. */
export async function exportElementCatalogue(
  { db, actor, clock }: Acting,
  _: undefined,
  exchange: Exchange,
): Promise<Record<string, unknown>> {
  const { county } = actor;
  exchange.setHeader('content-disposition', 'attachment; filename="catalogue.jsonld"');
  const names = await namesOf(db, [`${county}000000`]);
  const elements: catalogue.Element[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await listShownElements(db, county, { limit: 200, ...(cursor !== undefined && { cursor }) });
    elements.push(...page.items);
    cursor = page.next;
  }
  const at = clock.now().toISOString();
  return describeCatalogue({ county, countyName: names.get(`${county}000000`) ?? county, at, elements });
}
