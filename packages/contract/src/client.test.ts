import { expect, test } from 'vitest';
import { z } from 'zod';
import { createClient, type FetchLike } from './client.ts';
import { endpoint } from './endpoint.ts';
import { toProblem } from './problem.ts';
import { Refusal } from './refusal.ts';

const greet = endpoint('POST /greet', {
  summary: '',
  input: z.strictObject({ name: z.string() }),
  upload: z.strictObject({ file: z.file(), options: z.object({ loud: z.boolean() }) }),
  reply: z.object({ greeting: z.string() }),
});
const readPage = endpoint('GET /page', { summary: '', reply: z.string(), media: 'text/html' });

/** A server that answers every request alike, and what it was sent. */
function answering(response: Response): { fetchLike: FetchLike; requests: Request[] } {
  const requests: Request[] = [];
  return {
    requests,
    fetchLike(url, init) {
      requests.push(new Request(`http://server${url}`, init));
      return response;
    },
  };
}

test('an input goes out as JSON and the reply comes back', async () => {
  const { fetchLike, requests } = answering(Response.json({ greeting: '你好' }));

  expect(await createClient(fetchLike)(greet, { name: '清河' })).toEqual({ greeting: '你好' });
  expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST http://server/greet']);
  expect(requests[0]?.headers.get('content-type')).toBe('application/json');
  expect(await requests[0]?.json()).toEqual({ name: '清河' });
});

test('an input with a file goes out as a form, with everything that is no text as JSON', async () => {
  const { fetchLike, requests } = answering(Response.json({ greeting: '' }));
  await createClient(fetchLike)(greet, { file: new File(['内容'], '通知.docx'), options: { loud: true } });

  const form = await requests[0]?.formData();
  expect(form?.get('file')).toMatchObject({ name: '通知.docx' });
  expect(form?.get('options')).toBe('{"loud":true}');
});

test('an endpoint without input sends no body, and a page comes back as text', async () => {
  const { fetchLike, requests } = answering(new Response('<p>轻装</p>'));

  expect(await createClient(fetchLike)(readPage)).toBe('<p>轻装</p>');
  expect(requests[0]?.body).toBeNull();
});

test('what the server refuses is thrown as the same refusal, with its facts', async () => {
  const refusal = new Refusal('invalid-input', { errors: [{ pointer: '/name', detail: '太短' }] });
  const { fetchLike } = answering(Response.json(toProblem(refusal, 400, 'r1'), { status: 400 }));

  await expect(createClient(fetchLike)(greet, { name: '' })).rejects.toEqual(refusal);
});

test.each([
  ['a page of a proxy', new Response('<h1>Bad Gateway</h1>', { status: 502 })],
  ['JSON of another program', Response.json({ error: 'no' }, { status: 502 })],
  [
    'a code this version does not know',
    Response.json({ ...toProblem(new Refusal('busy'), 502, 'r1'), code: 'new' }, { status: 502 }),
  ],
])('%s is thrown as a plain error with its status', async (_, response) => {
  const { fetchLike } = answering(response);
  const failure = createClient(fetchLike)(greet, { name: '' });

  await expect(failure).rejects.toThrow('502');
  await expect(failure).rejects.not.toBeInstanceOf(Refusal);
});
