import { countBySeverity, type CheckResult } from '@qingzhuang/analysis';
import { Refusal, type check } from '@qingzhuang/contract';
import type { Context } from '../../platform/context.ts';
import { createWorkerPool, type WorkerPool } from '../../platform/worker-pool.ts';
import type {
  Answer,
  ChainTask,
  CheckAnswer,
  CheckTask,
  ComparedChain,
  FillAnswer,
  FillTask,
  FormAnswer,
  FormTask,
  Task,
} from './worker.ts';

export type Checkers = WorkerPool<Task, Answer>;

/** A hostile file may cost 5 seconds by the readers' own limits; the rest is for a busy machine. */
const TIME_LIMIT_MS = 10_000;
/** What waits is held in memory, up to 32 MiB each. */
const MOST_WAITING = 64;
const MOST_MEGABYTES = 512;

/** Workers that read and check files away from the event loop. */
export function openCheckers(size: number): Checkers {
  return createWorkerPool({
    script: new URL('worker.ts', import.meta.url),
    size,
    mostWaiting: MOST_WAITING,
    timeLimitMs: TIME_LIMIT_MS,
    mostMegabytes: MOST_MEGABYTES,
  });
}

/** Checks one file or text. Nothing of it is kept. */
export async function checkDocument(
  context: Context,
  checkers: Checkers,
  request: check.CheckText | check.CheckUpload,
): Promise<check.CheckReport> {
  const began = performance.now();
  try {
    const file = await checkFile(await readTask(context, request), checkers, request.withText === true);
    const elapsedMs = Math.round(performance.now() - began);
    context.metrics.countCheck('checked', elapsedMs / 1000);
    return { version: 1, files: [file], summary: { ...summarise(file), elapsedMs } };
  } catch (error) {
    const outcome = error instanceof Refusal ? error.code : 'internal';
    context.metrics.countCheck(outcome, (performance.now() - began) / 1000);
    throw error;
  }
}

async function readTask({ clock }: Context, request: check.CheckText | check.CheckUpload): Promise<CheckTask> {
  const { receivedAt, config = {} } = request;
  const facts = { today: clock.today(), ...(receivedAt !== undefined && { receivedAt }) };
  if ('text' in request) {
    if (request.text.trim() === '') throw new Refusal('empty');
    return { name: request.name ?? '-', content: request.text, facts, config };
  }
  const bytes = new Uint8Array(await request.file.arrayBuffer());
  if (bytes.length === 0) throw new Refusal('empty');
  return { name: baseName(request.file.name), content: bytes, facts, config };
}

/** Old browsers and scripts send whole paths of somebody's machine. */
export function baseName(name: string): string {
  return name.split(/[/\\]/).at(-1)?.slice(-255) ?? '';
}

type Checked = Extract<CheckAnswer, { readonly result: unknown }>;

/** Reads and checks away from the event loop. The bytes move to the worker: the caller has them no longer. */
export async function runCheck(task: CheckTask, checkers: Checkers): Promise<Checked> {
  const { content } = task;
  // Each kind of task has its own kind of answer, which the type of a pool cannot say.
  const answer = (await checkers.run(task, content instanceof Uint8Array ? [content.buffer] : [])) as CheckAnswer;
  if ('refusal' in answer) throw new Refusal(answer.refusal, answer.facts);
  return answer;
}

/** Compares the levels of a chain, each with the one above it, and those below with the last. */
export async function compareLevels(task: ChainTask, checkers: Checkers): Promise<ComparedChain> {
  return (await checkers.run(task)) as ComparedChain;
}

/** The fingerprints of each of the texts. */
export async function fingerprintTexts(texts: readonly string[], checkers: Checkers): Promise<readonly Uint32Array[]> {
  return (await checkers.run({ fingerprintsOf: texts })) as readonly Uint32Array[];
}

type MetForms = Extract<FormAnswer, { readonly forms: unknown }>['forms'];

/** The forms of a file, each met with the catalogue. The bytes move to the worker. */
export async function meetForms(task: FormTask, checkers: Checkers): Promise<MetForms> {
  const answer = (await checkers.run(task, [task.formsIn.buffer])) as FormAnswer;
  if ('refusal' in answer) throw new Refusal(answer.refusal, answer.facts);
  return answer.forms;
}

type Filled = Extract<FillAnswer, { readonly filled: unknown }>['filled'];

/** A file with values written into it. The bytes move to the worker. */
export async function fillIn(task: FillTask, checkers: Checkers): Promise<Filled> {
  const answer = (await checkers.run(task, [task.fillInto.buffer])) as FillAnswer;
  if ('refusal' in answer) throw new Refusal(answer.refusal, answer.facts);
  return answer.filled;
}

async function checkFile(task: CheckTask, checkers: Checkers, withText: boolean): Promise<check.CheckedFile> {
  const { result, source } = await runCheck(task, checkers);
  return {
    path: task.name,
    ok: true,
    ...pickReport(result),
    unread: source.unread,
    ...(withText && { text: source.text }),
  };
}

function pickReport({ document, burden, findings, suppressed }: CheckResult): Omit<CheckResult, 'cleared'> {
  return { document, burden, findings, suppressed };
}

function summarise({ findings }: check.CheckedFile): Omit<check.CheckReport['summary'], 'elapsedMs'> {
  const { error, warning, info } = countBySeverity(findings);
  return { files: 1, errors: error, warnings: warning, infos: info, unreadable: 0 };
}
