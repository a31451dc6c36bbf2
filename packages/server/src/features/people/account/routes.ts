import { account, Refusal, SESSION_COOKIE } from '@qingzhuang/contract';
import type { Api, Exchange } from '../../../platform/api.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { digestOf } from '../../../platform/secret.ts';
import type { AccountSettings } from '../../../platform/config.ts';
import { addPasskey, preparePasskey } from '../passkeys/operations.ts';
import { deletePasskey, listPasskeys } from '../passkeys/store.ts';
import { prepareNewPassword, proveOwnPassword, savePassword } from '../passwords/operations.ts';
import { confirmTotp, enrolTotp, proveEnrolment, removeTotp } from '../second-factor/operations.ts';
import { readCookie } from '../sessions/cookie.ts';
import { deleteSession, deleteSessionsOf, listSessions } from '../sessions/store.ts';
import { createToken } from '../tokens/operations.ts';
import { listTokens, revokeToken } from '../tokens/store.ts';
import { originOf } from '../visit.ts';

const DONE = { done: true } as const;

/** What a person does with his own account. */
export function accountRoutes(api: Api, settings: AccountSettings, seals: Seals): void {
  api.onPrepared(account.changePassword, prepareNewPassword, async (acting, hash, exchange) => {
    await savePassword(acting, acting.actor.person, hash, null);
    await deleteSessionsOf(acting.db, acting.actor.person, sessionHashOf(exchange));
    return DONE;
  });

  api.on(account.listSessions, async ({ db, clock, actor }, _, exchange) => {
    const own = sessionHashOf(exchange);
    const now = clock.now().toISOString();
    const sessions = await listSessions(db, actor.person, now, settings.sessionIdleMinutes);
    return { items: sessions.map(({ tokenHash, ...session }) => ({ ...session, current: tokenHash.equals(own) })) };
  });
  api.on(account.endSession, async ({ db, actor }, { id }) => found(deleteSession(db, actor.person, id)));

  api.onPrepared(account.enrolTotp, proveOwnPassword, (acting) => enrolTotp(acting, seals));
  api.onPrepared(
    account.confirmTotp,
    (context, input, actor) => proveEnrolment({ ...context, seals }, input, actor),
    confirmTotp,
  );
  api.onPrepared(account.removeTotp, proveOwnPassword, async (acting) => {
    await removeTotp(acting);
    return DONE;
  });

  api.onPrepared(account.preparePasskey, proveOwnPassword, (acting, _, { request }) =>
    preparePasskey(acting, { origin: originOf(request, settings) }),
  );
  api.on(account.addPasskey, (acting, input, { request }) =>
    addPasskey(acting, input, { origin: originOf(request, settings) }),
  );
  api.on(account.listPasskeys, async ({ db, actor }) => ({ items: await listPasskeys(db, actor.person) }));
  api.on(account.removePasskey, ({ db, actor }, { id }) => found(deletePasskey(db, actor.person, id)));

  api.on(account.createToken, createToken);
  api.on(account.listTokens, async ({ db, clock, actor }) => ({
    items: await listTokens(db, actor.person, clock.now().toISOString()),
  }));
  api.on(account.revokeToken, ({ db, clock, actor }, { id }) =>
    found(revokeToken(db, actor.person, id, clock.now().toISOString())),
  );
}

async function found(done: Promise<boolean>): Promise<typeof DONE> {
  if (!(await done)) throw new Refusal('no-such-record');
  return DONE;
}

/** Endpoints that need a session are never reached without its cookie. */
function sessionHashOf({ request }: Exchange): Buffer {
  return digestOf(readCookie(request.headers.get('cookie'), SESSION_COOKIE) ?? '');
}
