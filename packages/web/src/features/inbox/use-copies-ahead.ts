import { inbox, type Call } from '@qingzhuang/contract';
import { useEffect } from 'react';
import { useApi } from '../../api.tsx';
import { askFill } from '../../fills.ts';
import { copyAhead } from '../../offline/copied.ts';
import { useLine } from '../../offline/line.ts';
import { openTasks, type Inbox } from './queries.ts';

/** So many tasks, the next due first, and so many of their forms are at hand when the network goes. */
const MOST_TASKS = 12;
const MOST_FORMS = 6;
/** What was fetched so lately need not be fetched again. */
const FRESH_MINUTES = 30;
/** The page itself comes first. */
const WAIT_MS = 1500;

interface SavingNavigator extends Navigator {
  readonly connection?: { readonly saveData?: boolean };
}

/** Keeps what is due next on the device before anybody opens it. Who saves data gets what he opens, no more. */
export function useCopiesAhead(page: Inbox | undefined): void {
  const call = useApi();
  const isUp = useLine();
  useEffect(() => {
    if (page === undefined || !isUp || (navigator as SavingNavigator).connection?.saveData === true) return;
    const leaving = new AbortController();
    const waiting = setTimeout(() => {
      fetchAhead(call, page, leaving.signal).catch(() => undefined);
    }, WAIT_MS);
    return () => {
      clearTimeout(waiting);
      leaving.abort();
    };
  }, [page, isUp, call]);
}

// One after the other: the line is thin, and what the clerk asks for must not wait behind it.
async function fetchAhead(call: Call, page: Inbox, leaving: AbortSignal): Promise<void> {
  const { unit } = page;
  const next = openTasks(page).slice(0, MOST_TASKS);
  for (const { demand } of next) {
    if (leaving.aborted) return;
    await copyAhead(['task', unit, demand], () => call(inbox.readTask, { unit, demand }), FRESH_MINUTES);
  }
  for (const { demand } of next.filter(({ form }) => form !== undefined).slice(0, MOST_FORMS)) {
    if (leaving.aborted) return;
    await copyAhead(['fill', unit, demand], () => askFill(call, unit, demand), FRESH_MINUTES);
  }
}
