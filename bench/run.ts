/**
 * `npm run bench -- [name]`: runs one benchmark or all and prints one JSON object a line. The peers have their own
 * lock file and are installed on the first run.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  check: async () => (await import('./check.ts')).benchCheck(),
  lineage: async () => (await import('./lineage.ts')).benchLineage(),
  'form-year': async () => (await import('./form-year.ts')).benchFormYear(),
  fields: async () => (await import('./fields.ts')).benchFields(),
  crashes: async () => (await import('./crashes.ts')).benchCrashes(),
  service: async () => (await import('./service.ts')).benchService(),
  'service-walls': async () => (await import('./service-walls.ts')).benchWalls(),
  'service-screening': async () => (await import('./service-screening.ts')).benchScreening(),
};

/** All contenders share these cores; children inherit them. */
const CORES = '0,1';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
  process.exitCode = 2;
} else {
  if (availableParallelism() > 2) spawnSync('taskset', ['-a', '-p', '-c', CORES, String(process.pid)]);
  for (const [name, run] of Object.entries(BENCHMARKS)) if (names.length === 0 || names.includes(name)) await run();
}
