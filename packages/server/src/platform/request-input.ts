import { fromForm, Refusal, type AnyEndpoint, type InputError } from '@qingzhuang/contract';
import { z } from 'zod';
import type { TakeMemory } from './memory-budget.ts';

const MOST_ERRORS = 50;
const chinese = z.locales.zhCN().localeError;

/** What the request sends to the endpoint, validated. A request over the endpoint's limit is refused unread. */
export async function readInput(request: Request, endpoint: AnyEndpoint, take: TakeMemory): Promise<unknown> {
  const { input, upload, mostBytes } = endpoint;
  if (input === undefined) return undefined;
  const contentType = request.headers.get('content-type') ?? '';
  const media = contentType.split(';', 1)[0]?.trim().toLowerCase();
  const form = media === 'multipart/form-data' ? upload : undefined;
  if ((form === undefined && media !== 'application/json') || request.headers.has('content-encoding')) {
    throw new Refusal('unsupported-media-type');
  }
  const bytes = await readBody(request, mostBytes, take);
  return form === undefined
    ? validate(input, parseJson(bytes))
    : validate(form, fromForm(await parseForm(bytes, contentType), form));
}

/** Refuses by the announced length before the first byte, and by counting where none was announced or it lied. */
async function readBody(request: Request, mostBytes: number, take: TakeMemory): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new Refusal('too-large', { limitBytes: mostBytes });
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
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
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw new Refusal('malformed-json');
    throw cause;
  }
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
