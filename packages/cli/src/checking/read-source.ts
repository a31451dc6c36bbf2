import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SourceText } from '@qingzhuang/analysis';
import { MOST_FILE_BYTES, readBytes, UnreadableFile } from '@qingzhuang/readers';
import { systemCodeOf, UsageError } from '../failures.ts';
import { UnusableLibrary } from '../library/library-format.ts';
import type { FileJob, UnreadableReport } from './file-report.ts';
import { failureOf } from './inputs.ts';

/** The text of one file. Throws what `describeUnreadable` understands. */
export async function readSource({ path, content }: FileJob): Promise<SourceText> {
  const bytes = typeof content === 'string' ? readWithinLimit(content) : content;
  // Folders are not searched for pictures; who names one wants it read.
  const { source } = await readBytes(bytes, path, { recognise: true });
  return source;
}

/** The text of a file without which a command cannot begin. Throws `UsageError`. */
export async function readNamed(path: string, directory: string): Promise<SourceText> {
  return readSource({ path, identity: path, content: resolve(directory, path) }).catch((error: unknown) => {
    const { code, message } = describeUnreadable(path, error).error;
    throw new UsageError(`${path}：${message}（${code}）`);
  });
}

/** The size is asked first: a file beyond the limit never enters memory. */
export function readWithinLimit(path: string): Uint8Array {
  if (statSync(path).size > MOST_FILE_BYTES) throw new UnreadableFile('too-large');
  return readFileSync(path);
}

/** Why a file could not be read: by its content, by the file system, or because the program failed on it. */
export function describeUnreadable(path: string, error: unknown): UnreadableReport {
  if (error instanceof UnreadableFile) return { ok: false, path, error: { code: error.code, message: error.message } };
  if (error instanceof UnusableLibrary) {
    return { ok: false, path, error: { code: 'library-damaged', message: `没有检查，文库${error.message}` } };
  }
  if (systemCodeOf(error) !== null) return failureOf(path, error);
  const reason = error instanceof Error ? error.message : String(error);
  return { ok: false, path, error: { code: 'internal', message: `程序内部错误：${reason}` } };
}
