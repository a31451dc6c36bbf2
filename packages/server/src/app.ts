import { describeApi, endpoints } from '@qingzhuang/contract';
import { auditRoutes } from './features/audit/index.ts';
import { capRoutes } from './features/caps/index.ts';
import { catalogueRoutes } from './features/catalogue/index.ts';
import { checkRoutes, type Checkers } from './features/checks/index.ts';
import { demoRoutes } from './demo/routes.ts';
import { codeRoutes, demandKeeper, demandRoutes, inboxRoutes, SLIP_STYLE } from './features/demands/index.ts';
import { documentRoutes } from './features/documents/index.ts';
import { formRoutes } from './features/forms/index.ts';
import { healthRoutes } from './features/health/index.ts';
import { insightRoutes } from './features/insights/index.ts';
import { recognitionRoutes, type Recognisers } from './features/recognition/index.ts';
import { peopleRoutes } from './features/people/index.ts';
import { organisationRoutes } from './features/organisations/index.ts';
import { REFERENCE_STYLE, referenceRoutes } from './features/reference/index.ts';
import { webhookRoutes } from './features/webhooks/index.ts';
import type { FindActor } from './platform/actor.ts';
import { createApi, type App } from './platform/api.ts';
import type { Background } from './platform/background.ts';
import type { AccountSettings } from './platform/config.ts';
import type { Context } from './platform/context.ts';
import type { FileStore } from './platform/files.ts';
import type { Log } from './platform/log.ts';
import type { Network } from './platform/network.ts';
import { createRateLimit } from './platform/rate-limit.ts';
import type { Seals } from './platform/sealed.ts';
import type { SigningKeys } from './platform/signing-keys.ts';
import type { StaticFiles } from './platform/static-files.ts';
import { statuses } from './platform/statuses.ts';

export interface AppParts extends Context {
  readonly findActor: FindActor;
  readonly log: Log;
  readonly checkers: Checkers;
  readonly recognisers: Recognisers;
  /** Where attachments are kept. */
  readonly files: FileStore;
  readonly keys: SigningKeys;
  /** For what is kept in the database and must be read back, yet by nobody who gets hold of it. */
  readonly seals: Seals;
  /** Gives what has been written its place in the audit log. */
  readonly sequencer: Background;
  /** Sends what webhooks are to hear. */
  readonly deliverer: Background;
  /** Answers by itself what the county knows already. */
  readonly producer: Background;
  /** The addresses that webhooks may have. */
  readonly network: Network;
  readonly checksPerMinute: number;
  /** The demo county is there, and its accounts may be told. */
  readonly isDemo: boolean;
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
  recognisers,
  files,
  keys,
  seals,
  sequencer,
  deliverer,
  producer,
  network,
  checksPerMinute,
  isDemo,
  accounts,
  milliseconds,
  pages,
  ...context
}: AppParts): App {
  const ground = { ...context, behindProxy: accounts.behindProxy, inlineStyles: [SLIP_STYLE, REFERENCE_STYLE] };
  const api = createApi(ground, log, findActor, (county) => {
    sequencer.ask(county);
    deliverer.ask(county);
    producer.ask(county);
  });
  auditRoutes(api, keys);
  healthRoutes(api);
  referenceRoutes(api, apiDocument);
  checkRoutes(api, checkers, createRateLimit(checksPerMinute, milliseconds));
  recognitionRoutes(api, recognisers);
  peopleRoutes(api, { settings: accounts, seals }, milliseconds);
  demoRoutes(api, isDemo);
  demandRoutes(api, { checkers, files });
  documentRoutes(api, { checkers, files }, demandKeeper);
  formRoutes(api, { checkers, files, seals }, demandKeeper);
  codeRoutes(api, { keys, url: accounts.url }, milliseconds);
  inboxRoutes(api, { checkers, files }, milliseconds);
  organisationRoutes(api);
  capRoutes(api);
  catalogueRoutes(api, { seals });
  insightRoutes(api);
  webhookRoutes(api, { seals, network });
  return api.finish(pages);
}
