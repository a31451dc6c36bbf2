/**
 * Prints how well labels alone find the code that a module of a real system files them under, by mean reciprocal rank:
 * `node packages/analysis/eval/fields/label-ranking.ts`. Each label of a module is asked of the module's other labels; the
 * rank is that of the first answer with the same code. Labels that are spelt alike are asked once. Says so when the corpus
 * is absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRanker } from '../../src/fields/matching/ranking.ts';
import { surfacesOf } from '../../src/fields/matching/surface.ts';
import type { Element, Form } from '../../src/index.ts';

const CORPUS = new URL('../../../../../shared/corpus/field-labels.tsv', import.meta.url);
/** Folders of a path that make a module: cams/sorg. */
const MODULE_DEPTH = 2;
const LEAST_LABELS = 20;
/** Below it nothing is answered. */
const MOST_COST = 0.6;

interface Ranks {
  readonly asked: number;
  readonly reciprocal: number;
  readonly answered: number;
  readonly right: number;
}

const NONE: Ranks = { asked: 0, reciprocal: 0, answered: 0, right: 0 };

if (existsSync(CORPUS)) printRanks();
else process.stdout.write('skipped: the corpus with field-labels.tsv is not here\n');

function printRanks(): void {
  const modules = readModules();
  const all: Ranks[] = [];
  for (const [name, codes] of modules) {
    const ranks = rankModule(codes);
    if (ranks.asked < LEAST_LABELS) continue;
    all.push(ranks);
    process.stdout.write(`${name.padEnd(28)} ${described(ranks)}\n`);
  }
  process.stdout.write(`${'all'.padEnd(28)} ${described(all.reduce(added))}\n`);
}

/** For each module the labels of each code, each label once. */
function readModules(): Map<string, Map<string, Set<string>>> {
  const modules = new Map<string, Map<string, Set<string>>>();
  for (const line of readFileSync(CORPUS, 'utf8').split('\n')) {
    const [page = '', label = '', code = ''] = line.split('\t');
    if (label === '' || code === '') continue;
    const name = page.split('/').slice(0, MODULE_DEPTH).join('/');
    const codes = modules.get(name) ?? new Map<string, Set<string>>();
    modules.set(name, codes.set(code, (codes.get(code) ?? new Set()).add(label)));
  }
  return modules;
}

/** Only codes with several labels can be found again: each label is left out in turn. */
function rankModule(codes: ReadonlyMap<string, ReadonlySet<string>>): Ranks {
  const elements = [...codes].flatMap(([code, labels]) => [...labels].map((label) => elementOf(code, label)));
  const rank = createRanker(elements.flatMap(surfacesOf));
  const asked = [...codes].flatMap(([code, labels]) => (labels.size > 1 ? [...labels].map((label) => ({ code, label })) : []));
  return asked.map(({ code, label }) => ranksOf(code, label, rank(formOf(label)).fields[0]?.ranked ?? [])).reduce(added, NONE);
}

type Ranked = ReturnType<ReturnType<typeof createRanker>>['fields'][number]['ranked'];

function ranksOf(code: string, label: string, ranked: Ranked): Ranks {
  const others = ranked.filter(({ surface }) => surface.element.key !== `${code}\t${label}`);
  const found = [...new Set(others.map(({ surface }) => surface.element.key.split('\t')[0]))];
  const place = found.indexOf(code);
  const isAnswered = (others[0]?.evidence.cost ?? MOST_COST) < MOST_COST;
  return {
    asked: 1,
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
    answered: isAnswered ? 1 : 0,
    right: isAnswered && place === 0 ? 1 : 0,
  };
}

function elementOf(code: string, label: string): Element {
  const unknown = { aliases: [], entity: 'person', type: 'text', unit: null, options: null, definition: '' } as const;
  return { key: `${code}\t${label}`, name: label, ...unknown };
}

function formOf(label: string): Form {
  const marks = { formNo: null, maker: null, approvalNo: null, validUntil: null };
  const place = { cell: 'A1', row: 1, column: 1 };
  const field = { label: [label], ...place, type: 'text' as const, unit: null, options: null, isComputed: false };
  const head = { sheet: null, table: null, title: null, marks, period: null, frequency: null, unit: null };
  return { ...head, shape: 'card', fields: [field], rows: null };
}

function added(one: Ranks, other: Ranks): Ranks {
  return {
    asked: one.asked + other.asked,
    reciprocal: one.reciprocal + other.reciprocal,
    answered: one.answered + other.answered,
    right: one.right + other.right,
  };
}

function described({ asked, reciprocal, answered, right }: Ranks): string {
  const precision = answered === 0 ? 0 : right / answered;
  return `labels ${String(asked).padStart(5)}  MRR ${(reciprocal / asked).toFixed(3)}  answered ${(answered / asked).toFixed(3)}, right ${precision.toFixed(3)}`;
}
