import { type ReactElement, useState } from 'react';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import { CodeLine } from './code-line.tsx';
import { mayDo } from './may-do.ts';
import { hrefToDo, type InboxTask, useSettled } from './queries.ts';
import { ReturnStep } from './return-step.tsx';

interface TaskRowProps {
  readonly task: InboxTask;
  readonly unit: string;
  /** Late, or due this week. */
  readonly isPressing: boolean;
  readonly onDone: (note: string) => void;
}

/** What to do, by when and how long; who asks stands below, small. It is answered or returned from here. */
export function TaskRow({ task, unit, isPressing, onDone }: TaskRowProps): ReactElement {
  const { inbox: words, returning, offline } = useWords();
  const waits = useSettled(unit)(task.demand);
  const [returns, setReturns] = useState(false);
  const { demand, ask, emergency, mayReturn } = task;
  const { isDue } = mayDo(task);
  return (
    <li className="task-row">
      <div className="task-row-what">
        <a className="task-row-ask" href={hrefToDo(unit, task)}>
          {ask}
        </a>
        {waits && <span className="tag">{offline.waitsHere}</span>}
        {emergency && <span className="tag tag-wait">{words.emergency}</span>}
        <p className="task-row-when">
          <When task={task} />
        </p>
        <Below task={task} />
      </div>
      <div className="task-row-do">
        <Button kind={isPressing && !waits ? 'primary' : 'default'} href={hrefToDo(unit, task)}>
          {isDue && !waits ? words.task : words.look}
          <span className="unseen">：{ask}</span>
        </Button>
        {mayReturn && !waits && (
          <Button aria-expanded={returns} onClick={() => setReturns(!returns)}>
            {words.sendBack}
            <span className="unseen">：{ask}</span>
          </Button>
        )}
      </div>
      {returns && (
        <ReturnStep
          unit={unit}
          demand={demand}
          onCancel={() => setReturns(false)}
          onDone={(arrived) => onDone(arrived ? returning.done(ask) : `${returning.done(ask)}。${offline.kept}`)}
        />
      )}
    </li>
  );
}

/** `11月20日 周五 18:00 前  约 5 分钟` */
function When({ task: { startsAt, dueAt, minutes } }: { readonly task: InboxTask }): ReactElement {
  const { inbox: words } = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const [at, say] = dueAt === null ? [startsAt, words.begins] : [dueAt, words.by];
  const when = at === null ? words.noDue : say(`${sayInstant(at, language, now())} `);
  return (
    <>
      <span>{when}</span>
      {minutes !== null && <span>{words.about(duration(minutes))}</span>}
    </>
  );
}

/** Who asks under which title, and where it stands when it is not simply to be done. */
function Below({ task }: { readonly task: InboxTask }): ReactElement {
  const { inbox: words } = useWords();
  const { title, issuerName, codeState, state, note, form } = task;
  const lines = [
    form === 'produced' ? words.produced : '',
    `${issuerName} · ${title}`,
    words.states[state],
    note === null ? '' : words.issuerSays(note),
  ];
  return (
    <>
      {codeState !== 'admitted' && <CodeLine task={task} />}
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} className="task-row-who">
            {line}
          </p>
        ))}
    </>
  );
}
