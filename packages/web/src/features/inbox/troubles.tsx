import { inbox, refusals } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { type DeedLine, readDeed } from '../../offline/deeds.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { forgetDeed, perform, toRefusal, useDeeds } from '../../offline/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { useWords } from '../../words.tsx';
import { about, subjectOf, type Answer, type Task } from './queries.ts';

/** What was done without a network and was not taken afterwards: both answers, and a choice. */
export function Troubles({ task }: { readonly task: Task }): ReactElement {
  const refused = useDeeds(subjectOf(task)).filter(({ refusal, name }) => refusal !== null && ANSWERS.includes(name));
  return (
    <>
      {refused.map((deed) => (
        <Trouble key={deed.id} deed={deed} task={task} />
      ))}
    </>
  );
}

const ANSWERS: readonly string[] = ['answer', 'return'];

/** What an answer says on the wire. */
type Said = Partial<Pick<Answer, 'text'>> & { readonly files?: readonly string[]; readonly unchanged?: true };

function Trouble({ deed, task }: { readonly deed: DeedLine; readonly task: Task }): ReactElement {
  const { offline } = useWords();
  const { trouble: words } = offline;
  const [{ language }] = usePreferences();
  const { data: said } = useQuery({
    queryKey: ['deed', deed.id],
    networkMode: 'always',
    queryFn: async () => ((await readDeed(deed.id))?.body ?? {}) as Said,
  });
  const { code } = toRefusal(deed.refusal ?? { code: 'internal' });
  const isConflict = code === 'stale';
  async function keepMine(): Promise<void> {
    const { unit, demand, answeredAt } = task;
    await forgetDeed(deed.id);
    const { text, files = [], unchanged } = said ?? {};
    const given = unchanged === true ? { unchanged } : { ...(typeof text === 'string' && { text }), files: [...files] };
    await perform(
      inbox.answerTask,
      { unit, demand, event: nameDeed(), seen: answeredAt, ...given },
      about(task, 'answer'),
    );
  }
  return (
    <section className="panel stack task-trouble" role="alert">
      <h2>{words.title(`${sayInstant(deed.saidAt, language, now())} `)}</h2>
      <p>{isConflict ? words.answeredMeanwhile : `${refusals[code].title}${refusals[code].advice}`}</p>
      <dl className="task-facts">
        <div>
          <dt>{words.mine}</dt>
          <dd>{deed.name === 'answer' && said ? sayAnswer(said, words) : words.names[deed.name]}</dd>
        </div>
        {isConflict && (
          <div>
            <dt>{words.theirs}</dt>
            <dd>{task.answer === null ? words.nothing : sayAnswer(task.answer, words)}</dd>
          </div>
        )}
      </dl>
      <p className="row">
        {isConflict && (
          <Button kind="primary" onClick={() => void keepMine()} disabled={said === undefined}>
            {words.keepMine}
          </Button>
        )}
        <Button onClick={() => void forgetDeed(deed.id)}>{isConflict ? words.keepTheirs : words.seen}</Button>
      </p>
    </section>
  );
}

function sayAnswer(
  {
    text,
    files = [],
    unchanged,
  }: Pick<Partial<Answer>, 'text' | 'unchanged'> & { readonly files?: readonly unknown[] },
  words: ReturnType<typeof useWords>['offline']['trouble'],
): string {
  const parts = [unchanged === true && !text ? words.unchanged : '', text ?? ''];
  if (files.length > 0) parts.push(words.files(files.length));
  return parts.filter((part) => part !== '').join('；');
}
