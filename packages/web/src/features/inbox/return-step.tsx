import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { type Task, type TaskKey, useReturn, useTask } from './queries.ts';

interface ReturnStepProps extends TaskKey {
  readonly onCancel: () => void;
  /** Is told whether it has arrived, or waits on this device. */
  readonly onDone: (arrived: boolean) => void;
}

/** The reasons that the system gives, with clause and confidence, and the one button that returns the demand. */
export function ReturnStep({ unit, demand, onCancel, onDone }: ReturnStepProps): ReactElement {
  const { returning: words, loading } = useWords();
  const { data: task, error } = useTask({ unit, demand });
  const going = useReturn({ unit, demand }, onDone);
  if (task === undefined) return error ? <RefusalNote error={error} /> : <p className="soft">{loading}</p>;
  const hasReason = task.reasons.length > 0;
  return (
    <section className="return-step" aria-label={words.lead}>
      <h3>{words.lead}</h3>
      {hasReason ? <Reasons reasons={task.reasons} /> : <p>{words.none}</p>}
      {hasReason && <p className="soft small">{words.noName}</p>}
      <div className="row">
        {hasReason && (
          <Button kind="primary" disabled={going.isPending} onClick={() => going.mutate()}>
            {going.isPending ? words.working : words.confirm}
          </Button>
        )}
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
      <RefusalNote error={going.error} />
    </section>
  );
}

function Reasons({ reasons }: { readonly reasons: Task['reasons'] }): ReactElement {
  const { returning: words } = useWords();
  return (
    <ol className="reasons">
      {reasons.map(({ says, grounds, confidence, quote }, index) => (
        <li key={index}>
          {says}
          {quote !== null && (
            <span className="reason-quote">
              {words.quote}：<q>{quote}</q>
            </span>
          )}
          <span className="reason-grounds">
            {confidence === 'verified' && `${grounds} `}
            <span className={confidence === 'unverified' ? 'tag' : 'tag tag-live'}>{words.confidence[confidence]}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
