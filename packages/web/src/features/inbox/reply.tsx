import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { AnswerForm } from './answer-form.tsx';
import { GivenAnswer } from './given-answer.tsx';
import { type Answer, type Task, useAnswer } from './queries.ts';

interface ReplyProps {
  readonly task: Task;
  readonly mayAnswer: boolean;
  /** Is done before an answer is sent. */
  readonly before: () => void;
  /** Is told whether the answer has arrived, or waits on this device. */
  readonly onDone: (arrived: boolean) => void;
}

/** What was answered; else what is known, to be confirmed with one tap; else the form. */
export function Reply({ task, mayAnswer, before, onDone }: ReplyProps): ReactElement | null {
  const { task: words } = useWords();
  const [changes, setChanges] = useState(false);
  const { known } = task;
  const given = givenAnswer(task);
  if (mayAnswer && (changes || (given === null && known === null))) {
    return <AnswerForm task={task} before={before} onDone={onDone} onClose={() => setChanges(false)} />;
  }
  if (given !== null) {
    return (
      <GivenAnswer unit={task.unit} demand={task.demand} {...given} title={null}>
        {mayAnswer && <Button onClick={() => setChanges(true)}>{words.again}</Button>}
      </GivenAnswer>
    );
  }
  if (!mayAnswer || known === null) return <p className="soft">{words.closed}</p>;
  return <Known task={task} known={known} before={before} onDone={onDone} onChange={() => setChanges(true)} />;
}

/** The answer that holds; null when there is none, or the demand was sent back after it. */
function givenAnswer({ state, answer, answeredAt }: Task): { readonly answer: Answer; readonly at: string } | null {
  return state === 'answered' && answer !== null && answeredAt !== null ? { answer, at: answeredAt } : null;
}

interface KnownProps extends Omit<ReplyProps, 'mayAnswer'> {
  readonly known: NonNullable<Task['known']>;
  readonly onChange: () => void;
}

/** The last answer to the same, with its source and date: one tap says that nothing has changed. */
function Known({ task, known, before, onDone, onChange }: KnownProps): ReactElement {
  const { task: words } = useWords();
  const answering = useAnswer(task, onDone);
  function confirm(): void {
    before();
    answering.mutate({ unchanged: true });
  }
  return (
    <GivenAnswer unit={task.unit} demand={known.demand} answer={known.answer} at={known.answeredAt} title={known.title}>
      <Button kind="primary" large disabled={answering.isPending} onClick={confirm}>
        {answering.isPending ? words.sending : words.unchanged}
      </Button>
      <Button large onClick={onChange}>
        {words.changed}
      </Button>
      <RefusalNote error={answering.error} />
    </GivenAnswer>
  );
}
