import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useWords } from '../words.tsx';
import { Button } from './button.tsx';
import { WordsEntry } from './entry.tsx';
import { RefusalNote } from './refusal-note.tsx';

const LONGEST_WORDS = 1000;

interface ReplyFormProps {
  readonly label: string;
  readonly hint?: string;
  readonly className?: string;
  /** What is read anew after it was sent. */
  readonly refreshes: QueryKey;
  readonly send: (words: string) => Promise<unknown>;
  /** It was sent, or is not to be. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A field for some sentences and the button that sends them. What was refused stays in the field. */
export function ReplyForm({
  label,
  hint,
  className,
  refreshes,
  send,
  onClose,
  children,
}: ReplyFormProps): ReactElement {
  const { reply: words } = useWords();
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const sending = useMutation({
    mutationFn: () => send(said.trim()),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: refreshes });
      onClose();
    },
  });
  return (
    <form
      className={className ?? 'stack whole-line'}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      {children}
      <WordsEntry
        label={label}
        hint={hint}
        value={said}
        onChange={setSaid}
        longest={LONGEST_WORDS}
        required
        autoFocus
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={sending.isPending || said.trim() === ''}>
          {words.send}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={sending.error} />
    </form>
  );
}
