import { createClient, Refusal, type Call } from '@qingzhuang/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, type ReactElement, type ReactNode } from 'react';
import { dropCopies } from './offline/copies.ts';
import { noteLine } from './offline/line.ts';
import { rememberWho } from './who.ts';

const request = createClient((url, init) => fetch(url, { ...init, credentials: 'same-origin' }));

/** The contract's client in this browser's session. A session that has ended brings the sign-in page back. */
async function callHere(...parts: Parameters<Call>): Promise<unknown> {
  try {
    const reply = await request(...parts);
    noteLine(true);
    return reply;
  } catch (error) {
    // What the server refuses has reached it.
    noteLine(error instanceof Refusal);
    if (error instanceof Refusal && error.code === 'not-signed-in') sessionEnded();
    throw error;
  }
}

/** The contract's client outside of a page. */
export const callServer = callHere as Call;

const STALE_AFTER_MS = 15_000;

/** What the pages have read from the server; forgotten with the session. */
const queries = new QueryClient({
  defaultOptions: {
    // Without a network the page says so at once, instead of waiting for one.
    queries: { networkMode: 'always', staleTime: STALE_AFTER_MS, retry: retriesOnce },
    mutations: { networkMode: 'always' },
  },
});

const ApiContext = createContext<Call>(callServer);

/** The contract's client: `call(demands.readDemand, { id })`. */
export function useApi(): Call {
  return use(ApiContext);
}

/** Gives the pages below the API and what was read from it. */
export function ApiProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <ApiContext value={callServer}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  );
}

/** Drops everything that was read for the person who has left. */
export function forgetSession(): void {
  leaveDevice();
  queries.clear();
}

function sessionEnded(): void {
  leaveDevice();
  // Only when somebody was there: asking again who it is would ask for ever.
  if (queries.getQueryData(['me']) !== undefined) void queries.resetQueries({ queryKey: ['me'] });
}

// What was not sent yet stays, sealed, until the same person signs in again.
function leaveDevice(): void {
  rememberWho(null);
  void dropCopies(null);
}

// What the server refuses it refuses again.
function retriesOnce(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof Refusal);
}
