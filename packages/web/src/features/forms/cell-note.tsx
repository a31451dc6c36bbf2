import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import type { Fill } from '../../fills.ts';
import { Button } from '../../ui/button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { broughtInto, type Cell, type NewEdit } from './draft.ts';
import type { Place } from './standing.ts';
import { useFillingWords } from './words.ts';

interface CellNoteProps {
  readonly place: Place;
  readonly sources: Fill['sources'];
  /** Undefined where the form is only read. */
  readonly onEdit: ((edit: NewEdit) => void) | undefined;
  readonly id?: string;
}

/** Where a value comes from and from when, what it was before, and what is wrong with it. */
export function CellNote({ place, sources, onEdit, id }: CellNoteProps): ReactElement {
  const { cell: words } = useFillingWords();
  const { row, field, cell } = place;
  const write =
    onEdit && ((value: string) => onEdit({ do: 'write', row: row.row, field: field.key, value, base: cell.value }));
  return (
    <div className="fill-note" id={id}>
      <p>
        <span className={`fill-state fill-state-${cell.state}`}>{words.states[cell.state]}</span>
        <Source cell={cell} sources={sources} />
        {cell.state === 'changed' && <Before value={broughtInto(cell) ?? ''} onRestore={write} />}
      </p>
      <Fault place={place} onUse={write} />
      {cell.conflict !== undefined && <Conflict theirs={cell.value} mine={cell.conflict} onUse={write} />}
    </div>
  );
}

type OnUse = ((value: string) => void) | undefined;

/** What stood there before it was corrected. */
function Before({ value, onRestore }: { readonly value: string; readonly onRestore: OnUse }): ReactElement {
  const { cell: words } = useFillingWords();
  return (
    <>
      <span>{words.before(value)}</span>
      {onRestore && (
        <button type="button" className="plain-button" onClick={() => onRestore(value)}>
          {words.restore}
        </button>
      )}
    </>
  );
}

/** What is wrong with the value, and what was probably meant. */
function Fault({ place, onUse }: { readonly place: Place; readonly onUse: OnUse }): ReactElement | null {
  const { cell: words } = useFillingWords();
  const { cell, says, isWrong } = place;
  const { suggestion } = cell;
  if (says === null) return null;
  return (
    <p className={isWrong ? 'fill-fault' : 'fill-doubt'}>
      {says}
      {onUse && suggestion !== undefined && suggestion !== cell.value && (
        <Button onClick={() => onUse(suggestion)}>{words.suggestion(suggestion)}</Button>
      )}
    </p>
  );
}

interface ConflictProps {
  readonly theirs: string;
  readonly mine: string;
  readonly onUse: OnUse;
}

/** Two clerks wrote one cell: both values, and a choice. */
function Conflict({ theirs, mine, onUse }: ConflictProps): ReactElement {
  const { cell: words } = useFillingWords();
  return (
    <div className="fill-conflict" role="alert">
      <p>{words.conflict(theirs, mine)}</p>
      {onUse && (
        <p className="row">
          <Button kind="primary" onClick={() => onUse(mine)}>
            {words.use(mine)}
          </Button>
          <Button onClick={() => onUse(theirs)}>{words.use(theirs)}</Button>
        </p>
      )}
    </div>
  );
}

function Source({ cell, sources }: { readonly cell: Cell; readonly sources: Fill['sources'] }): ReactElement | null {
  const { cell: words } = useFillingWords();
  const [{ language }] = usePreferences();
  const source = cell.source === undefined ? undefined : sources[cell.source];
  if (source === undefined) return null;
  return (
    <span>
      {words.asOf(source.says, sayDay(source.asOf, language, now()))}
      {!source.isFresh && <b className="fill-old"> {words.old}</b>}
    </span>
  );
}
