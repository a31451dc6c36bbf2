/** What the command line asks about the seals, with and without a running server. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from './platform/cannot-start.ts';
import type { Config } from './platform/config.ts';
import { addSealKey } from './platform/sealed.ts';

/** The key file of the seals in a data directory. */
export function sealFileIn(dataDirectory: string): string {
  return path.join(dataDirectory, 'keys/seals.json');
}

/**
 * Adds a key to the seals. The program takes it into use when it starts the next time, and seals anew whatever former
 * keys have sealed. Refused where no program has run yet.
 */
export async function rotateSealKey({ dataDirectory }: Pick<Config, 'dataDirectory'>): Promise<void> {
  const file = sealFileIn(dataDirectory);
  try {
    await access(file);
  } catch (error) {
    throw new CannotStart(
      'data-directory-unusable',
      '数据目录中没有封存密钥，请用 QINGZHUANG_DATA 指定。\nThere are no seals in the data directory: set QINGZHUANG_DATA.',
      { cause: error },
    );
  }
  await addSealKey(file);
}
