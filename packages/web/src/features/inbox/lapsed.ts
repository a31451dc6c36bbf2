import type { InboxTask } from './queries.ts';

/** So long somebody may still chase what is no longer in force. */
const CHASED_DAYS = 14;
const DAY_MS = 86_400_000;

type Lapsing = Pick<InboxTask, 'codeState' | 'mayReturn' | 'expiresOn'>;

/** What ran out undone in the last days: it stands in sight, so that it can be returned when somebody chases it. */
export function lapsedTasks<Task extends Lapsing>(tasks: readonly Task[], today: string): Task[] {
  return tasks.filter(({ codeState, mayReturn, expiresOn }) => {
    const days = (Date.parse(today) - Date.parse(expiresOn)) / DAY_MS;
    return codeState === 'expired' && mayReturn && days > 0 && days <= CHASED_DAYS;
  });
}
