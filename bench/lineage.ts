/** Searching a library for what a document was taken from: our own figures, then peers on a small library. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLineagePeers } from './lineage-peers.ts';
import type { Made, Searched } from './lineage-library.ts';
import { percentile, print, round, summarise } from './measurement.ts';
import { officialText } from './official-texts.ts';
import { plantCopies } from './planted-copies.ts';
import { processorTime } from './processor-time.ts';

const QUESTIONS = 300;
const DOCUMENTS = 100_000;
/** Files that `library build` reads. */
const FILES = 5_000;

/** `LINEAGE_DOCUMENTS=1000000` asks for another size; a million needs 4 GB of memory and 5 GB of disk. */
export async function benchLineage(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-lineage-'));
  try {
    benchBuild(folder);
    benchLibrary(folder, Number(process.env['LINEAGE_DOCUMENTS'] ?? DOCUMENTS));
    await benchLineagePeers();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The command as people call it, with one thread, on files of plain text; and again when nothing has changed. */
function benchBuild(folder: string): void {
  const shelves = join(folder, 'files');
  for (let number = 0; number < FILES; number++) {
    const shelf = join(shelves, String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(shelf, { recursive: true });
    writeFileSync(join(shelf, `${number}.txt`), officialText(number));
  }
  const program = join(import.meta.dirname, '../packages/cli/bin/qingzhuang.js');
  const command = [program, 'library', 'build', shelves, '--out', join(folder, 'files.qzlib'), '--concurrency', '1'];
  for (const name of ['lineage.build-files', 'lineage.build-files-unchanged']) {
    const before = processorTime(process.pid);
    runChild(command);
    const seconds = (processorTime(process.pid) - before) / 1000;
    print(summarise(name, 'documents/s/core', [round(FILES / seconds)]));
  }
}

/** Makes a library without files, for the size, and searches in it from another process. */
function benchLibrary(folder: string, documents: number): void {
  const program = join(import.meta.dirname, 'lineage-library.ts');
  const library = join(folder, 'library.qzlib');
  const made = JSON.parse(runChild([program, 'make', library, String(documents)])) as Made;
  const name = `lineage.${documents}`;
  function one(what: string, unit: string, value: number): void {
    print(summarise(`${name}.${what}`, unit, [value]));
  }
  one('fingerprinting', 'characters/s/core', round(made.characters / (made.fingerprinting / 1000)));
  one('build', 'documents/s/core', round(documents / (made.building / 1000)));
  one('build.memory', 'MB', made.memory);
  one('file', 'MB', Math.round(made.bytes / 2 ** 20));
  const questions = join(folder, 'questions.json');
  writeFileSync(questions, JSON.stringify(plantCopies(QUESTIONS, documents)));
  const searched = JSON.parse(runChild([program, 'search', library, questions])) as Searched;
  for (const [what, samples] of [
    ['search', searched.processor],
    ['search.on-the-clock', searched.elapsed],
  ] as const) {
    print(summarise(`${name}.${what}`, 'ms', samples));
    print({ ...summarise(`${name}.${what}.p99`, 'ms', samples), value: percentile(samples, 0.99) });
  }
  for (const [part, median] of Object.entries(searched.parts)) one(`search.${part}`, 'ms', median);
  one('open', 'ms', round(searched.opening));
  one('search.memory', 'MB', searched.memory);
  print({
    ...summarise(`${name}.recall`, 'of planted runs', [searched.found / searched.planted]),
    n: searched.planted,
  });
}

function runChild(args: readonly string[]): string {
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args[0] ?? ''} failed (${status ?? 'killed'}).`);
  return stdout;
}
