import { fromForm, Refusal, stepsOf, type AnyEndpoint, type InputError } from '@qingzhuang/contract';
import { z } from 'zod';
import type { TakeMemory } from './memory-budget.ts';

const MOST_ERRORS = 50;
const chinese = z.locales.zhCN().localeError;

/**
 * What the request sends to the endpoint, validated: the steps of its path with the query of a GET, or with the body of
 * another method. A request over the endpoint's limit is refused unread.
 */
export async function readInput(
  request: Request,
  endpoint: AnyEndpoint,
  steps: Readonly<Record<string, string>>,
  take: TakeMemory,
): Promise<unknown> {
  const { method, path, input } = endpoint;
  if (input === undefined) return undefined;
  if (method === 'GET') return validate(input, withSteps(readQuery(request), steps));
  // What is named by the address alone needs no body.
  if (request.body === null && stepsOf(path).length > 0) return validate(input, steps);
  const { bytes, contentType, form } = await readContent(request, endpoint, take);
  return form === undefined
    ? validate(input, withSteps(parseJson(bytes), steps))
    : validate(form, withSteps(fromForm(await parseForm(bytes, contentType), form), steps));
}

interface Content {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** The shape of the form, when a form was sent where one may be. */
  readonly form: AnyEndpoint['upload'];
}

async function readContent(request: Request, { upload, mostBytes }: AnyEndpoint, take: TakeMemory): Promise<Content> {
  const contentType = request.headers.get('content-type') ?? '';
  const form = mediaOf(contentType) === 'multipart/form-data' ? upload : undefined;
  if ((form === undefined && mediaOf(contentType) !== 'application/json') || request.headers.has('content-encoding')) {
    throw new Refusal('unsupported-media-type');
  }
  return { bytes: await readBody(request, mostBytes, take), contentType, form };
}

function mediaOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** A name given twice becomes a list. */
function readQuery(request: Request): Record<string, string | string[]> {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** The address decides what is meant; a query or a body that says it again is refused with the field it may not have. */
function withSteps(body: unknown, steps: Readonly<Record<string, string>>): unknown {
  if (Object.keys(steps).length === 0 || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const twice = Object.keys(steps).filter((name) => Object.hasOwn(body, name));
  if (twice.length === 0) return { ...body, ...steps };
  throw new Refusal('invalid-input', {
    errors: twice.map((name) => ({ pointer: toPointer([name]), detail: '由地址给出，不再另外填写' })),
  });
}

/** Refuses by the announced length before the first byte, and by counting where none was announced or it lied. */
async function readBody(request: Request, mostBytes: number, take: TakeMemory): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new Refusal('too-large', { limitBytes: mostBytes });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > mostBytes) throw tooLarge;
    take(chunk.length);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (hasLoneSurrogate(text)) throw new Refusal('malformed-json');
    return JSON.parse(text) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw new Refusal('malformed-json');
    throw cause;
  }
}

/** One escape after the other, so that an escaped backslash begins none; two halves of one character are one. */
const ESCAPES = /\\(?:ud[89ab]..\\ud[c-f]..|u(?<half>d[89a-f]..)|[^])/gi;

/** Half a character can be written in JSON alone. Nothing can store it, so it is no text. */
function hasLoneSurrogate(json: string): boolean {
  if (!/\\ud/i.test(json)) return false;
  for (const { groups } of json.matchAll(ESCAPES)) {
    if (groups?.['half'] !== undefined) return true;
  }
  return false;
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    if (cause instanceof TypeError) throw new Refusal('malformed-form');
    throw cause;
  }
}

function validate<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  const read = schema.safeParse(raw, { error: chinese });
  if (read.success) return read.data;
  throw new Refusal('invalid-input', { errors: read.error.issues.flatMap(describeIssue).slice(0, MOST_ERRORS) });
}

function describeIssue(issue: z.core.$ZodIssue): InputError[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), detail: issue.message }];
  return issue.keys.map((key) => ({ pointer: toPointer([...issue.path, key]), detail: '没有这个字段' }));
}

/** A JSON Pointer, RFC 6901; the empty string is the whole request. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
