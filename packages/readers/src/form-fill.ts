/** What goes into the sender's own file. Rows and columns count from 1 as the reader counts them, see `Field`. */

/** A value that does not keep to its type is written as text. */
export type FillType = 'text' | 'number' | 'date';

export interface CellFill {
  readonly row: number;
  readonly column: number;
  /** A number as plain decimal, a date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty clears the cell. */
  readonly value: string;
  readonly type: FillType;
}

/** The records of a list. Where they outnumber its rows, rows are inserted and everything below moves down. */
export interface RecordsFill {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly { readonly column: number; readonly type: FillType }[];
  /** Values in the order of `columns`; null leaves what stands in the cell. */
  readonly records: readonly (readonly (string | null)[])[];
}

/** What goes into one form; `sheet` and `table` name it as `Form` does. */
export interface FormFill {
  readonly sheet: string | null;
  /** Counts from 0; only looked at in text documents. */
  readonly table: number | null;
  readonly cells: readonly CellFill[];
  readonly records: RecordsFill | null;
}

/** What a person should know of a filled file. Never silent: a value that is not in the file has a note. */
export interface FillNote {
  readonly code:
    'layout-lost' | 'formula-escaped' | 'signature-broken' | 'formula-kept' | 'cell-merged' | 'form-missing';
  /** One Chinese sentence. */
  readonly sentence: string;
}

export interface FilledFile {
  readonly bytes: Uint8Array;
  /** With its dot; differs from the extension that came where the format had to change. */
  readonly extension: string;
  readonly notes: readonly FillNote[];
}

export interface RecordValue {
  /** Which record it belongs to, from 0. */
  readonly record: number;
  readonly column: number;
  readonly type: FillType;
  readonly value: string;
}

/** The values of a list one by one; what is left as it stands in the file is left out. */
export function* valuesOf({ columns, records }: RecordsFill): Generator<RecordValue> {
  for (const [record, values] of records.entries()) {
    for (const [place, { column, type }] of columns.entries()) {
      const value = values[place];
      if (value !== null && value !== undefined) yield { record, column, type, value };
    }
  }
}
