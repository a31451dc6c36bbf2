/**
 * Prints how well the checker reads the evaluation sets: `npm run eval -- [--set tuning|measuring] [--rule id] [--verbose]`.
 * The measuring set shows totals and counts per rule only: its texts stay unseen by those who write rules.
 */
import { parseArgs } from 'node:util';
import { createChecker } from '../src/index.ts';
import { readEvaluationSet, readRuleSeverities, type EvaluationSet, type SetName } from './evaluation-set.ts';
import type { FieldOutcome } from './field-scoring.ts';
import { scoreSet, tally, type Verdict } from './scoring.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string' },
    rule: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const names: readonly SetName[] =
  options.set === 'tuning' || options.set === 'measuring' ? [options.set] : ['tuning', 'measuring'];
for (const name of names) printScore(readEvaluationSet(name));

function printScore(set: EvaluationSet): void {
  const score = scoreSet(set, createChecker(), readRuleSeverities());
  const verdicts = options.rule === undefined ? score.verdicts : score.verdicts.filter((v) => v.rule === options.rule);
  print(`\n== ${set.name}: ${set.sentences.length} sentences, ${set.documents.length} documents ==`);
  printRules(verdicts);
  printTotals(verdicts);
  if (options.rule === undefined) printFields(score.fields);
  if (set.name === 'tuning') printConfusions(verdicts, score.fields, set);
}

function printRules(verdicts: readonly Verdict[]): void {
  print(row(['rule', 'tp', 'fp', 'fn', 'precision', 'recall']));
  for (const rule of [...new Set(verdicts.map((verdict) => verdict.rule))].toSorted()) {
    printTally(
      rule,
      verdicts.filter((verdict) => verdict.rule === rule),
    );
  }
}

function printTotals(verdicts: readonly Verdict[]): void {
  const serious = verdicts.filter((verdict) => verdict.severity !== 'info');
  print('');
  for (const where of ['sentence', 'document'] as const) {
    printTally(
      `error+warning, ${where}s`,
      serious.filter((verdict) => verdict.where === where),
    );
  }
  printTally('error+warning, all', serious);
  printTally('every level, all', verdicts);
}

function printTally(title: string, verdicts: readonly Verdict[]): void {
  const { hits, falses, misses, precision, recall } = tally(verdicts);
  print(row([title, String(hits), String(falses), String(misses), precision.toFixed(3), recall.toFixed(3)]));
}

function printFields(fields: readonly FieldOutcome[]): void {
  print(`\n${row(['field', 'right', 'all', 'share'])}`);
  printShares(fields, 'field');
  print(`\n${row(['kind (all fields)', 'right', 'all', 'share'])}`);
  printShares(fields, 'kind');
  printShare('total', fields);
}

function printShares(fields: readonly FieldOutcome[], by: 'field' | 'kind'): void {
  for (const title of new Set(fields.map((outcome) => outcome[by]))) {
    printShare(
      title,
      fields.filter((outcome) => outcome[by] === title),
    );
  }
}

function printShare(title: string, outcomes: readonly FieldOutcome[]): void {
  const right = outcomes.filter((outcome) => outcome.right).length;
  print(row([title, String(right), String(outcomes.length), (right / Math.max(outcomes.length, 1)).toFixed(3)]));
}

function printConfusions(verdicts: readonly Verdict[], fields: readonly FieldOutcome[], set: EvaluationSet): void {
  const texts = new Map([
    ...set.sentences.map(({ id, text }) => [id, text] as const),
    ...set.documents.map(({ file, text }) => [file, options.verbose ? text : ''] as const),
  ]);
  for (const outcome of ['missed', 'false'] as const) {
    const chosen = verdicts.filter((verdict) => verdict.outcome === outcome);
    print(`\n-- ${outcome}: ${chosen.length} --`);
    for (const { text, rule, quote } of chosen) {
      print([text, rule, oneLine(quote), oneLine(texts.get(text) ?? '')].join('\t'));
    }
  }
  const wrong = options.rule === undefined ? fields.filter((outcome) => !outcome.right) : [];
  print(`\n-- fields read wrong: ${wrong.length} --`);
  for (const { file, field, expected, actual } of wrong) print([file, field, expected, actual].join('\t'));
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ');
}

function row([title = '', ...cells]: readonly string[]): string {
  return title.padEnd(42) + cells.map((cell) => cell.padStart(10)).join('');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
