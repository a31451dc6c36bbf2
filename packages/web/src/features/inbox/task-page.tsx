import { type ReactElement, useState } from 'react';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { Amendments } from './amendments.tsx';
import { AskIssuer } from './ask-issuer.tsx';
import { CodeLine } from './code-line.tsx';
import { mayDo } from './may-do.ts';
import { hrefToDo, openTasks, type Task, type TaskKey, useInbox, useSettled, useTask } from './queries.ts';
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
  const acts = useActsFor(task.unit);
  const [done, setDone] = useState('');
  const { unit, demand, ask, reasons } = task;
  const waits = useSettled(unit)(demand);
  const isFree = acts && !waits;
  const may = mayDo(task);
  const sendTime = useTime({ unit, demand }, acts && may.isDue);
  function said(note: string, arrived: boolean): void {
    setDone(arrived ? note : `${note}。${offline.kept}`);
  }
  return (
    <div className="stack">
      <header>
        <h1>{ask}</h1>
        <CodeLine task={task} />
      </header>
      <Troubles task={task} />
      <Done unit={unit} demand={demand} note={done} waits={waits} />
      <TaskFacts task={task} />
      {task.form === undefined ? (
        <Reply
          task={task}
          mayAnswer={isFree && may.mayAnswer && done === ''}
          before={sendTime}
          onDone={(arrived) => said(words.done(ask), arrived)}
        />
      ) : (
        <FormLink unit={unit} demand={demand} />
      )}
      {isFree && may.mayReturn && reasons.length > 0 && (
        <SendBack unit={unit} demand={demand} onDone={(arrived) => said(returning.done(ask), arrived)} />
      )}
      {acts && <Amendments unit={unit} demand={demand} mayPropose={may.isDue} />}
      <AskIssuer task={task} />
    </div>
  );
}

/** Whether the person does things in the unit's name. */
function useActsFor(unit: string): boolean {
  return bearerUnits(useMe()).some(({ code }) => code === unit);
}

/** A demand with a form is answered in the form. */
function FormLink({ unit, demand }: TaskKey): ReactElement {
  const { task: words } = useWords();
  return (
    <p>
      <Button kind="primary" large href={hrefOf('inbox', unit, demand, 'form')}>
        {words.openForm}
      </Button>
    </p>
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

interface DoneProps extends TaskKey {
  /** What was just done; empty when nothing was. */
  readonly note: string;
  readonly waits: boolean;
}

/** That it is done, or waits to be sent, and what comes next. */
function Done({ unit, demand, note, waits }: DoneProps): ReactElement | null {
  const { task: words, offline } = useWords();
  const { data: page, isFetching } = useInbox(unit);
  const isSettled = useSettled(unit);
  const next = page && openTasks(page).find((task) => task.demand !== demand && !isSettled(task.demand));
  if (note === '' && !waits) return null;
  return (
    <div className="note task-done" role="status">
      <b>{note === '' ? offline.kept : note}</b>
      {next && (
        <p>
          {words.next}：<a href={hrefToDo(unit, next)}>{next.ask}</a>
        </p>
      )}
      {page && !isFetching && !next && <p>{words.allDone}</p>}
    </div>
  );
}
