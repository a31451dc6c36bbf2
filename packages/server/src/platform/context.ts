import type { Actor } from './actor.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import type { Metrics } from './metrics.ts';
import type { Migration } from './migrate.ts';

/** What a request without an account may use. Its `db` sees no row of any county: `inCounty` opens one. */
export interface Context {
  readonly db: Db;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly metrics: Metrics;
  /** The schema this version of the program needs. */
  readonly migrations: readonly Migration[];
}

/** What an operation may use: one transaction that sees the actor's county only, and ends with the request. */
export interface Acting {
  readonly db: Db;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly metrics: Metrics;
  readonly actor: Actor;
  /** The version that the caller has seen, where the endpoint is versioned. */
  readonly seen?: number;
}
