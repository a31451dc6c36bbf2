import { Worker, type Transferable } from 'node:worker_threads';
import { Refusal } from '@qingzhuang/contract';

export interface WorkerPool<Task, Answer> {
  /**
   * What a worker answers to the task; `transfer` names buffers to hand over instead of copying. Refused as `busy` when
   * too many wait, as `took-too-long` after the time limit, as `too-large` when it needs too much memory; a worker that
   * dies otherwise is a defect. A worker takes one task at a time, and one that failed is replaced.
   */
  run(task: Task, transfer?: readonly Transferable[]): Promise<Answer>;
  stop(): Promise<void>;
}

export interface WorkerPoolOptions {
  readonly script: URL;
  readonly size: number;
  readonly mostWaiting: number;
  readonly timeLimitMs: number;
  /** Of the JavaScript heap of one worker. */
  readonly mostMegabytes: number;
}

interface Job<Task, Answer> {
  readonly task: Task;
  readonly transfer: readonly Transferable[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

interface Seat<Task, Answer> {
  readonly worker: Worker;
  job: Job<Task, Answer> | undefined;
  timer: NodeJS.Timeout | undefined;
}

const RETRY_AFTER_SECONDS = 2;

export function createWorkerPool<Task, Answer>(options: WorkerPoolOptions): WorkerPool<Task, Answer> {
  const seats = new Set<Seat<Task, Answer>>();
  const waiting: Job<Task, Answer>[] = [];
  let stopped = false;
  // The first request must not wait for modules to load.
  while (seats.size < options.size) seats.add(open());

  function open(): Seat<Task, Answer> {
    const worker = new Worker(options.script, { resourceLimits: { maxOldGenerationSizeMb: options.mostMegabytes } });
    const seat: Seat<Task, Answer> = { worker, job: undefined, timer: undefined };
    worker.unref(); // An idle worker keeps no program alive.
    worker.on('message', (answer: Answer) => {
      release(seat)?.resolve(answer);
      fill();
    });
    worker.on('error', (error: Error) => close(seat, explain(error)));
    worker.on('exit', (code) => close(seat, new Error(`The worker ended with code ${code}.`)));
    return seat;
  }

  /** Ends the seat's job with the reason, its worker as well. Called again for the same seat it does nothing. */
  function close(seat: Seat<Task, Answer>, reason: Error): void {
    if (!seats.delete(seat)) return;
    release(seat)?.reject(reason);
    void seat.worker.terminate();
    fill();
  }

  function release(seat: Seat<Task, Answer>): Job<Task, Answer> | undefined {
    const { job } = seat;
    clearTimeout(seat.timer);
    seat.job = undefined;
    seat.worker.unref();
    return job;
  }

  function fill(): void {
    while (!stopped && waiting.length > 0) {
      const seat = findFreeSeat();
      const job = seat && waiting.shift();
      if (seat === undefined || job === undefined) return;
      seat.job = job;
      seat.timer = setTimeout(() => close(seat, new Refusal('took-too-long')), options.timeLimitMs);
      seat.worker.ref();
      send(seat, job);
    }
  }

  function send(seat: Seat<Task, Answer>, { task, transfer, reject }: Job<Task, Answer>): void {
    try {
      seat.worker.postMessage(task, transfer);
    } catch (error) {
      release(seat);
      reject(error instanceof Error ? error : new Error('The task cannot be sent.', { cause: error }));
    }
  }

  function findFreeSeat(): Seat<Task, Answer> | undefined {
    for (const seat of seats) if (seat.job === undefined) return seat;
    if (seats.size >= options.size) return undefined;
    const seat = open();
    seats.add(seat);
    return seat;
  }

  return {
    run(task, transfer = []) {
      return new Promise((resolve, reject) => {
        if (stopped || waiting.length >= options.mostWaiting) {
          reject(new Refusal('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
          return;
        }
        waiting.push({ task, transfer, resolve, reject });
        fill();
      });
    },
    async stop() {
      stopped = true;
      const busy = new Refusal('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      for (const job of waiting.splice(0)) job.reject(busy);
      const workers = [...seats].map(({ worker }) => worker);
      for (const seat of seats) close(seat, busy);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function explain(error: Error): Error {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('too-large', {}) : error;
}
