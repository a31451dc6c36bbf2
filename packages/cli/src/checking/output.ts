import { createWriteStream, rmSync, renameSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { systemCodeOf, UsageError } from '../failures.ts';

/** Where the data goes. Either `finish` or `abandon` ends it. */
export interface Output {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  abandon(): void;
}

/** A file that appears under its name only when it is whole; until then an older one stays. */
export async function openOutputFile(path: string): Promise<Output> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const stream = createWriteStream(temporary, { flags: 'w' });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw toUsageError(error);
  }
  return {
    write: (text) => writeTo(stream, text),
    async finish() {
      try {
        stream.end();
        await once(stream, 'finish');
        renameSync(temporary, path);
      } catch (error) {
        rmSync(temporary, { force: true });
        throw toUsageError(error);
      }
    },
    abandon() {
      stream.destroy();
      rmSync(temporary, { force: true });
    },
  };
}

async function writeTo(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

function toUsageError(error: unknown): UsageError {
  return new UsageError(`写不了输出文件（${systemCodeOf(error) ?? '未知原因'}）。`);
}
