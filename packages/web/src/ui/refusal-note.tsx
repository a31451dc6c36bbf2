import { Refusal, refusals } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { useWords } from '../words.tsx';
import './work.css';

/** What the server said no to, in its own sentence, beside what was typed. Nothing when there is no error. */
export function RefusalNote({ error }: { readonly error: Error | null }): ReactElement | null {
  const { failures } = useWords();
  if (error === null) return null;
  if (!(error instanceof Refusal)) {
    return (
      <div className="note note-alarm" role="alert">
        <b>{failures.unreachable}</b>
        <p>{failures.unreachableAdvice}</p>
      </div>
    );
  }
  if (error.code === 'stale') {
    return (
      <p className="note note-alarm" role="alert">
        {failures.stale}
      </p>
    );
  }
  const { title, advice } = refusals[error.code];
  const { errors = [], retryAfterSeconds } = error.facts;
  return (
    <div className="note note-alarm" role="alert">
      <b>{title}</b>
      <p>{advice}</p>
      {retryAfterSeconds !== undefined && <p>{failures.retryAfter(retryAfterSeconds)}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              {failures.place(pointer)}
              {detail}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
