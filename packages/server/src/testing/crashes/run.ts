import { openLedger } from './ledger.ts';
import { startProgram, type Program } from './program.ts';
import { listLosses } from './verification.ts';
import { openOffice } from './writers.ts';

/** What is killed: the program, its database under it, or both at once. */
export type Victim = 'program' | 'database' | 'both';

export interface Crash {
  readonly victim: Victim;
  /** From the kill, or from the next start where the program itself was killed, to the first answer. */
  readonly recoveryMs: number;
  /** Writes that were acknowledged in this round, before and after the kill. */
  readonly acknowledged: number;
  /** Writes that were under way and had to be sent again. */
  readonly uncertain: number;
  /** What is not as it was acknowledged. */
  readonly losses: readonly string[];
}

const WRITERS = 6;

/** Lets people of the demo county write at once, kills each victim in turn in the middle of it, and looks what is left. */
export async function* crash(dataDirectory: string, victims: readonly Victim[]): AsyncGenerator<Crash> {
  const program = await startProgram(dataDirectory);
  try {
    const ledger = openLedger(program);
    const office = await openOffice(ledger);
    for (const [round, victim] of victims.entries()) {
      let isOver = false;
      ledger.uncertain = 0;
      const writers = Array.from({ length: WRITERS }, (_, number) =>
        office.work(number % 2 === 0 ? 'answer' : 'return', () => isOver),
      );
      const work = Promise.all(writers);
      // At another place of the writers' work in each round.
      await Promise.race([ledger.more(3 + ((round * 7) % 23)), work]);
      const recoveryMs = await kill(program, victim);
      await Promise.race([ledger.more(WRITERS), work]);
      isOver = true;
      await work;
      const acknowledged = ledger.acknowledged.length;
      const losses = await listLosses(ledger, office, dataDirectory);
      yield { victim, recoveryMs, acknowledged, uncertain: ledger.uncertain, losses };
    }
  } finally {
    await program.stop();
  }
}

/** Kills the victim and waits until the program answers again. Gives how long that took. */
async function kill(program: Program, victim: Victim): Promise<number> {
  const [database] = await Promise.all([
    victim === 'program' ? undefined : program.killDatabase(),
    victim === 'database' ? undefined : program.kill(),
  ]);
  const began = performance.now();
  if (victim !== 'database') await program.start();
  await program.ready(database);
  return performance.now() - began;
}
