import type { CheckOutcome, CheckReply, CheckRequest, Rulebook, Stage } from './check-protocol.ts';

/** Checks one text after the other in a worker. */
export interface CheckQueue {
  /** Resolves with the outcome, or with null when it was cancelled. */
  check(this: void, request: Omit<CheckRequest, 'id'>, onStage: (stage: Stage) => void): CheckTicket;
  /** What the checker knows, from a worker of its own that ends afterwards. */
  describe(this: void): Promise<Rulebook>;
}

export interface CheckTicket {
  readonly outcome: Promise<CheckOutcome | null>;
  cancel(this: void): void;
}

interface Waiting {
  readonly request: CheckRequest;
  readonly onStage: (stage: Stage) => void;
  readonly settle: (outcome: CheckOutcome | null) => void;
}

/** A queue over the workers that `spawn` starts; one runs at a time, and it is kept warm. */
export function createCheckQueue(spawn: () => Worker): CheckQueue {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let running: Waiting | null = null;
  let lastId = 0;

  function hire(): Worker {
    const hired = spawn();
    hired.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => receive(data));
    hired.addEventListener('error', () => dismiss({ kind: 'failed', code: 'crashed' }));
    return hired;
  }

  function receive(reply: CheckReply): void {
    if (running?.request.id !== reply.id) return;
    if (reply.kind === 'stage') running.onStage(reply.stage);
    else if (reply.kind !== 'described') finish(reply);
  }

  function finish(outcome: CheckOutcome | null): void {
    const finished = running;
    running = null;
    finished?.settle(outcome);
    startNext();
  }

  // A computation cannot be interrupted from outside: its worker is ended, the next text gets a new one.
  function dismiss(outcome: CheckOutcome | null): void {
    worker?.terminate();
    worker = null;
    finish(outcome);
  }

  function startNext(): void {
    if (running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    worker ??= hire();
    worker.postMessage(running.request);
  }

  function cancel(job: Waiting): void {
    if (running === job) dismiss(null);
    const place = waiting.indexOf(job);
    if (place !== -1) waiting.splice(place, 1);
    job.settle(null);
  }

  return {
    check(request, onStage) {
      lastId += 1;
      const id = lastId;
      let settle: Waiting['settle'] = () => undefined;
      const outcome = new Promise<CheckOutcome | null>((resolve) => (settle = resolve));
      const job: Waiting = { request: { ...request, id }, onStage, settle };
      waiting.push(job);
      startNext();
      return { outcome, cancel: () => cancel(job) };
    },
    describe() {
      const clerk = spawn();
      return new Promise((resolve, reject) => {
        clerk.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
          clerk.terminate();
          if (data.kind === 'described') resolve(data.rulebook);
        });
        clerk.addEventListener('error', () => reject(new Error('The rules could not be loaded.')));
        clerk.postMessage({ id: 0, describe: true });
      });
    },
  };
}
