import type { ReactElement } from 'react';
import type { Fill } from '../../fills.ts';
import { CellNote } from './cell-note.tsx';
import type { NewEdit } from './draft.ts';
import { nameOf, rowNameOf } from './field-name.ts';
import type { Place } from './standing.ts';
import { useFillingWords } from './words.ts';

interface ConflictsProps {
  readonly places: readonly Place[];
  readonly sources: Fill['sources'];
  readonly onEdit: ((edit: NewEdit) => void) | undefined;
}

/** Cells that two clerks wrote: they stand before everything else, wherever they are in the form. */
export function Conflicts({ places, sources, onEdit }: ConflictsProps): ReactElement | null {
  const words = useFillingWords();
  if (places.length === 0) return null;
  return (
    <ul className="panel lines no-print">
      {places.map((place) => (
        <li key={`${place.row.row} ${place.field.key}`}>
          <span className="lines-main">
            <b>{rowNameOf(place.row, words.row.blank)}</b> · {nameOf(place.field)}
          </span>
          <CellNote place={place} sources={sources} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  );
}
