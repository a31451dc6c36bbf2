import { createClient, Refusal, type Call } from '@qingzhuang/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, type ReactElement, type ReactNode } from 'react';
import { rememberWho } from './who.ts';

const request = createClient((url, init) => fetch(url, { ...init, credentials: 'same-origin' }));

/** The contract's client in this browser's session. A session that has ended brings the sign-in page back. */
async function callHere(...parts: Parameters<Call>): Promise<unknown> {
  try {
    return await request(...parts);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-signed-in') sessionEnded();
    throw error;
  }
}

const STALE_AFTER_MS = 15_000;

/** What the pages have read from the server; forgotten with the session. */
const queries = new QueryClient({
  defaultOptions: {
    // Without a network the page says so at once, instead of waiting for one.
    queries: { networkMode: 'always', staleTime: STALE_AFTER_MS, retry: retriesOnce },
    mutations: { networkMode: 'always' },
  },
});

const ApiContext = createContext<Call>(callHere as Call);

/** The contract's client: `call(demands.readDemand, { id })`. */
export function useApi(): Call {
  return use(ApiContext);
}

/** Gives the pages below the API and what was read from it. */
export function ApiProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <ApiContext value={callHere as Call}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </ApiContext>
  );
}

/** Drops everything that was read for the person who has left. */
export function forgetSession(): void {
  rememberWho(null);
  queries.clear();
}

function sessionEnded(): void {
  rememberWho(null);
  // Only when somebody was there: asking again who it is would ask for ever.
  if (queries.getQueryData(['me']) !== undefined) void queries.resetQueries({ queryKey: ['me'] });
}

// What the server refuses it refuses again.
function retriesOnce(failures: number, error: Error): boolean {
  return failures < 1 && !(error instanceof Refusal);
}
