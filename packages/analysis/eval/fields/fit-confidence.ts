/**
 * Fits how sure a match is on the tuning set and writes `src/fields/matching/confidence.gen.ts`:
 * `npm run eval:confidence`. Prints how often answers of each confidence were right, each workbook judged by weights that
 * were fitted without it, and what a threshold would give.
 */
import { writeFileSync } from 'node:fs';
import { readBytes } from '../../../readers/src/index.ts';
import { signsOf, SIGNS, type Weights } from '../../src/fields/matching/confidence.ts';
import { createRanker, type Ranker } from '../../src/fields/matching/ranking.ts';
import type { Surface } from '../../src/fields/matching/surface.ts';
import type { RankedField } from '../../src/fields/matching/weighed.ts';
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
  /** How much it counts: 1 for a field as it is, less for one that was made of it. */
  readonly weight: number;
}

const TARGET = new URL('../../src/fields/matching/confidence.gen.ts', import.meta.url);
const SHOWN = 3;
/** Fields as forms to come have them: an element that the catalogue lacks, a wording that it lacks. */
const WITHOUT_ELEMENT = 0.3;
const WITHOUT_WORDING = 1.6;
/** A catalogue without a wording is read anew; every fourth field is enough. */
const REWORDED_EACH = 4;
const ROUNDS = 2500;
const FOLDS = 5;
const RATE = 1;
/** Words that are left over on either side make no answer surer, however the samples fall. */
const LEFT_OVER: ReadonlySet<string> = new Set(['unsaid', 'unexplained', 'generic']);
/** Keeps weights that few samples speak for near 0. */
const RIDGE = 0.0005;

const samples = await readSamples();
const weights = fit(samples);
writeFileSync(TARGET, written(weights));
const judged = judgeHeldOut(samples.filter(({ isFirst }) => isFirst));
for (const [name, weight] of [
  ['as they are', 1],
  ['without the element', WITHOUT_ELEMENT],
  ['without the wording', WITHOUT_WORDING],
] as const) {
  process.stdout.write(`\n${name}\n`);
  const part = judged.filter((one) => one.weight === weight);
  printReliability(part);
  printThresholds(part);
}
for (const sign of SIGNS) process.stdout.write(`${sign} ${weights[sign].toFixed(2)}\n`);

async function readSamples(): Promise<Sample[]> {
  const { surfaces } = readCatalogue(STARTER_CATALOGUE);
  const rank = createRanker(surfaces);
  const samples: Sample[] = [];
  for (const workbook of readWorkbookSet('tuning')) samples.push(...(await samplesOf(workbook, surfaces, rank)));
  return samples;
}

async function samplesOf(
  workbook: LabelledWorkbook,
  surfaces: readonly Surface[],
  rank: Ranker,
): Promise<Sample[]> {
  const { source } = await readBytes(buildWorkbook(workbook), `${workbook.name}.xlsx`);
  return readForms(source).flatMap((form) =>
    rank(form).fields.flatMap((field, at) => {
      const right = rightOf(workbook, form.sheet, field.asked.field.cell);
      if (right === null) return [];
      const asItIs = samplesOfField(workbook.name, field, right, 1);
      if (right.size === 0) return asItIs;
      const others = field.ranked.filter(({ surface }) => !right.has(surface.element.key));
      const reworded = at % REWORDED_EACH === 0 ? withoutWording(surfaces, field, right) : surfaces;
      const again = reworded === surfaces ? undefined : createRanker(reworded)(form).fields[at];
      return [
        ...asItIs,
        ...samplesOfField(workbook.name, { ...field, ranked: others }, new Set(), WITHOUT_ELEMENT),
        ...(again === undefined ? [] : samplesOfField(workbook.name, again, right, WITHOUT_WORDING)),
      ];
    }),
  );
}

/** The elements that are right in the cell; null where nothing is asked or what is asked is made up of several values. */
function rightOf({ fields }: LabelledWorkbook, sheetOfForm: string | null, cellOfField: string): Set<string> | null {
  const expected = fields.find(({ sheet, cell }) => sheet === sheetOfForm && cell === cellOfField);
  if (expected === undefined || expected.computed === true || (expected.derived?.from.length ?? 0) > 1) return null;
  return new Set([expected.element, ...(expected.alsoRight ?? [])].flatMap((key) => key ?? []));
}

/** The catalogue as if nobody had ever written the right element so; the same where nobody has. */
function withoutWording(
  surfaces: readonly Surface[],
  { asked: { meaning } }: RankedField,
  right: ReadonlySet<string>,
): readonly Surface[] {
  const others = surfaces.filter(
    ({ element, texts }) => !right.has(element.key) || !(texts.has(meaning.whole) || texts.has(meaning.text)),
  );
  return others.length < surfaces.length ? others : surfaces;
}

function samplesOfField(
  workbook: string,
  { asked, ranked }: RankedField,
  right: ReadonlySet<string>,
  weight: number,
): Sample[] {
  return ranked.slice(0, SHOWN).map((weighed, at) => ({
    workbook,
    signs: signsOf(asked, weighed, ranked[at === 0 ? 1 : 0]),
    isRight: right.has(weighed.surface.element.key),
    isFirst: at === 0,
    isKnown: right.size > 0,
    weight,
  }));
}

/** Logistic regression by gradient descent. */
function fit(data: readonly Sample[]): Weights {
  const rows = data.map(({ signs, isRight, weight }) => ({
    values: SIGNS.map((sign) => signs[sign]),
    target: isRight ? 1 : 0,
    weight: weight / data.length,
  }));
  let weights = SIGNS.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) weights = stepped(weights, rows);
  return weightsOf((sign) => weights[SIGNS.indexOf(sign)] ?? 0);
}

interface Row {
  readonly values: readonly number[];
  readonly target: number;
  readonly weight: number;
}

function stepped(weights: readonly number[], rows: readonly Row[]): number[] {
  const slopes = weights.map(() => 0);
  for (const { values, target, weight } of rows) {
    let odds = 0;
    for (let at = 0; at < weights.length; at++) odds += (weights[at] ?? 0) * (values[at] ?? 0);
    const miss = weight * (1 / (1 + Math.exp(-odds)) - target);
    for (let at = 0; at < weights.length; at++) slopes[at] = (slopes[at] ?? 0) + miss * (values[at] ?? 0);
  }
  return SIGNS.map((sign, at) => {
    const value = weights[at] ?? 0;
    const moved = value - RATE * ((slopes[at] ?? 0) + (sign === 'bias' ? 0 : RIDGE * value));
    return LEFT_OVER.has(sign) ? Math.min(0, moved) : moved;
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
      `${from.toFixed(2)}–${to.toFixed(2)}  ${String(inBin.length).padStart(7)}  ${shareRight(inBin).toFixed(3)}\n`,
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
      `${threshold.toFixed(2).padEnd(12)}${shareRight(answered).toFixed(3).padStart(9)}  ${(right / known).toFixed(3)}\n`,
    );
  }
}

function shareRight(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length / judged.length;
}
