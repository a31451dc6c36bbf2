import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Binaries } from '../platform/postgres/binaries.ts';
import { provideDatabase } from './postgres.ts';

/** PostgreSQL as the machine has it installed. */
export interface MachinePostgres extends Binaries {
  /** `15` */
  readonly major: number;
}

/** The lowest version that the program supports. */
const OLDEST_MAJOR = 15;

/** The oldest supported PostgreSQL of this machine, or undefined: it tells most beside the newest, which comes with us. */
export function findMachinePostgres(): MachinePostgres | undefined {
  const directories = [askPgConfig(), ...globSync('/usr/{lib/postgresql,pgsql-}*/{,*/}bin')];
  return directories
    .flatMap((directory) => describe(directory) ?? [])
    .filter(({ major }) => major >= OLDEST_MAJOR)
    .toSorted((a, b) => a.major - b.major)[0];
}

/** Global set-up: like `postgres.ts`, from the machine's own programs. Nothing where there are none. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const programs = findMachinePostgres();
  return programs === undefined ? undefined : provideDatabase(project, programs);
}

function askPgConfig(): string {
  const { error, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return error === undefined ? stdout.trim() : '';
}

/** A directory may hold the client's programs only. */
function describe(directory: string): MachinePostgres | undefined {
  const [initdb, postgres] = [path.join(directory, 'initdb'), path.join(directory, 'postgres')];
  if (directory === '' || !existsSync(initdb) || !existsSync(postgres)) return undefined;
  const { stdout } = spawnSync(postgres, ['--version'], { encoding: 'utf8' });
  const major = Number(/\) (\d+)/.exec(stdout)?.[1]);
  return Number.isNaN(major) ? undefined : { initdb, postgres, major };
}
