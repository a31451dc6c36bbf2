import type { z } from 'zod';
import type { RefusalCode } from './refusal.ts';

export type Method = 'GET' | 'POST';
export type Media = 'application/json' | 'text/html' | 'text/plain';

/** Enough for any request without a file. */
const MOST_BYTES = 1024 * 1024;

/** One address of the API: everything that server, client and API page must agree on. */
export interface Endpoint<Input, Reply> {
  readonly method: Method;
  readonly path: string;
  /** One line for the API page. */
  readonly summary: string;
  /** What is sent as JSON; undefined when the endpoint takes no body. */
  readonly input: z.ZodType<Input> | undefined;
  /** What may be sent as a form with a file instead. */
  readonly upload: (z.ZodType<Input> & z.ZodObject) | undefined;
  /** The largest request that is read, in bytes. */
  readonly mostBytes: number;
  readonly reply: z.ZodType<Reply>;
  /** The content type of the reply. */
  readonly media: Media;
  /** What this endpoint may refuse, besides a defect. */
  readonly refusals: readonly RefusalCode[];
}

/** A reply is only read: neither the server's handler nor a caller may change what it holds. */
export type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** For tables of endpoints, where what each takes and gives does not matter. */
export type AnyEndpoint = Endpoint<unknown, unknown>;

interface Description<Body, Form, Reply> {
  readonly summary: string;
  readonly input?: z.ZodType<Body>;
  readonly upload?: z.ZodType<Form> & z.ZodObject;
  readonly mostBytes?: number;
  readonly reply: z.ZodType<Reply>;
  readonly media?: Media;
  readonly refusals?: readonly RefusalCode[];
}

/** Describes an endpoint once, for everyone: `endpoint('POST /api/v1/check', { summary, input, reply })`. */
export function endpoint<Reply, Body = undefined, Form extends Body | object = never>(
  address: `${Method} /${string}`,
  description: Description<Body, Form, Reply>,
): Endpoint<Body | Form, Reply> {
  return {
    method: address.startsWith('GET ') ? 'GET' : 'POST',
    path: address.slice(address.indexOf('/')),
    summary: description.summary,
    input: description.input,
    upload: description.upload,
    mostBytes: description.mostBytes ?? MOST_BYTES,
    reply: description.reply,
    media: description.media ?? 'application/json',
    refusals: description.refusals ?? [],
  };
}
