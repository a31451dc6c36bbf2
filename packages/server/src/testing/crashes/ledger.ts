import { randomUUID } from 'node:crypto';
import {
  createClient,
  Refusal,
  SESSION_COOKIE,
  signIn,
  type Call,
  type DeepReadonly,
  type Endpoint,
} from '@qingzhuang/contract';
import { DEMO_PASSWORD } from '../../demo/county.ts';
import type { Program } from './program.ts';

/** A write that the program has acknowledged. */
export interface Acknowledged {
  readonly reply: unknown;
  /** Asks for the same once more, under the same key. */
  readonly repeat: () => Promise<unknown>;
}

type Write = <Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  input: DeepReadonly<Input>,
  ifMatch?: number,
) => Promise<DeepReadonly<Reply>>;

/** Somebody of the demo county who writes like a client that loses its connection: the same again until it is answered. */
export interface Clerk {
  readonly call: Call;
  readonly write: Write;
}

/** What the program has acknowledged, kept outside of it. */
export interface Ledger {
  readonly acknowledged: Acknowledged[];
  /** Writes that were sent again because nobody knew what had become of them. */
  uncertain: number;
  clerk(username: string): Promise<Clerk>;
  /** Resolves when so many more have been acknowledged. */
  more(count: number): Promise<void>;
}

/** Refusals that say nothing about what is asked for. */
const UNCERTAIN: readonly string[] = ['internal', 'busy', 'not-ready', 'took-too-long'];

const LONGEST_ANSWER_MS = 30_000;

export function openLedger(program: Program): Ledger {
  let wake: (() => void) | undefined;
  const ledger: Ledger = {
    acknowledged: [],
    uncertain: 0,
    async clerk(username) {
      const call = await signInAs(program, username);
      return { call, write: createWrite(call) };
    },
    async more(count) {
      const enough = ledger.acknowledged.length + count;
      while (ledger.acknowledged.length < enough) await new Promise<void>((resolve) => (wake = resolve));
    },
  };

  function createWrite(call: Call): Write {
    return async function write<Input, Reply>(
      endpoint: Endpoint<Input, Reply>,
      input: DeepReadonly<Input>,
      ifMatch?: number,
    ) {
      const options = { idempotencyKey: randomUUID(), ...(ifMatch !== undefined && { ifMatch }) };
      function ask(): Promise<DeepReadonly<Reply>> {
        // The type cannot know that an endpoint with input takes one.
        return (call as LooseCall)(endpoint, input, options);
      }
      for (;;) {
        const reply = await ask().catch(toUncertain);
        if (reply !== LOST) {
          ledger.acknowledged.push({ reply, repeat: ask });
          wake?.();
          return reply;
        }
        ledger.uncertain += 1;
        await program.ready();
      }
    };
  }
  return ledger;
}

type LooseCall = <Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  input: DeepReadonly<Input>,
  options: { readonly idempotencyKey: string },
) => Promise<DeepReadonly<Reply>>;

const LOST = Symbol('lost');

/** A verdict about the write itself is thrown on. */
function toUncertain(error: unknown): typeof LOST {
  if (error instanceof Refusal && !UNCERTAIN.includes(error.code)) throw error;
  return LOST;
}

async function signInAs(program: Program, username: string): Promise<Call> {
  const cookies: string[] = [];
  const call = createClient(async (url, init) => {
    const headers = { ...(init.headers as Record<string, string>), cookie: cookies.join('; ') };
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS);
    const response = await fetch(`${program.address()}${url}`, { ...init, headers, signal });
    const pairs = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    cookies.push(...pairs.filter((pair) => pair.startsWith(SESSION_COOKIE)));
    return response;
  });
  await call(signIn.signIn, { username, password: DEMO_PASSWORD });
  return call;
}
