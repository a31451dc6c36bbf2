import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChecker } from '@qingzhuang/analysis';
import { makeDocuments } from './documents.ts';
import { type Measurement, percentile, print, round, summarise } from './measurement.ts';
import { type Contender, listPeers, OURS, timeProcess } from './peers.ts';

const DOCUMENTS = 500;
const CHARACTERS = 6286;
const NOTICE_CHARACTERS = 5000;
const ROUNDS = 5;
const NOTICES = 400;
const LENGTHS = [10_000, 100_000, 1_000_000];

/** Checker speed: whole processes against peers, then inside one process. */
export function benchCheck(): void {
  benchProcesses();
  benchThroughput();
  benchLatency();
  benchGrowth();
}

/** All contenders take turns, so that a slow minute of the machine hits each of them. */
function benchProcesses(): void {
  const folder = mkdtempSync(join(tmpdir(), 'qingzhuang-bench-'));
  const output = mkdtempSync(join(tmpdir(), 'qingzhuang-bench-output-'));
  try {
    for (const { name, text } of makeDocuments(DOCUMENTS, CHARACTERS)) writeFileSync(join(folder, name), text);
    const contenders = [OURS, ...listPeers()];
    for (const contender of contenders) timeProcess(contender, folder, output);
    const samples = contenders.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, contender] of contenders.entries()) {
        samples[index]?.push(timeProcess(contender, folder, output));
      }
    }
    compare(contenders, samples).forEach(print);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(output, { recursive: true });
  }
}

function compare(contenders: readonly Contender[], samples: readonly (readonly number[])[]): Measurement[] {
  const [ours, ...peers] = contenders.map(({ name }, index) =>
    summarise(`check.process.${DOCUMENTS}x${CHARACTERS}.${name}`, 'ms', samples[index] ?? []),
  );
  if (ours === undefined) return [];
  const ratios = peers.map((peer, index) => ({
    ...ours,
    peer: contenders[index + 1]?.name ?? '',
    ratio: round(peer.value / ours.value),
  }));
  return [...peers, ...ratios];
}

function benchThroughput(): void {
  const checker = createChecker();
  const documents = makeDocuments(DOCUMENTS, CHARACTERS, 7);
  const samples = Array.from({ length: ROUNDS + 1 }, () => {
    const began = performance.now();
    for (const { text } of documents) checker.check(text);
    return (DOCUMENTS * CHARACTERS) / ((performance.now() - began) / 1000);
  });
  print(summarise('check.in-process.throughput', 'characters/s/core', samples.slice(1)));
}

function benchLatency(): void {
  const checker = createChecker();
  const [warmUp, ...notices] = makeDocuments(NOTICES + 1, NOTICE_CHARACTERS, 11);
  for (let round = 0; round < 20; round += 1) checker.check(warmUp?.text ?? '');
  const samples = notices.map(({ text }) => timeCheck(() => checker.check(text)));
  const measured = summarise(`check.in-process.notice-${NOTICE_CHARACTERS}`, 'ms', samples);
  print(measured);
  print({ ...measured, name: `${measured.name}.p99`, value: percentile(samples, 0.99) });
}

/** `ratio` says how the time grew for each tenfold length; 10 is linear. */
function benchGrowth(): void {
  const checker = createChecker();
  let shorter: Measurement | undefined;
  for (const length of LENGTHS) {
    const [document] = makeDocuments(1, length, 13);
    const samples = Array.from({ length: ROUNDS + 2 }, () => timeCheck(() => checker.check(document?.text ?? '')));
    const measured = summarise(`check.in-process.growth-${length}`, 'ms', samples.slice(2));
    print(
      shorter === undefined
        ? measured
        : { ...measured, peer: shorter.name, ratio: round(measured.value / shorter.value) },
    );
    shorter = measured;
  }
}

function timeCheck(check: () => unknown): number {
  const began = performance.now();
  check();
  return performance.now() - began;
}
