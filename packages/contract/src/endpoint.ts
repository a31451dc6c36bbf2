import type { z } from 'zod';
import type { RefusalCode } from './refusal.ts';
import type { Role } from './role.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type Media =
  | 'application/json'
  | 'text/html'
  | 'text/plain'
  | 'text/csv'
  | 'text/calendar'
  | 'application/atom+xml'
  | 'image/svg+xml'
  | 'application/octet-stream';

/**
 * `anyone` needs no account, `signed-in` any account, `in-person` any account in a session of its own (a token does not
 * do); otherwise one of the roles, held for some unit.
 */
export type Access = 'anyone' | 'signed-in' | 'in-person' | readonly Role[];

/** Enough for any request without a file. */
const MOST_BYTES = 1024 * 1024;

/** One address of the API: everything that server, client and API page must agree on. */
export interface Endpoint<Input, Reply> {
  readonly method: Method;
  /** Steps that begin with a colon are filled from the input: `/api/v1/units/:code`. */
  readonly path: string;
  /** One line for the API page. */
  readonly summary: string;
  /** Who may call it at all. Which units he may call it for is decided by the feature. */
  readonly access: Access;
  /** What is sent: the steps of the path, then the query of a GET or the JSON body of another method. */
  readonly input: z.ZodType<Input> | undefined;
  /** What may be sent as a form with a file instead. */
  readonly upload: (z.ZodType<Input> & z.ZodObject) | undefined;
  /** The largest request that is read, in bytes. */
  readonly mostBytes: number;
  readonly reply: z.ZodType<Reply>;
  /** The content type of the reply. */
  readonly media: Media;
  /** The reply has a `version`: the ETag of a GET begins with it, and another method must send it as If-Match. */
  readonly versioned: boolean;
  /** Passwords, tokens or personal values are sent or given: nothing of it is kept, so a repeated request is done again. */
  readonly confidential: boolean;
  /** What this endpoint may refuse, besides what its access and its input imply. */
  readonly refusals: readonly RefusalCode[];
}

/** A reply is only read: neither the server's handler nor a caller may change what it holds. */
export type DeepReadonly<T> = T extends Uint8Array
  ? T
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** For tables of endpoints, where what each takes and gives does not matter. */
export type AnyEndpoint = Endpoint<unknown, unknown>;

interface Description<Body, Form, Reply> {
  readonly summary: string;
  readonly access?: Access;
  readonly input?: z.ZodType<Body>;
  readonly upload?: z.ZodType<Form> & z.ZodObject;
  readonly mostBytes?: number;
  readonly reply: z.ZodType<Reply>;
  readonly media?: Media;
  readonly versioned?: true;
  readonly confidential?: true;
  readonly refusals?: readonly RefusalCode[];
}

/** Describes an endpoint once, for everyone: `endpoint('POST /api/v1/check', { summary, input, reply })`. */
export function endpoint<Reply, Body = undefined, Form extends Body | object = never>(
  address: `${Method} /${string}`,
  description: Description<Body, Form, Reply>,
): Endpoint<Body | Form, Reply> {
  const space = address.indexOf(' ');
  return {
    method: address.slice(0, space) as Method,
    path: address.slice(space + 1),
    summary: description.summary,
    access: description.access ?? 'anyone',
    input: description.input,
    upload: description.upload,
    mostBytes: description.mostBytes ?? MOST_BYTES,
    reply: description.reply,
    media: description.media ?? 'application/json',
    versioned: description.versioned ?? false,
    confidential: description.confidential ?? false,
    refusals: description.refusals ?? [],
  };
}

/** The names of the steps of a path that are filled from the input: `['code']`. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
