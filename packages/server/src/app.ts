import { describeApi, endpoints } from '@qingzhuang/contract';
import { checkRoutes, type Checkers } from './features/checks/index.ts';
import { demandRoutes, inboxRoutes } from './features/demands/index.ts';
import { healthRoutes } from './features/health/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { organisationRoutes } from './features/organisations/index.ts';
import { referenceRoutes } from './features/reference/index.ts';
import type { FindActor } from './platform/actor.ts';
import { createApi, statuses, type App } from './platform/api.ts';
import type { AccountSettings } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import type { FileStore } from './platform/files.ts';
import type { Log } from './platform/log.ts';
import { createRateLimit } from './platform/rate-limit.ts';
import type { StaticFiles } from './platform/static-files.ts';

export interface AppParts extends Context {
  readonly findActor: FindActor;
  readonly log: Log;
  readonly checkers: Checkers;
  /** Where attachments are kept. */
  readonly files: FileStore;
  readonly checksPerMinute: number;
  readonly accounts: AccountSettings;
  /** A clock that never goes back, in milliseconds; the machine's own without one. */
  readonly milliseconds?: () => number;
  /** The built web pages; without them only the API answers. */
  readonly pages?: StaticFiles | undefined;
}

/** The OpenAPI 3.1 document of this server. */
export const apiDocument = describeApi(endpoints, statuses);

/** The only place that knows every feature. */
export function createApp({
  log,
  findActor,
  checkers,
  files,
  checksPerMinute,
  accounts,
  milliseconds,
  pages,
  ...context
}: AppParts): App {
  const api = createApi(context, log, findActor);
  healthRoutes(api);
  referenceRoutes(api, apiDocument);
  checkRoutes(api, checkers, createRateLimit(checksPerMinute, milliseconds));
  peopleRoutes(api, accounts, milliseconds);
  demandRoutes(api, { checkers, files });
  inboxRoutes(api, { checkers, files }, milliseconds);
  organisationRoutes(api);
  return api.finish(pages);
}
