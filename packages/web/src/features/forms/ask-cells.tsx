import { type ReactElement, useState } from 'react';
import type { Fill } from '../../fills.ts';
import { Button } from '../../ui/button.tsx';
import { CellInput, optionsOf } from './cell-input.tsx';
import { CellNote } from './cell-note.tsx';
import type { NewEdit } from './draft.ts';
import { nameOf, rowNameOf } from './field-name.ts';
import type { Place } from './standing.ts';
import { useFillingWords } from './words.ts';

/** More answers than these are a list to choose from. */
const MOST_TAPPED = 6;

interface AskCellsProps {
  readonly fill: Fill;
  readonly toDo: readonly Place[];
  readonly onEdit: (edit: NewEdit) => void;
}

/** On a phone: what nobody knows is asked one by one, a card each. */
export function AskCells({ fill, toDo, onEdit }: AskCellsProps): ReactElement | null {
  const words = useFillingWords();
  // What was there to ask when the page was opened; a cell keeps its place while it is being filled.
  const [asked, setAsked] = useState(() => toDo.map(keyOf));
  const [at, setAt] = useState(0);
  const more = toDo.map(keyOf).filter((key) => !asked.includes(key));
  if (more.length > 0) setAsked([...asked, ...more]);
  const place = placeAt(fill, asked[at], toDo);
  if (asked.length === 0) return null;
  if (place === null)
    return <p className="note no-print">{toDo.length === 0 ? words.ask.done : words.submitWithGaps(toDo.length)}</p>;
  return (
    <section className="panel fill-asking no-print" aria-label={words.ask.of(at + 1, asked.length)}>
      <p className="soft">{words.ask.of(at + 1, asked.length)}</p>
      <h2>{rowNameOf(place.row, words.row.blank)}</h2>
      <Question
        key={keyOf(place)}
        place={place}
        sources={fill.sources}
        onEdit={onEdit}
        onBack={at > 0 ? () => setAt(at - 1) : undefined}
        onNext={() => setAt(at + 1)}
      />
    </section>
  );
}

interface QuestionProps {
  readonly place: Place;
  readonly sources: Fill['sources'];
  readonly onEdit: (edit: NewEdit) => void;
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
}

/** Few answers are tapped, and the next question comes; anything else is typed. */
function Question({ place, sources, onEdit, onBack, onNext }: QuestionProps): ReactElement {
  const words = useFillingWords();
  const { row, field, cell, isWrong } = place;
  const name = nameOf(field);
  const options = optionsOf(field) ?? [];
  const isTapped = options.length > 0 && options.length <= MOST_TAPPED;
  function write(value: string): void {
    onEdit({ do: 'write', row: row.row, field: field.key, value, base: cell.value });
  }
  function answer(value: string): void {
    write(value);
    onNext();
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {isTapped ? (
        <Answers name={name} options={options} value={cell.value} onAnswer={answer} />
      ) : (
        <label className="fill-asking-field">
          <span>{name}</span>
          <CellInput
            field={field}
            value={cell.value}
            name={`${rowNameOf(row, words.row.blank)} ${name}`}
            isWrong={isWrong}
            onWrite={write}
          />
        </label>
      )}
      {/* What two clerks wrote stands above, before every question. */}
      {cell.conflict === undefined && <CellNote place={place} sources={sources} onEdit={onEdit} />}
      <p className="row">
        {onBack && (
          <Button large aria-label={words.ask.back} onClick={onBack}>
            ←
          </Button>
        )}
        <Button kind={cell.value === '' ? 'default' : 'primary'} large type="submit">
          {cell.value === '' ? words.ask.skip : words.ask.next}
        </Button>
      </p>
    </form>
  );
}

interface AnswersProps {
  readonly name: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onAnswer: (value: string) => void;
}

function Answers({ name, options, value, onAnswer }: AnswersProps): ReactElement {
  return (
    <fieldset className="fill-answers">
      <legend>{name}</legend>
      {options.map((option) => (
        <Button key={option} large aria-pressed={option === value} onClick={() => onAnswer(option)}>
          {option}
        </Button>
      ))}
    </fieldset>
  );
}

function keyOf({ row, field }: Pick<Place, 'row' | 'field'>): string {
  return `${row.row} ${field.key}`;
}

/** The place as it is now, also when nothing is to be done with it any more. */
function placeAt(fill: Fill, key: string | undefined, toDo: readonly Place[]): Place | null {
  const open = toDo.find((place) => keyOf(place) === key);
  if (open !== undefined || key === undefined) return open ?? null;
  const [id, fieldKey] = key.split(' ');
  const row = fill.rows.find((one) => one.row === id);
  const fields = fill.forms.find(({ form }) => form === row?.form)?.fields ?? [];
  const at = fields.findIndex((field) => field.key === fieldKey);
  const [field, cell] = [fields[at], row?.cells[at]];
  return row && field && cell ? { row, field, cell, says: null, isWrong: false } : null;
}
