import type { ReactElement, ReactNode } from 'react';
import { now } from '../../clock.ts';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import { sayDetails } from '../../details/say-details.ts';
import type { Task } from './queries.ts';

/** By when, how long, what exactly, who asks and why. */
export function TaskFacts({ task }: { readonly task: Task }): ReactElement {
  const words = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { dueAt, minutes, details, files, title, issuerName, expiresOn, demand } = task;
  return (
    <dl className="task-facts">
      <Fact name={words.task.due}>
        <b>{dueAt === null ? words.inbox.noDue : sayInstant(dueAt, language, now())}</b>
      </Fact>
      {minutes !== null && <Fact name={words.task.howLong}>{duration(minutes)}</Fact>}
      <Fact name={words.task.what}>{sayDetails(details, words, language)}</Fact>
      <Fact name={words.task.issuer}>{issuerName}</Fact>
      <Fact name={words.task.why}>{title}</Fact>
      {files.length > 0 && (
        <Fact name={words.task.files}>
          {files.map(({ sha256, name }) => (
            <a key={sha256} className="task-file" href={`/api/v1/demands/${demand}/files/${sha256}`} download={name}>
              {name}
            </a>
          ))}
        </Fact>
      )}
      <Fact name={words.task.until}>{sayDay(expiresOn, language, now())}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
