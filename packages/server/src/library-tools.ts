/** What the command line asks of the library of documents, with and without a running server. */
import { availableParallelism } from 'node:os';
import { listCounties } from './features/audit/index.ts';
import { openCheckers } from './features/checks/index.ts';
import { rebuildFingerprints } from './features/documents/index.ts';
import { migrate, readMigrations } from './platform/migrate.ts';
import { reachDatabase, type DatabasePlace } from './platform/reach-database.ts';

/** Makes the fingerprints of all documents of all counties anew from their texts; returns how many documents there are. */
export async function rebuildLibrary(place: DatabasePlace): Promise<number> {
  const checkers = openCheckers(availableParallelism());
  try {
    return await reachDatabase(place, async (owner) => {
      await migrate(owner, await readMigrations());
      let rebuilt = 0;
      for (const county of await listCounties(owner)) rebuilt += await rebuildFingerprints(owner, county, checkers);
      return rebuilt;
    });
  } finally {
    await checkers.stop();
  }
}
