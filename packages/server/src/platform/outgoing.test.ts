import { beforeEach, describe, expect, test } from 'vitest';
import { startReceiver } from '../testing/receiver.ts';
import { createNetwork } from './network.ts';
import { createOutgoing, mayBeEntered } from './outgoing.ts';

const receiver = await startReceiver();
const here = createNetwork(['127.0.0.1/32']);
const send = createOutgoing({ network: here, timeoutMs: 5000 });

function post(url: string) {
  return { url, headers: { 'content-type': 'text/plain' }, body: '事项' };
}

beforeEach(() => {
  receiver.received.length = 0;
  receiver.answer = (response) => response.writeHead(200).end('收到');
});

test('a reply comes with its status and its text, and the request arrives as it was given', async () => {
  await expect(send(post(`${receiver.url}/hook?a=1`))).resolves.toEqual({ status: 200, reply: '收到' });
  expect(receiver.received).toMatchObject([
    { method: 'POST', path: '/hook?a=1', body: '事项', headers: { 'content-type': 'text/plain' } },
  ]);
});

test('a long reply is cut off, and what no text can hold is left out', async () => {
  receiver.answer = (response) => response.writeHead(500).end(`\u0000${'错'.repeat(100_000)}`);

  const outcome = await send(post(receiver.url));

  expect(outcome).toEqual({ status: 500, reply: '错'.repeat(500) });
});

test('a redirect is not followed', async () => {
  receiver.answer = (response) => response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end();

  await expect(send(post(receiver.url))).resolves.toEqual({ status: 307, reply: '' });
  expect(receiver.received).toHaveLength(1);
});

describe('no reply comes', () => {
  test('in time', async () => {
    receiver.answer = () => undefined;

    await expect(createOutgoing({ network: here, timeoutMs: 50 })(post(receiver.url))).resolves.toEqual({
      fault: 'timeout',
    });
  });

  test('in time, when only its end is missing', async () => {
    receiver.answer = (response) => response.writeHead(200).write('.');

    await expect(createOutgoing({ network: here, timeoutMs: 50 })(post(receiver.url))).resolves.toEqual({
      fault: 'timeout',
    });
  });

  test('from a name that never resolves', async () => {
    const stuck = createOutgoing({ network: here, timeoutMs: 50, resolve: () => new Promise(() => undefined) });

    await expect(stuck(post('https://gate.example/'))).resolves.toEqual({ fault: 'timeout' });
  });

  test('from a name that nobody has', async () => {
    const nobody = createOutgoing({
      network: here,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    });

    await expect(nobody(post('https://gate.example/'))).resolves.toEqual({ fault: 'unknown-host' });
  });

  test('where nobody listens', async () => {
    await expect(send(post('http://127.0.0.1:1/'))).resolves.toEqual({ fault: 'connection' });
  });

  test('where TLS is expected and plain text spoken', async () => {
    await expect(send(post(`https://127.0.0.1:${receiver.port}/`))).resolves.toEqual({ fault: 'tls' });
    expect(receiver.received).toEqual([]);
  });
});

describe('an address that leads inside', () => {
  const strict = createNetwork();

  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
  ])('is refused before anything is sent: %s', async (url) => {
    expect(mayBeEntered(strict, url)).toBe(false);
    await expect(createOutgoing({ network: strict })(post(url))).resolves.toEqual({ fault: 'forbidden-address' });
  });

  test('is refused when it hides behind a name, even beside a public address', async () => {
    const addresses = [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const mixed = createOutgoing({ network: strict, resolve: () => Promise.resolve(addresses) });
    const outcome = await mixed(post('https://gate.example/'));

    expect(outcome).toEqual({ fault: 'forbidden-address' });
  });

  test('is refused when the name has no address at all', async () => {
    const outcome = await createOutgoing({ network: here, resolve: () => Promise.resolve([]) })(post(receiver.url));

    expect(outcome).toEqual({ fault: 'forbidden-address' });
  });

  test('cannot be put in the place of a checked one: the name is asked for once', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const rebound = createOutgoing({
      ...{ network: here, timeoutMs: 5000 },
      resolve: () => Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]),
    });

    const outcome = await rebound(post(`http://gate.example:${receiver.port}/`));

    expect(outcome).toMatchObject({ status: 200 });
    expect(answers).toEqual(['127.0.0.2']);
    expect(receiver.received[0]?.headers.host).toBe(`gate.example:${receiver.port}`);
  });
});

test('without TLS nothing goes outside, whatever the setting', async () => {
  const outcome = await createOutgoing({
    network: here,
    resolve: () => Promise.resolve([{ address: '8.8.8.8', family: 4 }]),
  })(post('http://gate.example/'));

  expect(outcome).toEqual({ fault: 'forbidden-address' });
});

test.each([
  ['https://gate.example/hook', true],
  ['http://gate.example/hook', false],
  ['https://user:word@gate.example/', false],
  ['https://8.8.8.8/', true],
  ['不是地址', false],
])('without a setting %s may be entered: %s', (url, expected) => {
  expect(mayBeEntered(createNetwork(), url)).toBe(expected);
});

test('with a setting plain HTTP may be entered for names and for inner addresses only', () => {
  expect(['http://oa.inner/', 'http://127.0.0.1/', 'http://8.8.8.8/'].map((url) => mayBeEntered(here, url))).toEqual([
    true,
    true,
    false,
  ]);
});

test('breaking off is no outcome', async () => {
  receiver.answer = () => undefined;
  const stopping = new AbortController();
  const sending = send(post(receiver.url), stopping.signal);
  stopping.abort(new Error('stop'));

  await expect(sending).rejects.toThrow('stop');
});
