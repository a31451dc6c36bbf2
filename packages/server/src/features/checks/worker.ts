import { parentPort } from 'node:worker_threads';
import {
  ConfigurationError,
  createChecker,
  plainSource,
  type Checker,
  type CheckFacts,
  type CheckResult,
  type SourceText,
} from '@qingzhuang/analysis';
import type { check, RefusalCode, RefusalFacts } from '@qingzhuang/contract';
import { readBytes, UnreadableFile } from '@qingzhuang/readers';

/** One file or text to check, away from the event loop. */
export interface CheckTask {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly facts: CheckFacts;
  readonly config: check.CheckConfig;
}

export type CheckAnswer =
  | { readonly result: CheckResult; readonly source: Pick<SourceText, 'text' | 'unread'> }
  | { readonly refusal: RefusalCode; readonly facts: RefusalFacts };

/** A county uses a handful of configurations; building a checker costs more than checking a page. */
const MOST_CHECKERS = 16;
const checkers = new Map<string, Checker>();

parentPort?.on('message', (task: CheckTask) => {
  // What `answer` throws is a defect: it ends this worker, and the pool reports it.
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ name, content, facts, config }: CheckTask): Promise<CheckAnswer> {
  try {
    const checker = getChecker(config);
    const {
      text: read,
      unread,
      ...places
    } = typeof content === 'string' ? plainSource(content) : (await readBytes(content, name)).source;
    // The database keeps no NUL; a space leaves every place where it was.
    const text = read.replaceAll('\0', ' ');
    const result = checker.check({ text, unread, ...places }, { ...facts, path: name });
    return { result, source: { text, unread } };
  } catch (error) {
    if (error instanceof UnreadableFile) return { refusal: error.code, facts: {} };
    if (error instanceof ConfigurationError) {
      const errors = error.mistakes.map((detail) => ({ pointer: '/config', detail }));
      return { refusal: 'invalid-configuration', facts: { errors } };
    }
    throw error;
  }
}

function getChecker(config: check.CheckConfig): Checker {
  const key = JSON.stringify(config);
  const checker = checkers.get(key) ?? createChecker(config);
  checkers.delete(key); // Setting it again moves it to the end of the order.
  checkers.set(key, checker);
  const [oldest] = checkers.keys();
  if (checkers.size > MOST_CHECKERS && oldest !== undefined) checkers.delete(oldest);
  return checker;
}
