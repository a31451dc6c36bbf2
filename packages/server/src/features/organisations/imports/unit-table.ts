import { organisations } from '@qingzhuang/contract';

/** One row of a table that was read. */
interface TableRow {
  /** From 1, the heading included. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What one line says of a unit, as it was written; empty where nothing was. */
export interface UnitLine {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly nature: string;
  /** A code or a name. */
  readonly parent: string;
}

type Column = Exclude<keyof UnitLine, 'line'>;

/** The headings of an exported table, and those of the tables that counties already have. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  code: ['单位代码', '代码', '单位编码', '编码', '机构代码', '区划代码', 'code'],
  name: ['单位名称', '名称', '单位', '机构名称', '部门名称', 'name'],
  nature: ['单位性质', '性质', '类型', '类别', '单位类型', 'nature'],
  parent: ['上级单位', '上级', '上级代码', '上级单位代码', '主管单位', '主管部门', 'parent'],
};

const COLUMNS: readonly Column[] = ['code', 'name', 'nature', 'parent'];

/** A title and a remark may stand above the heading. */
const LATEST_HEADING = 10;

/**
 * The lines below the heading, blank ones left out. Undefined without a heading: some row near the top must name the
 * column of names.
 */
export function readUnitLines(rows: readonly TableRow[]): UnitLine[] | undefined {
  for (const [index, heading] of rows.slice(0, LATEST_HEADING).entries()) {
    const columns = findColumns(heading.cells);
    if (columns.name >= 0) {
      return rows
        .slice(index + 1)
        .map((row) => readLine(row, columns))
        .filter(({ code, name, nature, parent }) => `${code}${name}${nature}${parent}` !== '');
    }
  }
  return undefined;
}

type Columns = Readonly<Record<Column, number>>;

function findColumns(heading: readonly string[]): Columns {
  const words = heading.map((cell) =>
    cell
      .normalize('NFKC')
      .replaceAll(/\s|[*:]|\(.*\)/gu, '')
      .toLowerCase(),
  );
  function columnOf(column: Column): number {
    return words.findIndex((word) => HEADINGS[column].includes(word));
  }
  return { code: columnOf('code'), name: columnOf('name'), nature: columnOf('nature'), parent: columnOf('parent') };
}

function readLine({ line, cells }: TableRow, columns: Columns): UnitLine {
  function cell(column: Column): string {
    return cells[columns[column]] ?? '';
  }
  return { line, code: plainDigits(cell('code')), name: cell('name'), nature: cell('nature'), parent: cell('parent') };
}

/** Full-width digits and spaces inside come from typing and from copied pages. */
function plainDigits(code: string): string {
  return code.normalize('NFKC').replaceAll(/\s/gu, '');
}

const natureByWord = new Map<string, organisations.UnitNature>([
  ...Object.entries(organisations.natureNames).flatMap(([nature, word]) => {
    const key = organisations.UnitNature.parse(nature);
    return [[word, key] as const, [nature, key] as const];
  }),
  ...(['县', '市', '区', '县级', '县(市、区)'] as const).map((word) => [word, 'county'] as const),
  ...(['乡', '镇'] as const).map((word) => [word, 'township'] as const),
  ...(['街道办', '街道办事处'] as const).map((word) => [word, 'subdistrict'] as const),
  ...(['行政村', '村委会', '嘎查'] as const).map((word) => [word, 'village'] as const),
  ...(['居委会', '居民委员会'] as const).map((word) => [word, 'community'] as const),
  ...(['党委办', '政府办', '办公室'] as const).map((word) => [word, 'general-office'] as const),
  ...(['县直部门', '县直单位', '行政机关', '局'] as const).map((word) => [word, 'department'] as const),
  ...(['领导小组', '委员会'] as const).map((word) => [word, 'coordination-body'] as const),
  ...(['事业', '国企', '企业'] as const).map((word) => [word, 'institution'] as const),
]);

/** The nature that a cell names, in the words of an export or in usual ones; undefined for words nobody knows. */
export function readNature(word: string): organisations.UnitNature | undefined {
  return natureByWord.get(word) ?? natureByWord.get(word.normalize('NFKC'));
}

/** The rows of an export, the heading first: what `readUnitLines` reads again. */
export function toTable(units: readonly Omit<organisations.UnitSummary, 'level' | 'endedOn'>[]): string[][] {
  return [
    COLUMNS.map((column) => HEADINGS[column][0] ?? column),
    ...units.map(({ code, name, nature, parent }) => [code, name, organisations.natureNames[nature], parent ?? '']),
  ];
}
