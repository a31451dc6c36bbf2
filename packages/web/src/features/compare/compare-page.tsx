import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DOCUMENTS, FileButton } from '../../ui/file-button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useDrop } from '../../ui/use-drop.ts';
import '../../ui/work.css';
import './compare.css';
import type { CompareOutcome } from './compare-protocol.ts';
import { LevelComparison } from './level-comparison.tsx';
import { useComparison } from './use-comparison.ts';

/** Province, city, county, town, village, and one to spare. */
const MOST_LEVELS = 6;

/** 一致性比对: documents from the highest level to the lowest, and under each what it made of the one above. */
export function ComparePage(): ReactElement {
  const { compare: words, intake } = useMessages();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [note, setNote] = useState('');
  const outcome = useComparison(files);

  function take(more: readonly File[]): void {
    const all = [...files, ...more];
    setNote(all.length > MOST_LEVELS ? words.tooMany(MOST_LEVELS) : '');
    setFiles(all.slice(0, MOST_LEVELS));
  }

  const dragging = useDrop({
    onFiles: take,
    onText: (text) => take([new File(['\uFEFF', text], `${intake.pastedName(files.length + 1)}.txt`)]),
  });

  return (
    <div className="compare">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>
          {words.lead}
          {words.promise}
        </p>
      </header>
      <section
        className={`card compare-files${files.length === 0 ? ' compare-empty' : ''}${dragging ? ' drop-over' : ''}`}
        aria-label={words.files}
      >
        <FileOrder files={files} onChange={setFiles} />
        <div className="row">
          <FileButton
            kind={files.length < 2 ? 'primary' : 'default'}
            large={files.length < 2}
            label={files.length < 2 ? words.choose : words.more}
            accept={DOCUMENTS}
            multiple
            disabled={files.length >= MOST_LEVELS}
            onFiles={take}
          >
            {dragging ? words.dropNow : undefined}
          </FileButton>
          <span className="soft small">{files.length < 2 ? words.needsTwo : words.order}</span>
        </div>
        <p role="status" className="small">
          {note}
        </p>
      </section>
      <section aria-live="polite" className="compare-levels">
        {files.length > 1 && outcome === null && <p className="soft">{words.working}</p>}
        {outcome !== null && <Outcome outcome={outcome} files={files} />}
      </section>
    </div>
  );
}

interface FileOrderProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

function FileOrder({ files, onChange }: FileOrderProps): ReactElement | null {
  const { compare: words } = useMessages();
  if (files.length === 0) return null;
  return (
    <ol className="compare-order">
      {files.map((file, place) => (
        <li key={`${file.name} ${String(place)}`}>
          <span className="soft">{words.level(place)}</span>
          <b>{file.name}</b>
          <span className="row">
            {place > 0 && (
              <Button
                aria-label={words.up(file.name)}
                onClick={() =>
                  onChange([
                    ...files.slice(0, place - 1),
                    file,
                    ...files.slice(place - 1).filter((other) => other !== file),
                  ])
                }
              >
                {words.upShort}
              </Button>
            )}
            <Button
              aria-label={words.remove(file.name)}
              onClick={() => onChange(files.filter((other) => other !== file))}
            >
              {words.removeShort}
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Outcome({
  outcome,
  files,
}: {
  readonly outcome: CompareOutcome;
  readonly files: readonly File[];
}): ReactElement {
  const { compare: words, failures } = useMessages();
  if (outcome.kind === 'failed') {
    return (
      <div role="alert">
        <h2>{words.unreadable(files[outcome.file]?.name ?? '')}</h2>
        <p>{failures[outcome.code].advice}</p>
      </div>
    );
  }
  return (
    <>
      {outcome.levels.map(
        (level, place) =>
          level.comparison !== null && (
            <LevelComparison
              key={level.fileName}
              level={level}
              comparison={level.comparison}
              above={outcome.levels[place - 1]}
            />
          ),
      )}
    </>
  );
}
