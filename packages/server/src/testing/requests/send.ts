import { Problem, stepsOf, type AnyEndpoint, type RefusalCode } from '@qingzhuang/contract';
import type { App } from '../../platform/api.ts';
import type { Asked } from './request.ts';

/** What came back: the code of a refusal, or undefined where the request was answered. */
export interface Reply {
  readonly status: number;
  readonly code: RefusalCode | undefined;
  readonly text: string;
}

/** Sends a request as it stands: nothing is checked on this side. */
export async function callEndpoint(
  app: App,
  { method, path }: AnyEndpoint,
  { input = {}, ifMatch }: Asked,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const steps = stepsOf(path);
  const rest = Object.entries(input).filter(([name]) => !steps.includes(name));
  const address = steps.reduce((one, step) => one.replace(`:${step}`, encodeURIComponent(String(input[step]))), path);
  const query = new URLSearchParams(method === 'GET' ? rest.map(([name, value]) => [name, String(value)]) : []);
  const hasBody = method !== 'GET' && (rest.length > 0 || steps.length === 0);
  const response = await app.request(query.size === 0 ? address : `${address}?${query}`, {
    method,
    headers: {
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...headers,
    },
    ...(hasBody && { body: JSON.stringify(Object.fromEntries(rest)) }),
  });
  return readReply(response);
}

/** Every refusal is a problem document, and nothing else is. */
export async function readReply(response: Response): Promise<Reply> {
  const { status } = response;
  const text = await response.text();
  if (status < 400) return { status, code: undefined, text };
  return { status, code: Problem.parse(JSON.parse(text)).code, text };
}
