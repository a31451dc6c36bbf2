/** Forms with a header: a list of subjects, or a matrix of values. */
import type { FormShape, SubjectRows } from '../form.ts';
import type { Body } from './body.ts';
import { fieldOf } from './field-of.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header.ts';
import type { LaidField } from './laid-form.ts';
import { isTotalOfParts, readMatrix } from './matrix-form.ts';
import { hintsOf } from './slots.ts';
import { asksSomething, matrixRuns, type TableHead, type TableReading } from './table-shape.ts';
import { unitOf } from './units.ts';

export interface TableForm {
  readonly shape: FormShape;
  readonly fields: readonly LaidField[];
  readonly rows: SubjectRows | null;
  readonly blankCells: number;
}

/** Null where the table is none to fill in: a schedule, or data of a report without a blank. */
export function readTableForm(grid: Grid, header: Header, body: Body, head: TableHead): TableForm | null {
  const reading = { zone: grid.zone(header.end, bodyEnd(body)), header, body, head };
  const runs = body.subjects.length === 0 || header.secondLine.length > 0 ? null : matrixRuns(reading);
  if (runs === null) return asksSomething(reading) ? readList(reading) : null;
  const fields = readMatrix(reading.zone, { header, body, runs, formUnit: head.unit });
  return fields.length === 0 ? null : { shape: 'matrix', fields, rows: null, blankCells: fields.length };
}

function bodyEnd({ subjects, totals, end }: Body): number {
  const lastNamed = Math.max(subjects.at(-1) ?? -1, totals.at(-1) ?? -1);
  return lastNamed < 0 ? end : lastNamed + 1;
}

function readList({ zone, header, body, head }: TableReading): TableForm {
  const lines = [
    ...header.columns.map((column) => ({ column, row: body.first })),
    ...header.secondLine.map((column) => ({ column, row: body.first + 1 })),
  ];
  const fields = lines.flatMap(({ column, row }) => {
    const hints = hintsOf(zone.words(zone.at(row, column.column)));
    const number = body.columnNumbers.find((one) => one.column === column.column)?.words ?? '';
    const field = fieldOf(
      column.path,
      { row, column: column.column, labelCell: column.cell },
      {
        ...hints,
        formUnit: head.unit,
        unit: unitIn(body, column.column) ?? hints.unit ?? null,
        isComputed: number.includes('=') || isTotalOfParts(header, column),
      },
    );
    return field === null ? [] : [field];
  });
  const blankRows = Math.max(1, body.subjects.filter((index) => zone.grid.printed(index).length <= 1).length);
  return {
    shape: 'list',
    fields,
    rows: { first: body.first, last: body.last, ...(header.secondLine.length > 0 && { each: 2 }) },
    blankCells: blankRows * fields.length,
  };
}

/** Of the row of units under a header. */
function unitIn({ units }: Body, column: number): string | null {
  return unitOf(units.find((unit) => unit.column === column)?.words ?? '');
}
