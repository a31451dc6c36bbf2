import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readPostmaster } from '../../platform/postgres/postmaster.ts';
import { COMPILED } from '../compiled.ts';

/** The whole program on a data directory, in a process of its own, as an operator starts it. */
export interface Program {
  /** Where it answers now; another port after each start. */
  readonly address: () => string;
  /** Ends it as a power cut does. Its database runs on. */
  kill(): Promise<void>;
  /** Ends its database likewise, and gives the process number that is no more. */
  killDatabase(): Promise<number>;
  /** Starts it again; nobody helps. */
  start(): Promise<void>;
  /** Resolves when it answers, with a database whose process number is another one. */
  ready(deadDatabase?: number): Promise<void>;
  stop(): Promise<void>;
}

const MAIN = path.join(import.meta.dirname, '../../main.ts');
const LONGEST_MS = 120_000;

export async function startProgram(dataDirectory: string): Promise<Program> {
  let { child, address } = await launch(dataDirectory);
  // A run that is broken off leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'));

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async function findDatabase(): Promise<number> {
    return (await readPostmaster(await realpath(path.join(dataDirectory, 'postgres'))))?.pid ?? 0;
  }

  async function isReady(deadDatabase: number | undefined): Promise<boolean> {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}.`);
    if (deadDatabase !== undefined && (await findDatabase()) === deadDatabase) return false;
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.ok === true;
  }

  return {
    address: () => address,
    kill: () => end('SIGKILL'),
    async killDatabase() {
      const pid = await findDatabase();
      process.kill(pid, 'SIGKILL');
      return pid;
    },
    async start() {
      ({ child, address } = await launch(dataDirectory));
    },
    async ready(deadDatabase) {
      const until = performance.now() + LONGEST_MS;
      while (!(await isReady(deadDatabase))) {
        if (performance.now() > until) throw new Error('The program does not recover.');
        await delay(10);
      }
    },
    stop: () => end('SIGTERM'),
  };
}

async function launch(dataDirectory: string): Promise<{ child: ChildProcess; address: string }> {
  const log = await open(path.join(dataDirectory, 'program.log'), 'a');
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: '/usr/bin:/bin', NODE_COMPILE_CACHE: COMPILED, PORT: '0', QINGZHUANG_DATA: dataDirectory },
    stdio: ['ignore', 'pipe', log.fd],
  });
  await log.close();
  const { stdout } = child;
  if (stdout === null) throw new Error('What the program prints cannot be read.');
  let printed = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    printed += chunk.toString();
    const address = /http:\/\/\S+/.exec(printed)?.[0];
    if (address === undefined) continue;
    stdout.resume();
    return { child, address };
  }
  throw new Error(`The program does not start: program.log in ${dataDirectory} says why.`);
}
