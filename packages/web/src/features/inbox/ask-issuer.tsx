import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import type { Task } from './queries.ts';

/** Whom to ask, and words to ask with that name the matter: they go by the chat or the phone that is there anyway. */
export function AskIssuer({ task }: { readonly task: Task }): ReactElement {
  const { task: words, inbox: inboxWords } = useWords();
  const [{ language }] = usePreferences();
  const { ask, issuerName, code, dueAt } = task;
  const when = dueAt === null ? '' : `${sayInstant(dueAt, language, now())} `;
  const question = words.question(ask, code ?? inboxWords.noCode, when);
  return (
    <details className="panel task-ask">
      <summary>{words.ask}</summary>
      <div className="stack">
        <p>{words.askLead(issuerName)}</p>
        <p className="task-question">{question}</p>
        <p className="row">
          <CopyButton text={question} />
        </p>
      </div>
    </details>
  );
}
