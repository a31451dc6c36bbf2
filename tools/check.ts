/**
 * `npm run check`: every check in a fixed order, each with its seconds. All run, so that one visit shows every fault;
 * one failure fails the whole.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  /** Command lines, run in order. */
  readonly commands: readonly (readonly string[])[];
}

const PROJECTS = ['analysis', 'readers', 'contract', 'server', 'cli', 'web'].flatMap((name) =>
  globSync(`packages/${name}/tsconfig*.json`).toSorted(),
);

const STEPS: readonly Step[] = [
  { name: 'prettier', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'eslint', commands: [['eslint', '--max-warnings', '0', '.']] },
  ...[...PROJECTS, 'tools/tsconfig.json'].map((project) => ({
    name: `tsc ${project}`,
    commands: [['tsc', '-p', project]],
  })),
  { name: 'depcruise', commands: [['depcruise', '--output-type', 'err', ...globSync('packages/*/src').toSorted()]] },
  { name: 'knip', commands: [['knip', '--no-progress']] },
  { name: 'generated files', commands: [['node', 'tools/generated-fresh.ts']] },
  { name: 'web bundle budget', commands: [['node', 'tools/web-budget.ts']] },
];

const results = STEPS.map(run);
console.log(`\n${results.map(({ line }) => line).join('\n')}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function run({ name, commands }: Step): { passed: boolean; line: string } {
  console.log(`→ ${name}`);
  const start = performance.now();
  const passed = commands.every(succeeds);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${passed ? '✓' : '✗'} ${name} ${seconds} s`;
  console.log(line);
  return { passed, line };
}

function succeeds([program = '', ...rest]: readonly string[]): boolean {
  const local = join('node_modules', '.bin', program);
  const { status } = spawnSync(existsSync(local) ? local : program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0;
}
