import type { DeepReadonly, Endpoint } from './endpoint.ts';
import { toForm } from './form.ts';
import { readProblem } from './problem.ts';

/** `fetch`, or anything that answers like it: the server's app in a test, a worker in the browser. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response> | Response;

/** An endpoint without input is called with the endpoint alone. */
type Arguments<Input> = [Input] extends [undefined] ? [] : [input: Input];

export type Call = <Input, Reply>(
  endpoint: Endpoint<Input, Reply>,
  ...input: Arguments<Input>
) => Promise<DeepReadonly<Reply>>;

/**
 * A function that calls endpoints and gives their reply. What the server refuses is thrown as the same `Refusal`;
 * a reply that is neither (a proxy's error page) as a plain error with the status.
 */
export function createClient(fetchLike: FetchLike): Call {
  return async function call<Input, Reply>(
    endpoint: Endpoint<Input, Reply>,
    ...input: Arguments<Input>
  ): Promise<DeepReadonly<Reply>> {
    const response = await fetchLike(endpoint.path, { method: endpoint.method, ...encode(input[0]) });
    if (!response.ok) throw await readFailure(response);
    // The server answers what the contract says: its tests hold every reply against the schema.
    const reply: unknown = endpoint.media === 'application/json' ? await response.json() : await response.text();
    return reply as DeepReadonly<Reply>;
  };
}

function encode(input: unknown): RequestInit {
  if (typeof input !== 'object' || input === null) return {};
  if (Object.values(input).some((value) => value instanceof Blob)) return { body: toForm(input) };
  return { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } };
}

async function readFailure(response: Response): Promise<Error> {
  const text = await response.text();
  return readProblem(parse(text)) ?? new Error(`服务器回复了意外的状态 ${response.status}。`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
