import { inbox, type DeepReadonly, type demands } from '@qingzhuang/contract';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { WordsEntry } from '../../ui/entry.tsx';
import { useKept } from '../../ui/kept.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { type Task, useAnswer } from './queries.ts';

type StoredFile = DeepReadonly<demands.DemandFile>;

const LONGEST_ANSWER = 5000;

interface Typed {
  readonly text: string;
  readonly files: readonly StoredFile[];
}

interface AnswerFormProps {
  readonly task: Task;
  readonly before: () => void;
  readonly onDone: (arrived: boolean) => void;
  readonly onClose: () => void;
}

/** A short text, files or photos. What is typed stays in this browser until it has been sent. */
export function AnswerForm({ task, before, onDone, onClose }: AnswerFormProps): ReactElement {
  const { task: words } = useWords();
  const [typed, keep, forget] = useTyped(task);
  const answering = useAnswer(task, (arrived) => {
    forget();
    onClose();
    onDone(arrived);
  });
  const [busy, setBusy] = useState(false);
  const text = typed.text.trim();
  const isEmpty = text === '' && typed.files.length === 0;
  function send(): void {
    before();
    const said = { ...(text !== '' && { text }), files: typed.files.map(({ sha256 }) => sha256) };
    answering.mutate(said);
  }
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <WordsEntry
        label={words.answer}
        hint={words.answerHint}
        rows={4}
        value={typed.text}
        onChange={(said) => keep({ ...typed, text: said })}
        longest={LONGEST_ANSWER}
      />
      <Files unit={task.unit} files={typed.files} onChange={(files) => keep({ ...typed, files })} onBusy={setBusy} />
      <Button kind="primary" large type="submit" disabled={isEmpty || answering.isPending || busy}>
        {answering.isPending ? words.sending : words.send}
      </Button>
      <RefusalNote error={answering.error} />
    </form>
  );
}

/** What the clerk has typed for this task; in the beginning what was answered before. */
function useTyped({ unit, demand, answer, known }: Task): ReturnType<typeof useKept<Typed>> {
  const { person } = useMe();
  const { text, files } = answer ?? known?.answer ?? { text: null, files: [] };
  return useKept<Typed>(`answer/${person}/${unit}/${demand}`, { text: text ?? '', files });
}

interface FilesProps {
  readonly unit: string;
  readonly files: readonly StoredFile[];
  readonly onChange: (files: readonly StoredFile[]) => void;
  readonly onBusy: (busy: boolean) => void;
}

/** The files of an answer; each is sent as soon as it is chosen. */
function Files({ unit, files, onChange, onBusy }: FilesProps): ReactElement {
  const { task: words } = useWords();
  const call = useApi();
  const adding = useMutation({
    mutationFn: (chosen: readonly File[]) => Promise.all(chosen.map((file) => call(inbox.handInFile, { unit, file }))),
    onMutate: () => onBusy(true),
    onSuccess: (added) => onChange([...files, ...added].filter(isFirst)),
    onSettled: () => onBusy(false),
  });
  return (
    <>
      {files.length > 0 && (
        <ul className="lines">
          {files.map((file) => (
            <li key={file.sha256}>
              <span className="lines-main">{file.name}</span>
              <button
                type="button"
                className="plain-button"
                aria-label={words.removeFile(file.name)}
                onClick={() => onChange(files.filter((one) => one !== file))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        <FileButton label={words.photo} accept="image/*" capture onFiles={adding.mutate} />
        <FileButton label={words.file} multiple onFiles={adding.mutate} />
        {adding.isPending && <span role="status">{words.uploading}</span>}
      </div>
      <RefusalNote error={adding.error} />
    </>
  );
}

// The same photo twice is one file.
function isFirst(file: StoredFile, index: number, files: readonly StoredFile[]): boolean {
  return files.findIndex(({ sha256 }) => sha256 === file.sha256) === index;
}
