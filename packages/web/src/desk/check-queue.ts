import type {
  CheckOutcome,
  CheckReply,
  CheckRequest,
  DescribeRequest,
  FinalReply,
  Rulebook,
  Stage,
} from './check-protocol.ts';

/** Checks one text after the other in a worker. */
export interface CheckQueue {
  /** Resolves with the outcome, or with null when it was cancelled. */
  readonly check: (request: Omit<CheckRequest, 'id'>, onStage: (stage: Stage) => void) => CheckTicket;
  /** What the checker knows; null when the worker broke down. */
  readonly describe: () => Promise<Rulebook | null>;
}

export interface CheckTicket {
  readonly outcome: Promise<CheckOutcome | null>;
  readonly cancel: () => void;
}

interface Job {
  readonly request: CheckRequest | DescribeRequest;
  readonly onStage: (stage: Stage) => void;
  readonly settle: (reply: FinalReply | null) => void;
}

const BROKEN: CheckOutcome = { kind: 'failed', code: 'crashed' };

/** A queue over the workers that `spawn` starts; one runs at a time, and it is kept warm. */
export function createCheckQueue(spawn: () => Worker): CheckQueue {
  const waiting: Job[] = [];
  let worker: Worker | null = null;
  let running: Job | null = null;
  let lastId = 0;

  function hire(): Worker {
    const hired = spawn();
    hired.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => receive(data));
    hired.addEventListener('error', () => dismiss(BROKEN));
    return hired;
  }

  function receive(reply: CheckReply): void {
    if (running?.request.id !== reply.id) return;
    if (reply.kind === 'stage') running.onStage(reply.stage);
    else finish(reply);
  }

  function finish(reply: FinalReply | null): void {
    const finished = running;
    running = null;
    finished?.settle(reply);
    startNext();
  }

  // A computation cannot be interrupted from outside: its worker is ended, the next text gets a new one.
  function dismiss(reply: FinalReply | null): void {
    worker?.terminate();
    worker = null;
    finish(reply);
  }

  function startNext(): void {
    if (running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    worker ??= hire();
    worker.postMessage(running.request);
  }

  function enqueue(job: Job): void {
    waiting.push(job);
    startNext();
  }

  function cancel(job: Job): void {
    if (running === job) dismiss(null);
    const place = waiting.indexOf(job);
    if (place !== -1) waiting.splice(place, 1);
    job.settle(null);
  }

  function nextId(): number {
    lastId += 1;
    return lastId;
  }

  return {
    check(request, onStage) {
      const { onSettled, settle } = promiseOfReply();
      const job: Job = { request: { ...request, id: nextId() }, onStage, settle };
      enqueue(job);
      const outcome = onSettled.then((reply) => (reply?.kind === 'described' ? null : reply));
      return { outcome, cancel: () => cancel(job) };
    },
    describe() {
      return new Promise((resolve) => {
        enqueue({
          request: { id: nextId(), describe: true },
          onStage: () => undefined,
          settle: (reply) => resolve(reply?.kind === 'described' ? reply.rulebook : null),
        });
      });
    },
  };
}

function promiseOfReply(): { onSettled: Promise<FinalReply | null>; settle: Job['settle'] } {
  let settle: Job['settle'] | null = null;
  const onSettled = new Promise<FinalReply | null>((resolve) => {
    settle = resolve;
  });
  return { onSettled, settle: (reply) => settle?.(reply) };
}
