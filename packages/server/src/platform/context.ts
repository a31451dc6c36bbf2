import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { Metrics } from './metrics.ts';
import type { Migration } from './migrate.ts';

/** What an operation may use. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** The schema this version of the program needs. */
  readonly migrations: readonly Migration[];
}
