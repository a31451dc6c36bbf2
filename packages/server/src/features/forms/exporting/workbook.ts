/** Rows of bearers as they go into the sender's own file, or into a plain table where that takes them only once. */
import type { AskedForm, FilledRow } from '../filling/fill.ts';
import type { Layout, SettledField } from '../layout/layout.ts';

/** What a bearer has handed in. */
export interface BearerRows {
  readonly unitName: string;
  readonly rows: readonly FilledRow[];
}

type FillType = 'text' | 'number' | 'date';

/** What goes into one form of a file; the readers' `FormFill`. */
export interface FileFill {
  readonly sheet: string | null;
  readonly table: number | null;
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly value: string;
    readonly type: FillType;
  }[];
  readonly records: {
    readonly first: number;
    readonly last: number;
    readonly columns: readonly { readonly column: number; readonly type: FillType }[];
    readonly records: readonly (readonly (string | null)[])[];
  } | null;
}

/** Whether the file has room for these bearers. */
export function takesAll({ forms }: Layout, asked: readonly AskedForm[], bearers: readonly BearerRows[]): boolean {
  return asked.every(
    ({ form }) => bearers.flatMap(({ rows }) => rowsIn(rows, form)).length <= roomOf(forms[form]?.form),
  );
}

/** A list takes any number of rows, one of several rows a subject those that are printed, a card only one subject. */
function roomOf(form: Layout['forms'][number]['form'] | undefined): number {
  if (form?.shape !== 'list' || form.rows === null) return 1;
  const { first, last, each = 1 } = form.rows;
  return each === 1 ? Infinity : Math.max(1, Math.floor((last - first + 1) / each));
}

/** What goes into the sender's file, the bearers one after another. */
export function fileFills({ forms }: Layout, asked: readonly AskedForm[], bearers: readonly BearerRows[]): FileFill[] {
  const all = bearers.flatMap(({ rows }) => rows);
  return asked.flatMap(({ form, fields }): FileFill[] => {
    const read = forms[form]?.form;
    if (read === undefined) return [];
    const { sheet, table } = read;
    const rows = rowsIn(all, form);
    if (read.shape !== 'list' || read.rows === null) {
      return [{ sheet, table, cells: rows.slice(0, 1).flatMap((row) => cellsOf(fields, row)), records: null }];
    }
    const { each = 1, ...extent } = read.rows;
    if (each > 1) {
      const cells = rows.flatMap((row, index) => cellsOf(fields, row, index * each));
      return [{ sheet, table, cells, records: null }];
    }
    const columns = fields.map(({ field }) => ({ column: field.column, type: typeOf(field) }));
    const records = rows.map((row, index) => recordOf(fields, row, index));
    return [{ sheet, table, cells: [], records: { ...extent, columns, records } }];
  });
}

function rowsIn(rows: readonly FilledRow[], form: number): readonly FilledRow[] {
  return rows.filter((row) => row.form === form && row.removed === null);
}

/** `below`: rows under the place of the first subject. */
function cellsOf(fields: readonly SettledField[], { cells }: FilledRow, below = 0): FileFill['cells'] {
  return fields.flatMap(({ field, certainty }, place) => {
    const { row, column } = field;
    const value = cells[place]?.value ?? '';
    return certainty === 'computed' || value === '' ? [] : [{ row: row + below, column, value, type: typeOf(field) }];
  });
}

const SERIAL = /^(?:序号|编号|No\.?)$/iu;

/** The serial number counts on over all bearers; what else the form works out is left to it. */
function recordOf(fields: readonly SettledField[], { cells }: FilledRow, index: number): (string | null)[] {
  return fields.map(({ field, certainty }, place) => {
    if (certainty !== 'computed') return cells[place]?.value ?? '';
    return SERIAL.test(field.label.at(-1) ?? '') ? String(index + 1) : null;
  });
}

function typeOf({ type }: Pick<SettledField['field'], 'type'>): FillType {
  return type === 'number' || type === 'date' ? type : 'text';
}

/** A table with a line for each row and the bearer in front, for what the sender's file cannot take. */
export function plainTable(asked: readonly AskedForm[], bearers: readonly BearerRows[]): string[][] {
  const fields = asked.flatMap(({ form, fields: all }) => all.map(({ field, key }) => ({ form, field, key })));
  const head = ['单位', ...fields.map(({ field }) => field.label.join('/'))];
  const lines = bearers.flatMap(({ unitName, rows }) =>
    rows
      .filter(({ removed }) => removed === null)
      .map((row) => {
        const own = asked.find(({ form }) => form === row.form)?.fields ?? [];
        const values = new Map(own.map(({ key }, place) => [key, row.cells[place]?.value ?? '']));
        return [unitName, ...fields.map(({ key }) => values.get(key) ?? '')];
      }),
  );
  return [head, ...lines];
}
