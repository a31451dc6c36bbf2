/**
 * Fits how sure a match is on the tuning set and writes `src/fields/matching/confidence.gen.ts`:
 * `node packages/analysis/eval/fields/fit-confidence.ts`. Prints how often answers of each confidence were right.
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
  readonly signs: Weights;
  readonly isRight: boolean;
  readonly isFirst: boolean;
}

const TARGET = new URL('../../src/fields/matching/confidence.gen.ts', import.meta.url);
const SHOWN = 3;
const ROUNDS = 2500;
const RATE = 1;
/** Keeps weights that few samples speak for near 0. */
const RIDGE = 0.0005;

const samples = await readSamples();
const weights = fit(samples);
writeFileSync(TARGET, written(weights));
printReliability(
  samples.filter(({ isFirst }) => isFirst),
  weights,
);

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
        signs: signsOf(asked, weighed, ranked[at === 0 ? 1 : 0]),
        isRight: weighed.surface.element.key === expected.element,
        isFirst: at === 0,
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

function printReliability(firsts: readonly Sample[], weights: Weights): void {
  process.stdout.write('confidence  answers  right\n');
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
    const inBin = firsts.filter(({ signs }) => shareOf(signs, weights) >= from && shareOf(signs, weights) < to);
    if (inBin.length === 0) continue;
    const right = inBin.filter(({ isRight }) => isRight).length / inBin.length;
    process.stdout.write(
      `${from.toFixed(2)}–${to.toFixed(2)}  ${String(inBin.length).padStart(7)}  ${right.toFixed(3)}\n`,
    );
  }
  for (const sign of SIGNS) process.stdout.write(`${sign} ${weights[sign].toFixed(2)}\n`);
}
