import { type ReactElement, useMemo, useState } from 'react';
import { TextEntry } from '../../ui/entry.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote } from './cell-note.tsx';
import type { Row } from './draft.ts';
import { nameOf, rowNameOf } from './field-name.ts';
import type { FormRowsProps } from './form-rows.ts';
import { AddRow, RowDeeds } from './row-deeds.tsx';
import { isShown, nounOf, type Place } from './standing.ts';
import { useFillingWords } from './words.ts';
import { useWindow } from './use-window.ts';

/** Up to here nobody needs to search. */
const FEW_ROWS = 15;
const ROW_PIXELS = 60;

/** On a phone: every row by its name, unfolded to see and correct it. */
export function RowList({
  form,
  rows,
  isAlone,
  ...shared
}: FormRowsProps & { readonly isAlone: boolean }): ReactElement {
  const words = useFillingWords();
  const [sought, setSought] = useState('');
  const found = useMemo(() => rows.filter((row) => holds(row, sought.trim())), [rows, sought]);
  const [open, setOpen] = useState<string | null>(null);
  const { first, last, box } = useWindow(found.length, ROW_PIXELS);
  return (
    <section className="fill-rows no-print">
      {(rows.length > 0 || !isAlone) && (
        <h2>{isAlone ? words.all(words.rows(rows.length, nounOf([form]))) : (form.title ?? form.sheet)}</h2>
      )}
      {rows.length > FEW_ROWS && <TextEntry label={words.row.find} value={sought} onChange={setSought} />}
      {found.length === 0 && rows.length > 0 && <p className="soft">{words.row.none}</p>}
      <ul className="card fill-row-list" ref={box} hidden={found.length === 0}>
        <li aria-hidden="true" style={{ height: first * ROW_PIXELS }} />
        {found.slice(first, last).map((row) => (
          <OneRow
            key={row.row}
            row={row}
            form={form}
            {...shared}
            isOpen={open === row.row}
            onToggle={() => setOpen(open === row.row ? null : row.row)}
          />
        ))}
        <li aria-hidden="true" style={{ height: (found.length - last) * ROW_PIXELS }} />
      </ul>
      <AddRow form={form} isFirst={rows.length === 0} onEdit={shared.onEdit} />
    </section>
  );
}

function holds({ name, cells }: Row, sought: string): boolean {
  return sought === '' || (name?.includes(sought) ?? false) || cells.some(({ value }) => value.includes(sought));
}

interface OneRowProps extends Omit<FormRowsProps, 'rows'> {
  readonly row: Row;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function OneRow({ row, form, read, sources, onEdit, isOpen, onToggle }: OneRowProps): ReactElement {
  const words = useFillingWords();
  const places = read(row);
  const changed = places.filter(({ cell }) => cell.state === 'changed' || cell.state === 'typed').length;
  const toDo = places.filter(
    ({ cell, isWrong, field }) => !field.isComputed && (cell.state === 'empty' || isWrong),
  ).length;
  return (
    <li className={row.removed === null ? 'fill-one' : 'fill-one fill-one-removed'}>
      <button type="button" className="fill-one-head" aria-expanded={isOpen} onClick={onToggle}>
        <span>{rowNameOf(row, words.row.blank)}</span>
        {row.removed === null && toDo > 0 && <span className="tag tag-wait">{words.row.toDo(toDo)}</span>}
        {row.removed === null && toDo === 0 && changed > 0 && <span className="tag">{words.row.changed(changed)}</span>}
      </button>
      {isOpen && (
        <div className="fill-one-cells">
          {places.filter(isShown).map((place) => (
            <OneCell key={place.field.key} place={place} sources={sources} onEdit={onEdit} />
          ))}
          <RowDeeds row={row} form={form} onEdit={onEdit} />
        </div>
      )}
    </li>
  );
}

type OneCellProps = Pick<FormRowsProps, 'sources' | 'onEdit'> & { readonly place: Place };

/** One value: seen at first, written after a tap. */
function OneCell({ place, sources, onEdit }: OneCellProps): ReactElement {
  const words = useFillingWords();
  const [isOpen, setOpen] = useState(false);
  const { row, field, cell, isWrong } = place;
  const name = nameOf(field);
  const mayWrite = onEdit !== undefined && !field.isComputed && row.removed === null;
  return (
    <div className={`fill-cell fill-cell-${isWrong ? 'wrong' : cell.state}`}>
      <button type="button" className="fill-cell-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="fill-cell-name">{name}</span>
        <span className="fill-cell-value">{cell.value === '' ? words.cell.empty : cell.value}</span>
      </button>
      {isOpen && (
        <div className="fill-cell-more">
          {mayWrite && (
            <CellInput
              field={field}
              value={cell.value}
              name={name}
              isWrong={isWrong}
              onWrite={(value) => onEdit({ do: 'write', row: row.row, field: field.key, value, base: cell.value })}
            />
          )}
          <CellNote place={place} sources={sources} onEdit={mayWrite ? onEdit : undefined} />
        </div>
      )}
    </div>
  );
}
