/**
 * Prints how well fields of forms are read and matched: `npm run eval:fields -- [--set tuning|measuring] [--workbook part-of-name]`.
 * Of the measuring set only totals are shown: its workbooks stay unseen by those who write the program.
 */
import { parseArgs } from 'node:util';
import type { FieldVerdict, WorkbookVerdict } from './field-verdicts.ts';
import { measureSet } from './measured.ts';
import { shareOf, tallyMatches, tallyReading, tallyReliability } from './tallies.ts';
import { SET_NAMES, type SetName } from './workbook-set.ts';

const { values: options } = parseArgs({ options: { set: { type: 'string' }, workbook: { type: 'string' } } });

for (const set of SET_NAMES.filter((name) => options.set === undefined || options.set === name)) {
  const part = set === 'tuning' ? options.workbook : undefined;
  printScore(set, part === undefined ? await measureSet(set) : workbooksNamed(part, await measureSet(set)));
}

function workbooksNamed(part: string, { fields, extra }: WorkbookVerdict): WorkbookVerdict {
  return {
    fields: fields.filter(({ workbook }) => workbook.includes(part)),
    extra: extra.filter(({ workbook }) => workbook.includes(part)),
  };
}

function printScore(set: SetName, verdicts: WorkbookVerdict): void {
  const workbooks = new Set(verdicts.fields.map(({ workbook }) => workbook)).size;
  print(`\n== ${set}: ${workbooks} workbooks, ${verdicts.fields.length} fields ==`);
  if (set === 'tuning') printMistakes(verdicts);
  printReading(verdicts);
  printMatches(verdicts.fields);
}

function printReading(verdicts: WorkbookVerdict): void {
  const { expected, placed, labelled, typed, measured, extra } = tallyReading(verdicts);
  print(
    `\nread        at the right cell ${portion(placed, expected)}, with the right label ${portion(labelled, expected)}`,
  );
  print(
    `            type right ${portion(typed, expected)}, unit right ${portion(measured, expected)}, false fields ${extra}`,
  );
}

function printMatches(fields: readonly FieldVerdict[]): void {
  const { answered, right, known, abstained, offered, precision, recall } = tallyMatches(fields);
  print(
    `matched     precision ${precision.toFixed(3)} (${right}/${answered}), recall ${recall.toFixed(3)} (${right}/${known})`,
  );
  print(`            left open ${abstained}, of these the right element among three offered ${offered}`);
  print('confidence  answered  right');
  for (const bin of tallyReliability(fields).filter((one) => one.answered > 0)) {
    const span = `${bin.from.toFixed(1)}–${(bin.from + 0.1).toFixed(1)}`;
    print(`${span.padEnd(12)}${String(bin.answered).padStart(8)}  ${shareOf(bin.right, bin.answered).toFixed(3)}`);
  }
}

function printMistakes({ fields, extra }: WorkbookVerdict): void {
  for (const verdict of fields) {
    const faults = faultsOf(verdict);
    if (faults.length > 0) print(`${placeOf(verdict.workbook, verdict.expected)}  ${faults.join('; ')}`);
  }
  for (const { workbook, sheet, field } of extra) {
    print(`${placeOf(workbook, { sheet, cell: field.cell, label: field.label })}  false field`);
  }
}

function placeOf(
  workbook: string,
  { sheet, cell, label }: Pick<FieldVerdict['expected'], 'sheet' | 'cell' | 'label'>,
): string {
  return `${workbook} ${sheet}!${cell} ${label.join('/')}`;
}

function faultsOf({ expected, found, match, verdict, isLabelRight, isTypeRight, isUnitRight }: FieldVerdict): string[] {
  if (found === null) return ['not found'];
  return [
    isLabelRight ? '' : `label read ${found.label.join('/')}`,
    isTypeRight ? '' : `type ${expected.type} read ${found.type}`,
    isUnitRight ? '' : `unit ${expected.unit ?? 'none'} read ${found.unit ?? 'none'}`,
    verdict === 'wrong' ? `${answerOf(expected)} matched ${answerOf(match ?? expected)} (${confidenceOf(match)})` : '',
    verdict === 'abstained' ? `${answerOf(expected)} left open (${confidenceOf(match)})` : '',
  ].filter((fault) => fault !== '');
}

function answerOf({ element, derived }: Pick<FieldVerdict['expected'], 'element'> & { derived?: unknown }): string {
  return derived === undefined || derived === null ? String(element) : `${String(element)} ${JSON.stringify(derived)}`;
}

function confidenceOf(match: FieldVerdict['match']): string {
  return (match?.confidence ?? 0).toFixed(2);
}

function portion(part: number, whole: number): string {
  return `${shareOf(part, whole).toFixed(3)} (${part}/${whole})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
