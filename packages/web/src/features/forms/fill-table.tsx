import { type KeyboardEvent, memo, type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { CellInput } from './cell-input.tsx';
import { CellNote } from './cell-note.tsx';
import { broughtInto, type Row } from './draft.ts';
import { nameOf, rowNameOf } from './field-name.ts';
import type { FormRowsProps } from './form-rows.ts';
import { AddRow, RowDeeds } from './row-deeds.tsx';
import { isShown, nounOf, type Place } from './standing.ts';
import { usePrinting } from './use-printing.ts';
import { useWindow } from './use-window.ts';
import { useFillingWords } from './words.ts';

const ROW_PIXELS = 44;

/** Where the cursor is. */
interface Active {
  readonly row: string;
  readonly field: string;
}

/** The form as a sheet: Tab and Enter walk through it, as in the workbook that it came from. */
export function FillTable({ form, rows, read, sources, onEdit }: FormRowsProps): ReactElement {
  const words = useFillingWords();
  const isPrinting = usePrinting();
  const sheet = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Active | null>(null);
  const seen = useWindow<HTMLDivElement>(rows.length, ROW_PIXELS);
  const [first, last] = isPrinting ? [0, rows.length] : [seen.first, seen.last];
  const shown = rows.find(({ row }) => row === active?.row);
  const place = shown && read(shown).find(({ field }) => field.key === active?.field);
  const walk = useCallback((event: CellKeyEvent) => {
    walkFrom(sheet.current, event);
  }, []);
  const hidden = useMemo(() => hiddenFields(rows, read), [rows, read]);
  const fields = form.fields.filter(({ key }) => !hidden.has(key));
  const isNamed = useMemo(() => beginsWithName(rows, read), [rows, read]);
  return (
    <section className="fill-sheet-part">
      <h2>{form.title ?? form.sheet ?? words.all(words.rows(rows.length, nounOf([form])))}</h2>
      <div className="fill-sheet" ref={seen.box} tabIndex={-1}>
        <table ref={sheet} aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {!isNamed && (
                <th scope="col" className="fill-sheet-name">
                  <span className="unseen">{form.populationSays}</span>
                </th>
              )}
              {fields.map((field, column) => (
                <th key={field.key} scope="col" className={`fill-column-${field.type} ${nameClass(isNamed, column)}`}>
                  {nameOf(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap rows={first} columns={fields.length + 1} />
            {rows.slice(first, last).map((row, at) => (
              <SheetRow
                key={row.row}
                row={row}
                index={first + at}
                places={read(row)}
                hidden={hidden}
                isNamed={isNamed}
                onActive={setActive}
                onEdit={onEdit}
                onKeyDown={walk}
              />
            ))}
            <Gap rows={rows.length - last} columns={fields.length + 1} />
          </tbody>
        </table>
      </div>
      {place && (
        <aside className="fill-line no-print" aria-live="polite">
          <b>
            {rowNameOf(place.row, words.row.blank)} · {nameOf(place.field)}
          </b>
          <CellNote place={place} sources={sources} onEdit={place.field.isComputed ? undefined : onEdit} />
          <RowDeeds row={place.row} form={form} onEdit={onEdit} />
        </aside>
      )}
      <AddRow form={form} isFirst={rows.length === 0} onEdit={onEdit} />
    </section>
  );
}

/** Columns that the form works out itself, where nothing stands in them yet. */
function hiddenFields(rows: readonly Row[], read: FormRowsProps['read']): ReadonlySet<string> {
  const [first] = rows;
  return new Set((first ? read(first) : []).filter((place) => !isShown(place)).map(({ field }) => field.key));
}

/** Whether the first column that is shown says who each row is: then nothing else has to. */
function beginsWithName(rows: readonly Row[], read: FormRowsProps['read']): boolean {
  return rows.every((row) => {
    const first = read(row).find(isShown);
    return row.name === null || (first !== undefined && (broughtInto(first.cell) ?? first.cell.value) === row.name);
  });
}

function nameClass(isNamed: boolean, column: number): string {
  return isNamed && column === 0 ? 'fill-sheet-name' : '';
}

/** The room of rows that are out of sight. */
function Gap({ rows, columns }: { readonly rows: number; readonly columns: number }): ReactElement | null {
  if (rows <= 0) return null;
  return (
    <tr aria-hidden="true" className="fill-gap">
      <td colSpan={columns} style={{ height: rows * ROW_PIXELS }} />
    </tr>
  );
}

interface SheetRowProps extends Pick<FormRowsProps, 'onEdit'> {
  readonly row: Row;
  readonly index: number;
  readonly places: readonly Place[];
  readonly hidden: ReadonlySet<string>;
  readonly isNamed: boolean;
  readonly onActive: (active: Active) => void;
  readonly onKeyDown: (event: CellKeyEvent) => void;
}

/** One row; drawn again only when it has changed. */
const SheetRow = memo(function SheetRow(props: SheetRowProps): ReactElement {
  const { row, index, hidden, isNamed } = props;
  const places = props.places.filter(({ field }) => !hidden.has(field.key));
  const words = useFillingWords();
  const name = rowNameOf(row, words.row.blank);
  return (
    <tr aria-rowindex={index + 2} className={row.removed === null ? undefined : 'fill-one-removed'}>
      {!isNamed && (
        <th scope="row" className="fill-sheet-name">
          <button
            type="button"
            className="fill-sheet-who"
            onClick={() => props.onActive({ row: row.row, field: places[0]?.field.key ?? '' })}
          >
            {name}
          </button>
        </th>
      )}
      {places.map((place, column) => (
        <td
          key={place.field.key}
          className={`fill-cell-${place.isWrong ? 'wrong' : stateOf(place)} ${nameClass(isNamed, column)}`}
        >
          <SheetCell {...props} place={place} column={column} rowName={name} />
        </td>
      ))}
    </tr>
  );
});

function stateOf({ cell }: Place): string {
  return cell.conflict === undefined ? cell.state : 'wrong';
}

interface SheetCellProps extends Omit<SheetRowProps, 'places' | 'hidden' | 'isNamed'> {
  readonly place: Place;
  readonly column: number;
  readonly rowName: string;
}

function SheetCell({ place, row, index, column, rowName, onEdit, onActive, onKeyDown }: SheetCellProps): ReactElement {
  const { field, cell, isWrong } = place;
  if (onEdit === undefined || field.isComputed || row.removed !== null) {
    // Where it comes from can be asked of every value, also of one that cannot be written.
    return (
      <button
        type="button"
        className="fill-sheet-value"
        onClick={() => onActive({ row: row.row, field: field.key })}
        aria-label={`${rowName} ${nameOf(field)} ${cell.value}`}
      >
        {cell.value}
      </button>
    );
  }
  return (
    <CellInput
      field={field}
      value={cell.value}
      name={`${rowName} ${nameOf(field)}`}
      isWrong={isWrong}
      data-at={`${String(index)} ${String(column)}`}
      onFocus={() => onActive({ row: row.row, field: field.key })}
      onKeyDown={onKeyDown}
      onWrite={(value) => onEdit({ do: 'write', row: row.row, field: field.key, value, base: cell.value })}
    />
  );
}

/** How far a key goes: rows, columns. */
const STEPS: Readonly<Partial<Record<string, readonly [rows: number, columns: number]>>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
/** So many cells that cannot be written are stepped over. */
const MOST_STEPS = 10;

type CellKeyEvent = KeyboardEvent<HTMLInputElement | HTMLSelectElement>;

function walkFrom(sheet: HTMLTableElement | null, event: CellKeyEvent): void {
  const step = stepOf(event);
  if (sheet === null || step === null) return;
  const [row = 0, column = 0] = (event.currentTarget.dataset['at'] ?? '').split(' ').map(Number);
  for (let by = 1; by <= MOST_STEPS; by += 1) {
    const at = `${String(row + step[0] * by)} ${String(column + step[1] * by)}`;
    const next = sheet.querySelector<HTMLElement>(`[data-at="${at}"]`);
    if (next === null) continue;
    event.preventDefault();
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
    return;
  }
}

/** Where a key leads; null when it has work within the cell. */
function stepOf({ key, currentTarget, shiftKey, nativeEvent }: CellKeyEvent): readonly [number, number] | null {
  if (nativeEvent.isComposing || !leaves(currentTarget, key)) return null;
  return key === 'Enter' && shiftKey ? [-1, 0] : (STEPS[key] ?? null);
}

/** A choice takes the arrows up and down for itself; in a text the others move within it until they reach its end. */
function leaves(cell: HTMLInputElement | HTMLSelectElement, key: string): boolean {
  if (cell instanceof HTMLSelectElement) return key !== 'ArrowDown' && key !== 'ArrowUp';
  const { selectionStart, selectionEnd, value } = cell;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  if (key === 'ArrowLeft') return selectionEnd === 0;
  return key !== 'ArrowRight' || selectionStart === value.length;
}
