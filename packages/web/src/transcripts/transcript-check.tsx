import { recognition, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useId, useState } from 'react';
import { useApi } from '../api.tsx';
import { Button } from '../ui/button.tsx';
import { WordsEntry } from '../ui/entry.tsx';
import { RefusalNote } from '../ui/refusal-note.tsx';
import './transcripts.css';
import { isPhoto, type Upload } from './uploads.ts';
import { useTranscriptWords } from './words.ts';

interface TranscriptCheckProps {
  /** Nothing is to be checked without one. */
  readonly file: File | null;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly onSend: (upload: Upload) => void;
  readonly onCancel: () => void;
}

type Recognised = DeepReadonly<recognition.RecognisedText>;

/** The words of a photo or scan beside it, the doubtful lines marked, to be put right before they are sent. */
export function TranscriptCheck({ file, onSend, ...props }: TranscriptCheckProps): ReactElement | null {
  if (file === null) return null;
  return <Checking file={file} onSend={(transcript) => onSend({ file, transcript })} {...props} />;
}

interface CheckingProps extends Omit<TranscriptCheckProps, 'file' | 'onSend'> {
  readonly file: File;
  readonly onSend: (transcript: string) => void;
}

function Checking({ file, ...props }: CheckingProps): ReactElement {
  const words = useTranscriptWords();
  const call = useApi();
  const { data, error, isPending } = useQuery({
    queryKey: ['recognised', file.name, file.size, file.lastModified],
    queryFn: () => call(recognition.recogniseText, { file }),
    staleTime: Infinity,
    // Papers hold names and numbers of people.
    gcTime: 0,
    retry: false,
  });
  return (
    <section className="panel stack transcript-panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p role="status" className={data === undefined ? undefined : 'note'}>
        {isPending ? words.reading : data?.says}
      </p>
      <RefusalNote error={error} />
      <div className="transcript">
        <Original file={file} />
        {!isPending && <Lines key={file.lastModified} lines={data?.lines ?? []} {...props} />}
      </div>
    </section>
  );
}

function Original({ file }: Pick<CheckingProps, 'file'>): ReactElement | null {
  const words = useTranscriptWords();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === null || !isPhoto(file)) return null;
  return <img className="transcript-original" src={url} alt={words.original} />;
}

interface LinesProps extends Omit<CheckingProps, 'file'> {
  readonly lines: Recognised['lines'];
}

function Lines({ lines, isSending, error, onSend, onCancel }: LinesProps): ReactElement {
  const words = useTranscriptWords();
  const [texts, setTexts] = useState(() => lines.map(({ text }) => text));
  const [missing, setMissing] = useState('');
  const transcript = [...texts, missing].filter((text) => text.trim() !== '').join('\n');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(transcript);
      }}
    >
      {lines.length > 0 && (
        <ol className="transcript-lines">
          {lines.map(({ isDoubtful }, index) => (
            <Line
              key={index}
              number={index + 1}
              isDoubtful={isDoubtful}
              text={texts[index] ?? ''}
              onChange={(text) => setTexts(texts.with(index, text))}
            />
          ))}
        </ol>
      )}
      <WordsEntry
        label={lines.length === 0 ? words.byHand : words.missing}
        rows={lines.length === 0 ? 8 : 2}
        value={missing}
        onChange={setMissing}
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={isSending || transcript === ''}>
          {isSending ? words.sending : words.send}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
      <RefusalNote error={error} />
      <p className="soft small">{words.kept}</p>
    </form>
  );
}

interface LineProps {
  readonly number: number;
  readonly text: string;
  readonly isDoubtful: boolean;
  readonly onChange: (text: string) => void;
}

function Line({ number, text, isDoubtful, onChange }: LineProps): ReactElement {
  const words = useTranscriptWords();
  const mark = useId();
  return (
    <li className={isDoubtful ? 'transcript-doubtful' : undefined}>
      <textarea
        className="field"
        rows={1}
        aria-label={words.line(number)}
        aria-describedby={isDoubtful ? mark : undefined}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      {isDoubtful && <small id={mark}>{words.doubtful}</small>}
    </li>
  );
}
