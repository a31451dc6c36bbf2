import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { audit } from '@qingzhuang/contract';
import { systemCodeOf, UsageError } from './failures.ts';
import type { Terminal } from './terminal.ts';

/** The keys in a file that GET /api/v1/keys gave. Throws `UsageError` if it cannot be read as such. */
export async function readKeys(file: string, terminal: Terminal): Promise<audit.PublicKeys> {
  const read = audit.PublicKeys.safeParse(parse(await readText(file, terminal)));
  if (!read.success) throw new UsageError(`${file} 不是公钥文件：请保存 /api/v1/keys 的内容。`);
  return read.data;
}

/** A text file named on the command line. Throws `UsageError` if it cannot be read. */
export async function readText(file: string, { directory }: Terminal): Promise<string> {
  return readFile(resolve(directory, file), 'utf8').catch((error: unknown) => {
    throw new UsageError(`读不了 ${file}（${systemCodeOf(error) ?? '未知原因'}）。`);
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
