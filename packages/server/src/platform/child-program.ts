import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Refusal } from '@qingzhuang/contract';

/** A program of its own for work that may crash, hang or eat memory outside of JavaScript: it is ended, and begun anew. */
export interface ChildProgram<Task, Answer> {
  /**
   * What the program answers, one task after the other. Refused as `busy` when too many wait, as `took-too-long` after
   * the time limit, as `too-large` when it takes too much memory, as `damaged` when the task kills it.
   */
  run(task: Task): Promise<Answer>;
  stop(): Promise<void>;
}

export interface ChildProgramOptions {
  readonly script: URL;
  /** Tasks at one time, the one under way included. */
  readonly mostTasks: number;
  readonly timeLimitMs: number;
  /** Of the whole process, as far as the system tells it (Linux does); of its JavaScript alone elsewhere. */
  readonly mostMegabytes: number;
  /** After that long without work it is ended, and its memory given back. */
  readonly idleMs: number;
}

const RETRY_AFTER_SECONDS = 10;
const MEMORY_CHECK_MS = 250;
const KILOBYTES = 1024;

/** The program is started by the first task. It gets no environment, so none of the server's secrets. */
export function createChildProgram<Task, Answer>(options: ChildProgramOptions): ChildProgram<Task, Answer> {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let tasks = 0;
  let stopped = false;

  function open(): ChildProcess {
    const execArgv = [`--max-old-space-size=${options.mostMegabytes}`];
    const opened = fork(options.script, { serialization: 'advanced', env: {}, execArgv, stdio: 'ignore' });
    opened.on('exit', () => {
      if (child === opened) child = undefined;
    });
    return opened;
  }

  function end(): void {
    clearTimeout(idle);
    child?.kill('SIGKILL');
    child = undefined;
  }

  async function perform(task: Task): Promise<Answer> {
    if (stopped) throw busy();
    clearTimeout(idle);
    const asked = (child ??= open());
    hold(asked);
    try {
      return (await ask(asked, task, options)) as Answer;
    } catch (error) {
      end();
      throw error;
    } finally {
      release(asked);
      idle = setTimeout(end, options.idleMs).unref();
    }
  }

  return {
    async run(task) {
      if (stopped || tasks >= options.mostTasks) throw busy();
      tasks += 1;
      const turn = last.then(() => perform(task));
      last = turn.catch(() => undefined);
      return turn.finally(() => {
        tasks -= 1;
      });
    },
    stop() {
      stopped = true;
      end();
      return Promise.resolve();
    },
  };
}

function busy(): Refusal {
  return new Refusal('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function ask(
  child: ChildProcess,
  task: unknown,
  { timeLimitMs, mostMegabytes }: ChildProgramOptions,
): Promise<unknown> {
  const asked = new AbortController();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal('took-too-long')), timeLimitMs);
    const watch = setInterval(() => {
      void residentMegabytes(child).then((megabytes) => {
        if (megabytes > mostMegabytes) reject(new Refusal('too-large'));
      });
    }, MEMORY_CHECK_MS);
    function onExit(code: number | null): void {
      // A signal means that the picture broke the libraries; an exit code, that the program itself is at fault.
      reject(code === null ? new Refusal('damaged') : new Error(`The child program ended with code ${code}.`));
    }
    child.on('message', resolve);
    child.on('exit', onExit);
    child.on('error', reject);
    asked.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', resolve).off('exit', onExit).off('error', reject);
    });
    child.send(task as object, (error) => {
      if (error !== null) reject(error);
    });
  }).finally(() => asked.abort());
}

/** 0 where the system does not tell. */
async function residentMegabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / KILOBYTES;
}

/** A program that has nothing to do keeps the server from ending no longer. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
