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
import { nameDeed } from './deed.ts';

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
  return useQuery({ queryKey: ['inbox', unit], queryFn: () => call(inbox.readInbox, { unit }) });
}

export function useTask({ unit, demand }: TaskKey): UseQueryResult<Task> {
  const call = useApi();
  return useQuery({
    queryKey: ['task', unit, demand],
    queryFn: () => call(inbox.readTask, { unit, demand }),
  });
}

/** What is still to do, the most pressing first. */
export function openTasks({ overdue, thisWeek, later }: Inbox): InboxTask[] {
  return [...overdue, ...thisWeek, ...later];
}

/** What a clerk says in answer: his words and files, or that nothing has changed. */
export type Said =
  | { readonly unchanged: true }
  | { readonly text?: string; readonly files?: readonly string[]; readonly unchanged?: never };

export function useAnswer({ unit, demand }: TaskKey, onDone: () => void): UseMutationResult<Task, Error, Said> {
  const call = useApi();
  return useDeed({ unit, demand }, onDone, (deed, said: Said) => {
    const { files = [], ...rest } = said.unchanged === true ? { ...said, files: [] } : said;
    return call(inbox.answerTask, {
      unit,
      demand,
      event: deed,
      ...rest,
      ...(files.length > 0 && { files: [...files] }),
    });
  });
}

export function useReturn({ unit, demand }: TaskKey, onDone: () => void): UseMutationResult<Task, Error, void> {
  const call = useApi();
  return useDeed({ unit, demand }, onDone, (deed) => call(inbox.returnTask, { unit, demand, event: deed }));
}

/** One act: tried again under the same name until it has succeeded. */
function useDeed<Given>(
  { unit, demand }: TaskKey,
  onDone: () => void,
  act: (deed: string, given: Given) => Promise<Task>,
): UseMutationResult<Task, Error, Given> {
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
      onDone();
      queries.setQueryData(['task', unit, demand], task);
      void queries.invalidateQueries({ queryKey: ['inbox', unit] });
    },
  });
}
