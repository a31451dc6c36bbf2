import { type ReactElement, useState } from 'react';
import { useMe } from '../../me.tsx';
import { useDeeds, useOutbox } from '../../offline/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { Amendments } from './amendments.tsx';
import { AskIssuer } from './ask-issuer.tsx';
import { CodeLine } from './code-line.tsx';
import { mayDo } from './may-do.ts';
import { openTasks, settles, subjectOf, type Task, type TaskKey, useInbox, useTask } from './queries.ts';
import { Reply } from './reply.tsx';
import { ReturnStep } from './return-step.tsx';
import { TaskFacts } from './task-facts.tsx';
import { bearerUnits } from './units.ts';
import { Troubles } from './troubles.tsx';
import { useTime } from './use-time.ts';

/** One task of one bearer: what, by when, how long, why; then the answer, or the way back. */
export function TaskPage({ unit, demand }: TaskKey): ReactElement {
  const { task: words, loading } = useWords();
  const { data: task, error } = useTask({ unit, demand });
  return (
    <article className="task">
      <p className="no-print">
        <a className="back" href={hrefOf('inbox')}>
          ← {words.back}
        </a>
      </p>
      {task === undefined && error === null && <h1 className="task-loading">{loading}</h1>}
      {task === undefined && <RefusalNote error={error} />}
      {task && <TaskView task={task} />}
    </article>
  );
}

function TaskView({ task }: { readonly task: Task }): ReactElement {
  const { task: words, returning, offline } = useWords();
  const me = useMe();
  const [done, setDone] = useState('');
  const { unit, demand, ask, reasons } = task;
  const acts = bearerUnits(me).some(({ code }) => code === unit);
  const may = mayDo(task);
  function said(note: string, arrived: boolean): string {
    return arrived ? note : `${note}。${offline.kept}`;
  }
  const waits = useDeeds(subjectOf({ unit, demand })).some(settles);
  const sendTime = useTime({ unit, demand }, acts && may.isDue);
  return (
    <div className="stack">
      <header>
        <h1>{ask}</h1>
        <CodeLine task={task} />
      </header>
      <Troubles task={task} />
      {waits && done === '' && (
        <p className="note" role="status">
          {offline.kept}
        </p>
      )}
      {done !== '' && <Done unit={unit} demand={demand} note={done} />}
      <TaskFacts task={task} />
      <Reply
        task={task}
        mayAnswer={acts && may.mayAnswer && done === '' && !waits}
        before={sendTime}
        onDone={(arrived) => setDone(said(words.done(ask), arrived))}
      />
      {acts && may.mayReturn && !waits && reasons.length > 0 && (
        <SendBack unit={unit} demand={demand} onDone={(arrived) => setDone(said(returning.done(ask), arrived))} />
      )}
      {acts && <Amendments unit={unit} demand={demand} mayPropose={may.isDue} />}
      <AskIssuer task={task} />
    </div>
  );
}

/** The way back: a button, then the reasons with the button that returns it. */
function SendBack({ unit, demand, onDone }: TaskKey & { readonly onDone: (arrived: boolean) => void }): ReactElement {
  const { inbox: words } = useWords();
  const [asks, setAsks] = useState(false);
  if (!asks) {
    return (
      <p>
        <Button onClick={() => setAsks(true)}>{words.sendBack}</Button>
      </p>
    );
  }
  return (
    <div className="panel">
      <ReturnStep unit={unit} demand={demand} onCancel={() => setAsks(false)} onDone={onDone} />
    </div>
  );
}

/** That it is done, and what comes next. */
function Done({ unit, demand, note }: TaskKey & { readonly note: string }): ReactElement {
  const { task: words } = useWords();
  const { data: page, isFetching } = useInbox(unit);
  const { deeds } = useOutbox();
  const next =
    page &&
    openTasks(page).find(
      (task) =>
        task.demand !== demand &&
        !deeds.some((deed) => settles(deed) && deed.subject === subjectOf({ unit, demand: task.demand })),
    );
  return (
    <div className="note task-done" role="status">
      <b>{note}</b>
      {next && (
        <p>
          {words.next}：<a href={hrefOf('inbox', unit, next.demand)}>{next.ask}</a>
        </p>
      )}
      {page && !isFetching && !next && <p>{words.allDone}</p>}
    </div>
  );
}
