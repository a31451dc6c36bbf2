import type { ReactElement, ReactNode } from 'react';
import { now } from '../../clock.ts';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import type { Answer, TaskKey } from './queries.ts';

interface GivenAnswerProps extends TaskKey {
  readonly answer: Answer;
  readonly at: string;
  /** What it was an answer to, when it was something else; null for this one. */
  readonly title: string | null;
  readonly children: ReactNode;
}

/** An answer with its source and date, and below it what can be done with it. */
export function GivenAnswer({ unit, demand, answer, at, title, children }: GivenAnswerProps): ReactElement {
  const { task: words } = useWords();
  const [{ language }] = usePreferences();
  const when = sayInstant(at, language, now());
  return (
    <section className="panel answer">
      <h2>{title === null ? words.yours(when) : words.known(when)}</h2>
      {answer.text !== null && <p className="answer-text">{answer.text}</p>}
      {answer.files.map(({ sha256, name }) => (
        <a
          key={sha256}
          className="task-file"
          href={`/api/v1/demands/${demand}/bearers/${unit}/files/${sha256}`}
          download={name}
        >
          {name}
        </a>
      ))}
      {title === null && answer.unchanged && <p className="soft small">{words.asBefore}</p>}
      {title !== null && <p className="soft small">{words.knownFrom(title)}</p>}
      <div className="answer-do">{children}</div>
    </section>
  );
}
