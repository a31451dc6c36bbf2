import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a run with what was skipped, by name, and one plain line of totals.
 * What a machine cannot run must be read, not guessed from a number.
 */
export class SkipsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    process.stdout.write(`\n${closingLines(modules.flatMap(outcomesOf)).join('\n')}\n`);
  }
}

export interface Outcome {
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly file: string;
  readonly name: string;
  /** Why it was skipped, where the test says so. */
  readonly note?: string | undefined;
}

/** The last lines of a run: one for each reason to skip, then the totals. */
export function closingLines(outcomes: readonly Outcome[]): string[] {
  const skipped = outcomes.filter(({ state }) => state === 'skipped');
  const lines = skipped.map(
    ({ file, name, note }) => `skipped: ${file} > ${name}${note === undefined ? '' : ` (${note})`}`,
  );
  return [
    ...lines,
    `${count(outcomes, 'passed')} passed, ${count(outcomes, 'failed')} failed, ${skipped.length} skipped`,
  ];
}

function count(outcomes: readonly Outcome[], state: Outcome['state']): number {
  return outcomes.filter((outcome) => outcome.state === state).length;
}

function outcomesOf(module: TestModule): Outcome[] {
  const outcomes = [...module.children.allTests()].map((test) => outcomeOf(test, module));
  // A file that does not load, or whose set-up fails, holds no failed test; it must not vanish from the totals.
  const brokenOutside = module.state() === 'failed' && outcomes.every(({ state }) => state !== 'failed');
  return brokenOutside
    ? [...outcomes, { state: 'failed', file: module.relativeModuleId, name: 'file does not run' }]
    : outcomes;
}

function outcomeOf(test: TestCase, module: TestModule): Outcome {
  const result = test.result();
  const state = result.state === 'pending' ? 'skipped' : result.state;
  const note = result.state === 'skipped' ? result.note : undefined;
  return { state, file: module.relativeModuleId, name: test.fullName, note };
}
