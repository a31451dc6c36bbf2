import { type ReactElement, useState } from 'react';
import { ChainView } from '../../lineage/chain-view.tsx';
import { Button } from '../../ui/button.tsx';
import { DOCUMENTS, FileButton } from '../../ui/file-button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useDrop } from '../../ui/use-drop.ts';
import '../../ui/work.css';
import './compare.css';
import type { CompareOutcome } from './compare-protocol.ts';
import { type Table, useComparison } from './use-comparison.ts';

/** Province, city, county, town, village, and one to spare. */
const MOST_LEVELS = 6;
const NOTHING: Table = { files: [], inGivenOrder: false };

/** 一致性比对: documents of several levels, and what each made of the one above. */
export function ComparePage(): ReactElement {
  const { compare: words, intake } = useMessages();
  const [table, setTable] = useState(NOTHING);
  const [note, setNote] = useState('');
  const outcome = useComparison(table);
  const files = inOrder(table.files, outcome);

  function take(more: readonly File[]): void {
    const all = [...files, ...more];
    setNote(all.length > MOST_LEVELS ? words.tooMany(MOST_LEVELS) : '');
    setTable({ ...table, files: all.slice(0, MOST_LEVELS) });
  }

  const dragging = useDrop({
    onFiles: take,
    onText: (text) => take([new File(['\uFEFF', text], `${intake.pastedName(files.length + 1)}.txt`)]),
  });
  const isReady = files.length > 1;
  return (
    <div className="compare">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>
          {words.lead}
          {words.promise}
        </p>
      </header>
      <FilesOnTable
        table={table}
        outcome={outcome}
        isDragging={dragging}
        note={note}
        onTake={take}
        onChange={setTable}
      />
      <section aria-live="polite">
        {isReady && outcome === null && <p className="soft">{words.working}</p>}
        {outcome !== null && <Outcome outcome={outcome} files={table.files} />}
      </section>
    </div>
  );
}

interface FilesOnTableProps {
  readonly table: Table;
  readonly outcome: CompareOutcome | null;
  readonly isDragging: boolean;
  readonly note: string;
  readonly onTake: (files: readonly File[]) => void;
  readonly onChange: (table: Table) => void;
}

/** Large while there is nothing to compare, small beside what came of it. */
function FilesOnTable({ table, outcome, isDragging, note, onTake, onChange }: FilesOnTableProps): ReactElement {
  const { compare: words } = useMessages();
  const files = inOrder(table.files, outcome);
  const isReady = files.length > 1;
  const look = [files.length === 0 && 'compare-empty', isDragging && 'drop-over'].filter(Boolean);
  return (
    <section className={['card no-print compare-files', ...look].join(' ')} aria-label={words.files}>
      <FileOrder
        isOpen={!isReady || table.inGivenOrder}
        files={files}
        outcome={outcome}
        onMove={(moved) => onChange({ files: moved, inGivenOrder: true })}
        onRemove={(file) => onChange({ ...table, files: files.filter((other) => other !== file) })}
      />
      <div className="row">
        <FileButton
          kind={isReady ? 'default' : 'primary'}
          large={!isReady}
          label={isReady ? words.more : words.choose}
          accept={DOCUMENTS}
          multiple
          disabled={files.length >= MOST_LEVELS}
          onFiles={onTake}
        >
          {isDragging ? words.dropNow : undefined}
        </FileButton>
        <span className="soft small">{isReady ? words.order : words.needsTwo}</span>
      </div>
      <p role="status" className="small">
        {note}
      </p>
    </section>
  );
}

/** The files as they were compared; while that is worked out, as they were given. */
function inOrder(files: readonly File[], outcome: CompareOutcome | null): readonly File[] {
  if (outcome?.kind !== 'compared') return files;
  return outcome.order.flatMap((place) => files[place] ?? []);
}

interface FileOrderProps {
  /** Two files and more stand by themselves: their order is shown when it is asked for. */
  readonly isOpen: boolean;
  readonly files: readonly File[];
  readonly outcome: CompareOutcome | null;
  readonly onMove: (files: readonly File[]) => void;
  readonly onRemove: (file: File) => void;
}

function FileOrder({ isOpen, files, outcome, onMove, onRemove }: FileOrderProps): ReactElement | null {
  const { compare: words, chain } = useMessages();
  if (files.length === 0) return null;
  const levels = outcome?.kind === 'compared' ? outcome.levels : [];
  function nameOfLevel(place: number): string {
    const level = levels[place]?.level ?? null;
    return level === null ? words.level(place) : chain.levels[level];
  }
  return (
    <details className="compare-adjust" open={isOpen}>
      <summary>{words.filesTaken(files.length)}</summary>
      <ol className="compare-order">
        {files.map((file, place) => (
          <li key={`${file.name} ${String(place)}`}>
            <span className="soft">{nameOfLevel(place)}</span>
            <b>{file.name}</b>
            <span className="row">
              {place > 0 && (
                <Button aria-label={words.up(file.name)} onClick={() => onMove(movedUp(files, place))}>
                  {words.upShort}
                </Button>
              )}
              <Button aria-label={words.remove(file.name)} onClick={() => onRemove(file)}>
                {words.removeShort}
              </Button>
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function movedUp(files: readonly File[], place: number): File[] {
  const file = files[place];
  if (file === undefined) return [...files];
  return [...files.slice(0, place - 1), file, ...files.slice(place - 1).filter((other) => other !== file)];
}

interface OutcomeProps {
  readonly outcome: CompareOutcome;
  readonly files: readonly File[];
}

function Outcome({ outcome, files }: OutcomeProps): ReactElement {
  const { compare: words, failures } = useMessages();
  if (outcome.kind === 'compared') return <ChainView levels={outcome.levels} />;
  return (
    <div role="alert">
      <h2>{words.unreadable(files[outcome.file]?.name ?? '')}</h2>
      <p>{failures[outcome.code].advice}</p>
    </div>
  );
}
