/**
 * Fits how sure a match is on the tuning set and writes `src/fields/matching/confidence.gen.ts`:
 * `npm run eval:confidence`. Prints how often answers of each confidence were right, each workbook judged by weights that
 * were fitted without it, and what a threshold would give.
 */
import { writeFileSync } from 'node:fs';
import { readBytes } from '../../../readers/src/index.ts';
import { signsOf, SIGNS, type Weights } from '../../src/fields/matching/confidence.ts';
import { createRanker, type Ranker } from '../../src/fields/matching/ranking.ts';
import { readCatalogue } from '../../src/fields/matching/catalogue-reading.ts';
import { readForms, STARTER_CATALOGUE } from '../../src/index.ts';
import { buildWorkbook } from './build-workbook.ts';
import { readWorkbookSet, type LabelledWorkbook } from './workbook-set.ts';

interface Sample {
  readonly workbook: string;
  readonly signs: Weights;
  readonly isRight: boolean;
  readonly isFirst: boolean;
  /** Whether any element is right. */
  readonly isKnown: boolean;
}

const TARGET = new URL('../../src/fields/matching/confidence.gen.ts', import.meta.url);
const SHOWN = 3;
const ROUNDS = 2500;
const FOLDS = 5;
const RATE = 1;
/** Keeps weights that few samples speak for near 0. */
const RIDGE = 0.0005;

const samples = await readSamples();
const weights = fit(samples);
writeFileSync(TARGET, written(weights));
const judged = judgeHeldOut(samples.filter(({ isFirst }) => isFirst));
printReliability(judged);
printThresholds(judged);
for (const sign of SIGNS) process.stdout.write(`${sign} ${weights[sign].toFixed(2)}\n`);

async function readSamples(): Promise<Sample[]> {
  const { surfaces } = readCatalogue(STARTER_CATALOGUE);
  const rank = createRanker(surfaces);
  const samples: Sample[] = [];
  for (const workbook of readWorkbookSet('tuning')) samples.push(...(await samplesOf(workbook, rank)));
  return samples;
}

async function samplesOf(workbook: LabelledWorkbook, rank: Ranker): Promise<Sample[]> {
  const { source } = await readBytes(buildWorkbook(workbook), `${workbook.name}.xlsx`);
  return readForms(source).flatMap((form) =>
    rank(form).fields.flatMap(({ asked, ranked }) => {
      const expected = workbook.fields.find(({ sheet, cell }) => sheet === form.sheet && cell === asked.field.cell);
      // What is made up of several values is matched by its parts.
      if (expected === undefined || expected.computed === true || (expected.derived?.from.length ?? 0) > 1) return [];
      return ranked.slice(0, SHOWN).map((weighed, at) => ({
        workbook: workbook.name,
        signs: signsOf(asked, weighed, ranked[at === 0 ? 1 : 0]),
        isRight: [expected.element, ...(expected.alsoRight ?? [])].includes(weighed.surface.element.key),
        isFirst: at === 0,
        isKnown: expected.element !== null,
      }));
    }),
  );
}

/** Logistic regression by gradient descent. */
function fit(data: readonly Sample[]): Weights {
  let weights = weightsOf(() => 0);
  for (let round = 0; round < ROUNDS; round++) weights = stepped(weights, data);
  return weights;
}

function stepped(weights: Weights, data: readonly Sample[]): Weights {
  const misses = data.map(({ signs, isRight }) => shareOf(signs, weights) - (isRight ? 1 : 0));
  return weightsOf((sign) => {
    const slope = data.reduce((sum, { signs }, at) => sum + (misses[at] ?? 0) * signs[sign], 0) / data.length;
    const pull = sign === 'bias' ? 0 : RIDGE * weights[sign];
    return weights[sign] - RATE * (slope + pull);
  });
}

function weightsOf(weigh: (sign: keyof Weights) => number): Weights {
  const entries = SIGNS.map((sign) => [sign, weigh(sign)] as const);
  return Object.fromEntries(entries) as Weights;
}

function shareOf(signs: Weights, weights: Weights): number {
  return 1 / (1 + Math.exp(-SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], 0)));
}

function written(weights: Weights): string {
  const lines = SIGNS.map((sign) => `  ${sign}: ${String(Number(weights[sign].toFixed(2)))},`);
  return [
    '// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.',
    'export const FITTED = {',
    ...lines,
    '} as const;',
    '',
  ].join('\n');
}

interface Judged extends Sample {
  readonly confidence: number;
}

/** The confidence of each answer by weights that were fitted on the workbooks of the other folds. */
function judgeHeldOut(firsts: readonly Sample[]): Judged[] {
  const workbooks = [...new Set(samples.map(({ workbook }) => workbook))];
  const foldOf = new Map(workbooks.map((workbook, at) => [workbook, at % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fit(samples.filter(({ workbook }) => foldOf.get(workbook) !== fold));
    return firsts
      .filter(({ workbook }) => foldOf.get(workbook) === fold)
      .map((sample) => ({ ...sample, confidence: shareOf(sample.signs, fitted) }));
  }).flat();
}

function printReliability(judged: readonly Judged[]): void {
  process.stdout.write('held out    answers  right\n');
  for (const [from, to] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 0.98],
    [0.98, 1],
  ] as const) {
    const inBin = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inBin.length === 0) continue;
    process.stdout.write(
      `${from.toFixed(2)}–${to.toFixed(2)}  ${String(inBin.length).padStart(7)}  ${rightOf(inBin).toFixed(3)}\n`,
    );
  }
}

function printThresholds(judged: readonly Judged[]): void {
  const known = judged.filter(({ isKnown }) => isKnown).length;
  process.stdout.write('threshold   precision  recall\n');
  for (const threshold of [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]) {
    const answered = judged.filter(({ confidence }) => confidence >= threshold);
    const right = answered.filter(({ isRight }) => isRight).length;
    process.stdout.write(
      `${threshold.toFixed(2).padEnd(12)}${rightOf(answered).toFixed(3).padStart(9)}  ${(right / known).toFixed(3)}\n`,
    );
  }
}

function rightOf(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length / judged.length;
}
