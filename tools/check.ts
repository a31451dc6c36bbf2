/**
 * `npm run check`: every check in a fixed order, each with its seconds. All run, so that one visit shows every fault;
 * one failure fails the whole.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';

interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...rest: string[]];
}

const PROJECTS = ['analysis', 'readers', 'contract', 'server', 'cli', 'web'].flatMap((name) =>
  globSync(`packages/${name}/tsconfig*.json`).toSorted(),
);

/** One at a time: the types of all packages together do not fit into the memory of a small machine. */
const LINTED: readonly string[] = [
  ...globSync('packages/*').toSorted(),
  'tools',
  'bench',
  'eslint.config.js',
  'vitest.config.ts',
];

const STEPS: readonly Step[] = [
  { name: 'prettier', command: ['npm', 'run', '--silent', 'format:check'] },
  ...LINTED.map(lint),
  ...[...PROJECTS, 'tools/tsconfig.json'].map(checkTypes),
  { name: 'depcruise', command: ['npm', 'run', '--silent', 'boundaries'] },
  { name: 'knip', command: ['npm', 'run', '--silent', 'unused'] },
  { name: 'generated files', command: ['node', 'tools/generated-fresh.ts'] },
  { name: 'web bundle budget', command: ['npm', 'run', '--silent', 'budget', '-w', 'packages/web'] },
];

const results = STEPS.map(run);
console.log(`\n${results.map(({ line }) => line).join('\n')}`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function lint(path: string): Step {
  return { name: `eslint ${path}`, command: ['eslint', '--max-warnings', '0', path] };
}

function checkTypes(project: string): Step {
  return { name: `tsc ${project}`, command: ['tsc', '-p', project] };
}

function run({ name, command: [program, ...rest] }: Step): { passed: boolean; line: string } {
  console.log(`→ ${name}`);
  const start = performance.now();
  const { status } = spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] });
  const passed = status === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${passed ? '✓' : '✗'} ${name} ${seconds} s`;
  console.log(line);
  return { passed, line };
}
