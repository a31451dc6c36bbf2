/** What a killed program or database has lost, and how soon it answers again. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crash, type Crash, type Victim } from '../packages/server/src/testing/crashes/run.ts';
import { print, summarise } from './measurement.ts';

const KILLS = 50;

/** Prints, for 50 kills of the program and 50 of its database, what was lost and how long the recovery took. */
export async function benchCrashes(kills = KILLS): Promise<void> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'qingzhuang-crashes-'));
  await chmod(dataDirectory, 0o755); // As root, PostgreSQL runs under another account.
  const crashes: Crash[] = [];
  // Every other time the database dies together with the program.
  const victims = Array.from({ length: kills }, (_, round): Victim[] => [
    'program',
    round % 2 === 0 ? 'database' : 'both',
  ]);
  for await (const one of crash(dataDirectory, victims.flat())) {
    crashes.push(one);
    for (const loss of one.losses) console.error(`after kill ${crashes.length} (${one.victim}): ${loss}`);
  }
  const losses = crashes.flatMap((one) => one.losses);
  console.log(
    JSON.stringify({
      name: 'crashes',
      kills: crashes.length,
      acknowledged: crashes.reduce((sum, one) => sum + one.acknowledged, 0),
      sentAgain: crashes.reduce((sum, one) => sum + one.uncertain, 0),
      lost: losses.length,
    }),
  );
  for (const victim of ['program', 'database', 'both'] as const) {
    const samples = crashes.filter((one) => one.victim === victim).map(({ recoveryMs }) => recoveryMs);
    print(summarise(`recovery-of-${victim}`, 'ms', samples));
  }
  // What went wrong is looked into by hand.
  if (losses.length === 0) await rm(dataDirectory, { recursive: true, force: true });
  else process.exitCode = 1;
}
