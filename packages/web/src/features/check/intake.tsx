import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { DOCUMENTS, FileButton } from '../../ui/file-button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { usePhone } from '../../ui/media.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { goTo } from '../../ui/route.ts';
import { desk } from '../../desk/app-desk.ts';
import type { DeskDocument } from '../../desk/desk.ts';
import { Clauses } from '../../ui/clauses.tsx';
import { useDrop } from '../../ui/use-drop.ts';
import { DocumentList } from './document-list.tsx';
import './intake.css';
import { type SampleName, SAMPLES } from './samples/samples.ts';

const MOST_FILES = 500;

/** Ways in: drop, choose, paste, or a sample. One file leads to its answer, several to a list with totals. */
export function Intake({
  documents,
  keeps,
}: {
  readonly documents: readonly DeskDocument[];
  readonly keeps: boolean;
}): ReactElement {
  const { intake, samples } = useMessages();
  const phone = usePhone();
  const [{ draft }] = usePreferences();
  const [writes, setWrites] = useState(draft !== '');
  const [note, setNote] = useState('');

  function takeFiles(files: readonly File[]): void {
    setNote(files.length > MOST_FILES ? intake.tooMany(MOST_FILES) : '');
    const ids = desk.add(files.slice(0, MOST_FILES).map((file) => ({ name: file.name, input: { file } })));
    if (ids.length === 1 && ids[0] !== undefined) goTo('check', ids[0]);
  }

  function takeText(text: string): void {
    const [id] = desk.add([{ name: intake.pastedName(documents.length + 1), input: { text } }]);
    if (id !== undefined) goTo('check', id);
  }

  async function takeSample(name: SampleName): Promise<void> {
    const { readSample } = await import('./samples/read-sample.ts');
    const [id] = desk.add([{ name: samples.names[name], input: { text: readSample(name) } }]);
    if (id !== undefined) goTo('check', id);
  }

  const dragging = useDrop({ onFiles: takeFiles, onText: takeText });

  return (
    <div className="intake">
      <section className={`drop card${dragging ? ' drop-over' : ''}`}>
        <h1>
          <Clauses text={intake.title} />
        </h1>
        <p className="drop-lead">
          {phone ? intake.leadPhone : intake.lead}
          <br />
          {phone ? intake.promisePhone : intake.promise}
        </p>
        <div className="drop-actions">
          <FileButton kind="primary" large label={intake.choose} accept={DOCUMENTS} multiple onFiles={takeFiles}>
            {dragging ? intake.dropNow : intake.choose}
          </FileButton>
          {!writes && (
            <Button large onClick={() => setWrites(true)}>
              {intake.paste}
            </Button>
          )}
        </div>
        <p className="small soft">{intake.formats}</p>
        {writes && <Draft onCheck={takeText} />}
        <p role="status" className="small">
          {note}
        </p>
      </section>
      {documents.length > 0 && <DocumentList documents={documents} keeps={keeps} />}
      <section className="samples" aria-label={intake.samples}>
        <h2>{intake.samples}</h2>
        <ul>
          {SAMPLES.map((name) => (
            <li key={name}>
              <button type="button" className="sample" onClick={() => void takeSample(name)}>
                {samples.names[name]}
                <span>{samples.hints[name]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** The field for pasted text. What stands in it is kept until it has been checked. */
function Draft({ onCheck }: { readonly onCheck: (text: string) => void }): ReactElement {
  const { intake } = useMessages();
  const [{ draft }, change] = usePreferences();
  const empty = draft.trim() === '';
  return (
    <form
      className="draft"
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) return;
        onCheck(draft);
        change({ draft: '' });
      }}
    >
      <textarea
        className="field"
        aria-label={intake.textLabel}
        placeholder={intake.textPlaceholder}
        rows={8}
        autoFocus
        value={draft}
        onChange={({ target }) => change({ draft: target.value })}
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={empty}>
          {intake.check}
        </Button>
        {!empty && <Button onClick={() => change({ draft: '' })}>{intake.clearText}</Button>}
        <span className="soft small">{intake.draftKept}</span>
      </div>
    </form>
  );
}
