import { inbox, Refusal } from '@qingzhuang/contract';
import type { Api } from '../../../platform/api.ts';
import { createRateLimit } from '../../../platform/rate-limit.ts';
import type { DocumentTools } from '../texts/operations.ts';
import { createFeed, readFeed, readWeek } from './calendars/operations.ts';
import { listFeeds, revokeFeed } from './calendars/store.ts';
import { readHonesty, reportMeetingHeld } from './minutes/operations.ts';
import { offGateRoutes } from './off-gate/routes.ts';
import { taskRoutes } from './tasks/routes.ts';

/** A calendar asks once an hour; a county's phones may share one address. */
const FEEDS_PER_MINUTE = 1200;

/** The bearers' side of demands. */
export function inboxRoutes(api: Api, tools: DocumentTools, milliseconds?: () => number): void {
  taskRoutes(api, tools.files);
  offGateRoutes(api, tools);
  api.on(inbox.reportMeetingHeld, reportMeetingHeld);
  api.on(inbox.readHonesty, (acting, { issuer }) => readHonesty(acting, issuer));
  api.on(inbox.createFeed, (acting, { unit }) => createFeed(acting, unit));
  api.on(inbox.listFeeds, async ({ db, actor }) => ({ items: await listFeeds(db, actor.county, actor.person) }));
  api.on(inbox.revokeFeed, async ({ db, actor, clock }, { id }) => {
    const { county, person } = actor;
    const revoked = await revokeFeed(db, { county, person, id }, clock.now().toISOString());
    if (revoked === undefined) throw new Refusal('no-such-record');
    return revoked;
  });
  api.open(
    inbox.readFeed,
    (context, { feed }) => readFeed(context, feed),
    createRateLimit(FEEDS_PER_MINUTE, milliseconds),
  );
  api.on(inbox.readWeek, readWeek);
}
