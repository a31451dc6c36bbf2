import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { nameOf, rowNameOf } from './field-name.ts';
import type { MovedRow } from './moved.ts';
import { useFillingWords } from './words.ts';

/** So many are told one by one: whoever has more looks through the form again. */
const MOST_SHOWN = 20;

interface MovedNoteProps {
  readonly rows: readonly MovedRow[];
  readonly onLooked: () => void;
}

/** The rows that the county has brought up to date while the form lay open here. */
export function MovedNote({ rows, onLooked }: MovedNoteProps): ReactElement {
  const { moved: words, row: rowWords } = useFillingWords();
  return (
    <section className="panel stack no-print" role="status">
      <h2>{words.title(rows.length)}</h2>
      <ul className="lines">
        {rows.slice(0, MOST_SHOWN).map(({ row, how, cells }) => (
          <li key={row.row}>
            <span className="lines-main">
              <b>{rowNameOf(row, rowWords.blank)}</b>
              {how !== 'changed' && <small>{words[how]}</small>}
              {how === 'changed' && cells.length === 0 && <small>{words.written}</small>}
              {cells.map(({ field, before, after }) => (
                <small key={field.key}>{words.cell(nameOf(field), before, after)}</small>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <p className="soft">{words.more(rows.length - MOST_SHOWN)}</p>}
      <p>
        <Button onClick={onLooked}>{words.looked}</Button>
      </p>
    </section>
  );
}
