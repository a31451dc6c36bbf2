import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createClient, endpoints } from '@qingzhuang/contract';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { addCounty } from './main.ts';
import { readConfig } from './platform/config.ts';
import { COMPILED } from './testing/compiled.ts';
import { copyDataDirectory, removeDirectory } from './testing/data-directory.ts';
import { execute } from './testing/db.ts';

const directories = await Promise.all([1, 2, 3].map(() => copyDataDirectory(inject('pristine'))));
const [directory = '', other = '', third = ''] = directories;
const main = path.join(import.meta.dirname, 'main.ts');
/** A program with the demo county takes half a minute of the machine: only the first of these tests needs it. */
const EMPTY = { QINGZHUANG_DEMO: 'off' };

type Program = ChildProcessByStdio<null, Readable, Readable>;
const programs: Program[] = [];

afterAll(async () => {
  for (const program of programs.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
  await Promise.all(directories.map(removeDirectory));
});

function launch(environment: Record<string, string> = {}): Program {
  const program = spawn(process.execPath, [main], {
    cwd: directory,
    env: { PATH: '/usr/bin:/bin', NODE_COMPILE_CACHE: COMPILED, PORT: '0', QINGZHUANG_DATA: directory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  programs.push(program);
  return program;
}

/** The address the program prints when it is ready. */
function addressOf(program: Program): Promise<string> {
  return waitForPrinted(program, /http:\/\/\S+/);
}

async function waitForPrinted(program: Program, pattern: RegExp): Promise<string> {
  let printed = '';
  for await (const chunk of program.stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    const found = pattern.exec(printed);
    if (found) return found[0];
  }
  throw new Error(`The program ended: ${await text(program.stderr)}`);
}

async function codeOf(program: Program): Promise<unknown> {
  if (program.exitCode !== null) return program.exitCode;
  const [code] = (await once(program, 'exit')) as [unknown];
  return code;
}

test('the program starts, answers, survives being killed, keeps others off its directory and stops on request', async () => {
  const killed = launch();
  const before = await addressOf(killed);
  expect((await fetch(`${before}/readyz`)).status).toBe(200);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  const program = launch();
  const address = await addressOf(program);
  const call = createClient((url, init) => fetch(`${address}${url}`, init));
  expect(await call(endpoints.reportReadiness)).toMatchObject({ status: 'ready' });

  const second = launch();
  const [complaint, code] = await Promise.all([text(second.stderr), codeOf(second)]);
  expect(complaint).toMatch(/数据目录.*另一个轻装程序/);
  expect(complaint).toContain('Another Qingzhuang program');
  expect(complaint).not.toContain(directory);
  expect(code).toBe(2);

  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  program.kill('SIGTERM');
  expect(await codeOf(program)).toBe(0);
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

describe('over a real connection', async () => {
  const address = await addressOf(launch({ ...EMPTY, QINGZHUANG_DATA: other }));
  const call = createClient((url, init) => fetch(`${address}${url}`, init));

  test('a request too large is answered at once and the connection closed, though its body never comes', async () => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write('POST /api/v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n');
    socket.write('Content-Length: 999999999999\r\n\r\n{');

    const answer = await text(socket);

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"too-large"');
  });

  test('hundreds of requests at once are all answered or told to come again, and the program stays well', async () => {
    const requests = Array.from({ length: 300 }, (_, index) =>
      call(endpoints.checkDocument, { text: `请各村于周五前报送第${index}张表。`.repeat(20) }).then(
        () => 'checked',
        (error: unknown) => (error as { code: string }).code,
      ),
    );
    const answers = new Set(await Promise.all(requests));

    expect([...answers].filter((answer) => answer !== 'checked' && answer !== 'busy')).toEqual([]);
    expect(answers).toContain('checked');
    expect(await call(endpoints.reportLiveness)).toEqual({ status: 'up' });
  });

  test('a port that is taken is named, and nothing is left running', async () => {
    const { port } = new URL(address);
    const program = launch({ ...EMPTY, PORT: port, QINGZHUANG_DATA: third });
    const [complaint, code] = await Promise.all([text(program.stderr), codeOf(program)]);

    expect(complaint).toContain(`127.0.0.1:${port}`);
    expect(code).toBe(2);
    await expect(readFile(path.join(third, 'postgres/postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

test('a program told to stop while it is starting stops, and its database with it', async () => {
  const program = launch({ ...EMPTY, QINGZHUANG_DATA: third });
  await once(program.stderr, 'data'); // It has migrated, and is about to listen.
  program.kill('SIGTERM');

  expect(await codeOf(program)).toBe(0);
  await expect(readFile(path.join(third, 'postgres/postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a PostgreSQL server serves instead of the embedded one', async () => {
  const { host, port, user, database } = inject('template');
  const copy = 'served';
  await execute(`create database ${copy} template ${database}`);
  const program = launch({
    ...EMPTY,
    DATABASE_URL: `postgres://${user}@localhost:${port}/${copy}?host=${encodeURIComponent(host)}`,
  });

  expect((await fetch(`${await addressOf(program)}/readyz`)).status).toBe(200);
  program.kill('SIGTERM');
  expect(await codeOf(program)).toBe(0);
  await execute(`drop database ${copy}`);
});

test('without a county and a terminal the program says how to make one, whose administrator then signs in', async () => {
  const { host, port, user, database } = inject('template');
  await execute(`create database founded template ${database}`);
  const databaseUrl = `postgres://${user}@localhost:${port}/founded?host=${encodeURIComponent(host)}`;
  const plan = {
    code: '130101',
    name: '清河县',
    letters: 'QH',
    administrator: { name: '王芳', username: 'Wang.Fang' },
  };
  const options = { ...readConfig({ DATABASE_URL: databaseUrl }, directory), log: ignore, onFailure: ignore };
  const environment = { ...EMPTY, DATABASE_URL: databaseUrl };

  const empty = launch(environment);
  await waitForPrinted(empty, /npx qingzhuang county add/);
  empty.kill('SIGTERM');
  expect(await codeOf(empty)).toBe(0);
  const { oneTimePassword } = await addCounty(options, plan);
  await expect(addCounty(options, plan)).rejects.toMatchObject({ code: 'already-exists' });

  const program = launch(environment);
  const address = await addressOf(program);
  const call = createClient((url, init) => fetch(`${address}${url}`, init));
  const first = { username: 'wang.fang', password: oneTimePassword };
  await expect(call(endpoints.signIn, first)).rejects.toMatchObject({ code: 'new-password-needed' });
  const me = await call(endpoints.signIn, { ...first, newPassword: 'water finds its own level' });
  expect(me).toMatchObject({ countyName: '清河县', posts: [{ unit: '130101000000', role: 'administrator' }] });
  program.kill('SIGTERM');
  expect(await codeOf(program)).toBe(0);
  await execute('drop database founded');
});

function ignore(): void {
  // This program reports elsewhere.
}

test('a PostgreSQL server that does not answer is named without its address', async () => {
  const program = launch({ DATABASE_URL: 'postgres://clerk:secret@127.0.0.1:1/county' });
  const complaint = await text(program.stderr);

  expect(complaint).toContain('DATABASE_URL');
  expect(complaint).toContain('ECONNREFUSED');
  expect(complaint).not.toMatch(/clerk|secret|county/);
  expect(await codeOf(program)).toBe(2);
});

test('a data directory that cannot be one is named by its setting', async () => {
  const program = launch({ QINGZHUANG_DATA: main });
  const complaint = await text(program.stderr);

  expect(complaint).toContain('QINGZHUANG_DATA');
  expect(complaint).not.toContain(main);
  expect(await codeOf(program)).toBe(2);
});

test('wrong settings are named before anything starts', async () => {
  const program = launch({ PORT: 'eighty' });

  expect(await text(program.stderr)).toContain('PORT');
  expect(await codeOf(program)).toBe(2);
});
