/**
 * Prints how well labels alone find the code that a module of a real system files them under, by mean reciprocal rank:
 * `node packages/analysis/eval/fields/label-ranking.ts`. Each line of a module is asked of the module's other lines; the rank
 * is that of the first answer with the same code. `new` counts only labels that stand once, so that none of the others is
 * spelt alike. Says so when the corpus is absent.
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
  let all = NONE;
  let strange = NONE;
  for (const [name, codes] of modules) {
    const { lines, once } = rankModule(codes);
    if (lines.asked < LEAST_LABELS) continue;
    all = added(all, lines);
    strange = added(strange, once);
    process.stdout.write(`${name.padEnd(28)} ${described(lines)}\n`);
  }
  process.stdout.write(`${'all'.padEnd(28)} ${described(all)}\n`);
  process.stdout.write(`${'new'.padEnd(28)} ${described(strange)}\n`);
}

/** For each module the labels of each code, and how many lines have them. */
function readModules(): Map<string, Map<string, Map<string, number>>> {
  const modules = new Map<string, Map<string, Map<string, number>>>();
  for (const line of readFileSync(CORPUS, 'utf8').split('\n')) {
    const [page = '', label = '', code = ''] = line.split('\t');
    if (label === '' || code === '') continue;
    const name = page.split('/').slice(0, MODULE_DEPTH).join('/');
    const codes = modules.get(name) ?? new Map<string, Map<string, number>>();
    const labels = codes.get(code) ?? new Map<string, number>();
    modules.set(name, codes.set(code, labels.set(label, (labels.get(label) ?? 0) + 1)));
  }
  return modules;
}

/** Only codes of several lines can be found again. */
function rankModule(codes: ReadonlyMap<string, ReadonlyMap<string, number>>): { lines: Ranks; once: Ranks } {
  const pairs = [...codes].flatMap(([code, labels]) => [...labels].map(([label, count]) => ({ code, label, count })));
  const rank = createRanker(pairs.flatMap(({ code, label }) => surfacesOf(elementOf(code, label))));
  let lines = NONE;
  let once = NONE;
  for (const { code, label, count } of pairs) {
    if (count === 1 && (codes.get(code)?.size ?? 0) < 2) continue;
    const ranked = rank(formOf(label)).fields[0]?.ranked ?? [];
    const own = `${code}\t${label}`;
    const others = count > 1 ? ranked : ranked.filter(({ surface }) => surface.element.key !== own);
    const ranks = ranksOf(code, others);
    lines = added(lines, times(ranks, count));
    if (count === 1) once = added(once, ranks);
  }
  return { lines, once };
}

type Ranked = ReturnType<ReturnType<typeof createRanker>>['fields'][number]['ranked'];

function ranksOf(code: string, others: Ranked): Ranks {
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

function times({ asked, reciprocal, answered, right }: Ranks, count: number): Ranks {
  return { asked: asked * count, reciprocal: reciprocal * count, answered: answered * count, right: right * count };
}

function described({ asked, reciprocal, answered, right }: Ranks): string {
  const precision = answered === 0 ? 0 : right / answered;
  return `labels ${String(asked).padStart(5)}  MRR ${(reciprocal / asked).toFixed(3)}  answered ${(answered / asked).toFixed(3)}, right ${precision.toFixed(3)}`;
}
