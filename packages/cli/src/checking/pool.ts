import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { UnreadableReport } from './file-report.ts';

/** Files in one message: enough to hide its cost, few enough to share the work evenly at the end. */
const BATCH_FILES = 8;

/**
 * How long the main thread works alone before it calls for help, in milliseconds. A thread needs about as long until
 * its first file, so work that ends sooner is done faster alone.
 */
const ALONE_MS = 60;

/** How many batches may be begun before an earlier one is printed; bounds the memory. */
const MOST_AHEAD = 64;

/** What is done with each input. */
type MakePart<Input, Part> = (input: Input | UnreadableReport) => Promise<Part>;

export interface PoolPlan {
  /** Threads that work, the main thread included. */
  readonly threads: number;
  /** The program of the other threads: says when it is ready, then answers each batch of inputs with their parts. */
  readonly entry: URL;
  /** What the other threads need to make the same parts. */
  readonly settings: unknown;
  /** Milliseconds until other threads are called; `ALONE_MS` unless told. */
  readonly aloneMs?: number;
}

/**
 * Makes the parts of all inputs and yields them in the order of the inputs. The main thread works too; other threads
 * join only when the work turns out to be long.
 */
export async function* makeParts<Input extends { readonly path: string }, Part>(
  inputs: readonly (Input | UnreadableReport)[],
  makePart: MakePart<Input, Part>,
  plan: PoolPlan,
): AsyncGenerator<Part> {
  const { aloneMs = ALONE_MS } = plan;
  const queue = createQueue<Input, Part>(inputs);
  const began = performance.now();
  let helpers: readonly Helper[] = [];
  try {
    for (let index = 0; index < queue.total;) {
      if (queue.isDone(index)) {
        yield* queue.release(index);
        index += 1;
        continue;
      }
      await workOn(queue, makePart);
      // Lets the other threads' answers in.
      if (helpers.length > 0) await nextTurn();
      else if (performance.now() - began > aloneMs) helpers = startHelpers(queue, makePart, plan);
    }
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
}

/** Makes the next batch, or waits for another thread when all are taken. */
async function workOn<Input, Part>(queue: Queue<Input, Part>, makePart: MakePart<Input, Part>): Promise<void> {
  const batch = queue.take();
  if (batch === undefined) await queue.changed();
  else queue.finish(batch.index, await makeAll(batch.inputs, makePart));
}

interface Batch<Input> {
  readonly index: number;
  readonly inputs: readonly (Input | UnreadableReport)[];
}

interface Queue<Input, Part> {
  readonly total: number;
  /** The next batch, or undefined while none may be begun. */
  take(): Batch<Input> | undefined;
  finish(index: number, parts: readonly Part[]): void;
  isDone(index: number): boolean;
  /** The parts of a finished batch, for printing; makes room for another. */
  release(index: number): readonly Part[];
  readonly isEmpty: () => boolean;
  /** Resolves when a batch was finished or released. */
  changed(): Promise<unknown>;
}

function createQueue<Input, Part>(inputs: readonly (Input | UnreadableReport)[]): Queue<Input, Part> {
  const total = Math.ceil(inputs.length / BATCH_FILES);
  const done = new Map<number, readonly Part[]>();
  const events = new EventEmitter().setMaxListeners(0);
  let next = 0;
  let released = 0;
  return {
    total,
    take() {
      if (next >= total || next - released >= MOST_AHEAD) return undefined;
      const index = next++;
      return { index, inputs: inputs.slice(index * BATCH_FILES, (index + 1) * BATCH_FILES) };
    },
    finish(index, parts) {
      done.set(index, parts);
      events.emit('change');
    },
    isDone: (index) => done.has(index),
    release(index) {
      const parts = done.get(index) ?? [];
      done.delete(index);
      released = index + 1;
      events.emit('change');
      return parts;
    },
    isEmpty: () => next >= total,
    changed: () => once(events, 'change'),
  };
}

interface Helper {
  stop(): Promise<unknown>;
}

function startHelpers<Input extends { readonly path: string }, Part>(
  queue: Queue<Input, Part>,
  makePart: MakePart<Input, Part>,
  { threads, entry, settings }: PoolPlan,
): readonly Helper[] {
  return Array.from({ length: Math.max(0, threads - 1) }, () => {
    const worker = new Worker(entry, { workerData: settings });
    void drive(worker, queue, makePart);
    return { stop: () => worker.terminate() };
  });
}

/** Feeds one thread until the queue is empty. Its first message says that it is ready. */
async function drive<Input extends { readonly path: string }, Part>(
  worker: Worker,
  queue: Queue<Input, Part>,
  makePart: MakePart<Input, Part>,
): Promise<void> {
  const ended = endOf(worker);
  let held: Batch<Input> | undefined;
  try {
    await Promise.race([once(worker, 'message'), ended]);
    while (!queue.isEmpty()) {
      held = queue.take();
      if (held === undefined) {
        await queue.changed();
        continue;
      }
      worker.postMessage(held.inputs);
      const [parts] = (await Promise.race([once(worker, 'message'), ended])) as [readonly Part[]];
      queue.finish(held.index, parts);
      held = undefined;
    }
  } catch (error) {
    // The thread died, of memory perhaps. Its files are reported as failed: trying them here could end the program.
    const reason = error instanceof Error ? error.message : String(error);
    const failed = (held?.inputs ?? []).map(({ path }) => toFailed(path, reason));
    if (held !== undefined) queue.finish(held.index, await makeAll(failed, makePart));
  }
}

/** Rejects when the thread ends, by an error or without one: who waits for its answer would wait for ever. */
function endOf(worker: Worker): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`thread ended with code ${code}`)));
  promise.catch(() => undefined);
  return promise;
}

async function makeAll<Input, Part>(
  inputs: readonly (Input | UnreadableReport)[],
  makePart: MakePart<Input, Part>,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const input of inputs) parts.push(await makePart(input));
  return parts;
}

function toFailed(path: string, reason: string): UnreadableReport {
  return { ok: false, path, error: { code: 'internal', message: `程序内部错误：${reason}` } };
}
