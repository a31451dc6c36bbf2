import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { AnswerForm } from './answer-form.tsx';
import { GivenAnswer } from './given-answer.tsx';
import { type Task, useAnswer } from './queries.ts';

interface ReplyProps {
  readonly task: Task;
  readonly mayAnswer: boolean;
  /** Is done before an answer is sent. */
  readonly before: () => Promise<void>;
  readonly onDone: () => void;
}

/** What was answered; else what is known, to be confirmed with one tap; else the form. */
export function Reply({ task, mayAnswer, before, onDone }: ReplyProps): ReactElement | null {
  const { task: words } = useWords();
  const [changes, setChanges] = useState(false);
  const { answer, answeredAt, known, unit, demand, state } = task;
  const isAnswered = state === 'answered' && answer !== null && answeredAt !== null;
  if (mayAnswer && (changes || (!isAnswered && known === null))) {
    return <AnswerForm task={task} before={before} onDone={onDone} onClose={() => setChanges(false)} />;
  }
  if (isAnswered) {
    return (
      <GivenAnswer unit={unit} demand={demand} answer={answer} at={answeredAt} title={null}>
        {mayAnswer && <Button onClick={() => setChanges(true)}>{words.again}</Button>}
      </GivenAnswer>
    );
  }
  if (!mayAnswer || known === null) return <p className="soft">{words.closed}</p>;
  return <Known task={task} known={known} before={before} onDone={onDone} onChange={() => setChanges(true)} />;
}

interface KnownProps extends Omit<ReplyProps, 'mayAnswer'> {
  readonly known: NonNullable<Task['known']>;
  readonly onChange: () => void;
}

/** The last answer to the same, with its source and date: one tap says that nothing has changed. */
function Known({ task, known, before, onDone, onChange }: KnownProps): ReactElement {
  const { task: words } = useWords();
  const answering = useAnswer(task);
  async function confirm(): Promise<void> {
    await before();
    answering.mutate({ unchanged: true }, { onSuccess: onDone });
  }
  return (
    <GivenAnswer unit={task.unit} demand={known.demand} answer={known.answer} at={known.answeredAt} title={known.title}>
      <Button kind="primary" large disabled={answering.isPending} onClick={() => void confirm()}>
        {answering.isPending ? words.sending : words.unchanged}
      </Button>
      <Button large onClick={onChange}>
        {words.changed}
      </Button>
      <RefusalNote error={answering.error} />
    </GivenAnswer>
  );
}
