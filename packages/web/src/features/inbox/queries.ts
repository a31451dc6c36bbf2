import { inbox, type DeepReadonly } from '@qingzhuang/contract';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { useApi } from '../../api.tsx';
import { copied } from '../../offline/copied.ts';
import type { DeedLine, DeedName } from '../../offline/deeds.ts';
import { nameDeed } from '../../offline/name-deed.ts';
import { perform, useOutbox } from '../../offline/outbox.ts';
import { hrefOf } from '../../ui/route.ts';

export type Inbox = DeepReadonly<inbox.Inbox>;
export type InboxTask = DeepReadonly<inbox.InboxTask>;
export type Task = DeepReadonly<inbox.Task>;
export type Answer = DeepReadonly<inbox.Answer>;

/** Which task of which bearer. */
export interface TaskKey {
  readonly unit: string;
  readonly demand: string;
}

export function useInbox(unit: string): UseQueryResult<Inbox> {
  const call = useApi();
  return useQuery(copied(['inbox', unit], () => call(inbox.readInbox, { unit })));
}

export function useTask({ unit, demand }: TaskKey): UseQueryResult<Task> {
  const call = useApi();
  return useQuery(copied(['task', unit, demand], () => call(inbox.readTask, { unit, demand })));
}

/** What is still to do, the most pressing first. */
export function openTasks({ overdue, thisWeek, later }: Inbox): InboxTask[] {
  return [...overdue, ...thisWeek, ...later];
}

/** Where a task is done: one with a form in the form. */
export function hrefToDo(unit: string, { demand, form }: Pick<InboxTask, 'demand' | 'form'>): string {
  return form === undefined ? hrefOf('inbox', unit, demand) : hrefOf('inbox', unit, demand, 'form');
}

/** What a clerk says in answer: his words and files, or that nothing has changed. */
export type Said =
  | { readonly unchanged: true }
  | { readonly text?: string; readonly files?: readonly string[]; readonly unchanged?: never };

/** Answers, unless a colleague has done so since `answeredAt`. */
export function useAnswer(
  { unit, demand, answeredAt }: Pick<Task, 'unit' | 'demand' | 'answeredAt'>,
  onDone: OnDone,
): UseMutationResult<Task | null, Error, Said> {
  return useDeed({ unit, demand }, onDone, (event, said: Said) => {
    const { files = [], ...rest } = said.unchanged === true ? { ...said, files: [] } : said;
    const given = { ...rest, ...(files.length > 0 && { files: [...files] }) };
    return perform(
      inbox.answerTask,
      { unit, demand, event, seen: answeredAt, ...given },
      about({ unit, demand }, 'answer'),
    );
  });
}

export function useReturn(key: TaskKey, onDone: OnDone): UseMutationResult<Task | null, Error, void> {
  return useDeed(key, onDone, (event) => perform(inbox.returnTask, { ...key, event }, about(key, 'return')));
}

/** What deeds on a task are kept under until they are sent. */
export function about(
  { unit, demand }: TaskKey,
  name: DeedName,
): { readonly subject: string; readonly name: DeedName } {
  return { subject: subjectOf({ unit, demand }), name };
}

/** Whether a task of the unit is settled as far as this device is concerned: what was done waits to be sent. */
export function useSettled(unit: string): (demand: string) => boolean {
  const { deeds } = useOutbox();
  const settled = new Set(deeds.filter(settles).map(({ subject }) => subject));
  return (demand) => settled.has(subjectOf({ unit, demand }));
}

function settles({ name, refusal }: Pick<DeedLine, 'name' | 'refusal'>): boolean {
  return refusal === null && (name === 'answer' || name === 'return' || name === 'submit');
}

export function subjectOf({ unit, demand }: TaskKey): string {
  return `${unit}/${demand}`;
}

/** Is told whether the deed has arrived, or waits on this device. */
type OnDone = (arrived: boolean) => void;

/** One act: tried again under the same name until it has succeeded. */
function useDeed<Given>(
  { unit, demand }: TaskKey,
  onDone: OnDone,
  act: (deed: string, given: Given) => Promise<Task | null>,
): UseMutationResult<Task | null, Error, Given> {
  const queries = useQueryClient();
  const tried = useRef<{ readonly given: string; readonly deed: string } | null>(null);
  return useMutation({
    mutationFn: (given: Given) => {
      // Another answer is another act, even when the first one may have arrived.
      const said = JSON.stringify(given ?? null);
      if (tried.current?.given !== said) tried.current = { given: said, deed: nameDeed() };
      return act(tried.current.deed, given);
    },
    onSuccess(task) {
      tried.current = null;
      // First, for what the page shows afterwards may have no place for whoever asked.
      onDone(task !== null);
      if (task === null) return;
      queries.setQueryData(['task', unit, demand], task);
      void queries.invalidateQueries({ queryKey: ['inbox', unit] });
    },
  });
}
