import { type ReactElement, useState } from 'react';
import { now } from '../../clock.ts';
import { dayFrom } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { AwaitingLine } from './awaiting-line.tsx';
import { Invitations } from './invitations.tsx';
import { lapsedTasks } from './lapsed.ts';
import { openTasks, useInbox, useSettled, type Inbox, type InboxTask } from './queries.ts';
import { TaskRow } from './task-row.tsx';
import { useCopiesAhead } from './use-copies-ahead.ts';

const GROUPS = ['overdue', 'thisWeek', 'later'] as const;

/** What one bearer has to do: this week's hours, then the tasks by the time they are due. */
export function InboxPage({ unit }: { readonly unit: string }): ReactElement {
  const { inbox: words, loading } = useWords();
  const { data: page, error } = useInbox(unit);
  const isSettled = useSettled(unit);
  useCopiesAhead(page);
  const [note, setNote] = useState('');
  if (page === undefined) {
    return (
      <>
        <h1>{words.title}</h1>
        {error ? <RefusalNote error={error} /> : <p className="soft">{loading}</p>}
      </>
    );
  }
  const open = openTasks(page).filter(({ demand }) => !isSettled(demand)).length;
  const lapsed = lapsedTasks(page.done, dayFrom(now(), 0));
  const done = page.done.filter((task) => !lapsed.includes(task));
  return (
    <>
      <div className="inbox-top">
        <h1>{words.left(open)}</h1>
        <Month month={page.month} />
      </div>
      <p role="status" className={note === '' ? 'unseen' : 'note inbox-note'}>
        {note}
      </p>
      <AwaitingLine unit={unit} />
      <Invitations unit={unit} />
      {open === 0 && <p className="soft">{words.nothing}</p>}
      {GROUPS.map((group) => (
        <Tasks
          key={group}
          title={words.groups[group]}
          tasks={page[group]}
          unit={unit}
          isPressing={group !== 'later'}
          onDone={setNote}
        />
      ))}
      <Tasks title={words.groups.lapsed} tasks={lapsed} unit={unit} isPressing={false} onDone={setNote} />
      {done.length > 0 && (
        <details className="inbox-done">
          <summary>{words.done(done.length)}</summary>
          <Tasks title={null} tasks={done} unit={unit} isPressing={false} onDone={setNote} />
        </details>
      )}
    </>
  );
}

/** The month's hours against the ceiling, where the county has set one. */
function Month({ month: { month, minutes, ceilingMinutes } }: { readonly month: Inbox['month'] }): ReactElement {
  const { inbox: words } = useWords();
  const { duration } = useMessages();
  const isOver = ceilingMinutes !== null && minutes > ceilingMinutes;
  return (
    <div className={isOver ? 'inbox-month inbox-month-over' : 'inbox-month'}>
      <p>
        {words.month(Number(month.slice(5)))}
        {words.hours(duration(minutes))}
        {ceilingMinutes !== null && words.ceiling(duration(ceilingMinutes))}
      </p>
      {ceilingMinutes !== null && (
        <span className="inbox-bar" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (minutes / Math.max(1, ceilingMinutes)) * 100)}%` }} />
        </span>
      )}
      {isOver && <p className="inbox-over">{words.overCeiling}</p>}
    </div>
  );
}

interface TasksProps {
  readonly title: string | null;
  readonly tasks: readonly InboxTask[];
  readonly unit: string;
  readonly isPressing: boolean;
  readonly onDone: (note: string) => void;
}

function Tasks({ title, tasks, unit, isPressing, onDone }: TasksProps): ReactElement | null {
  if (tasks.length === 0) return null;
  return (
    <section className="inbox-group">
      {title !== null && <h2>{title}</h2>}
      <ul className="card inbox-tasks">
        {tasks.map((task) => (
          <TaskRow key={task.demand} task={task} unit={unit} isPressing={isPressing} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}
