import { Refusal, SESSION_COOKIE, signIn } from '@qingzhuang/contract';
import type { Api, Exchange } from '../../../platform/api.ts';
import type { Context } from '../../../platform/context.ts';
import { createRateLimit } from '../../../platform/rate-limit.ts';
import type { Seals } from '../../../platform/sealed.ts';
import { digestOf } from '../../../platform/secret.ts';
import type { AccountSettings } from '../../../platform/config.ts';
import { preparePasskeySignIn, provePasskey } from '../passkeys/operations.ts';
import { describeCookie, readCookie } from '../sessions/cookie.ts';
import { startSession } from '../sessions/operations.ts';
import { deleteSessionByToken } from '../sessions/store.ts';
import {
  createSingleSignOn,
  SINGLE_SIGN_ON_COOKIE,
  SINGLE_SIGN_ON_SECONDS,
  type SingleSignOn,
} from '../single-sign-on/operations.ts';
import { originOf } from '../visit.ts';
import { describeMe, describeProven, provePassword, type Proven } from './operations.ts';

/** Signing in and out. `milliseconds` is a clock that never goes back. */
export function signInRoutes(
  api: Api,
  { settings, seals }: { readonly settings: AccountSettings; readonly seals: Seals },
  milliseconds?: () => number,
): void {
  const rateLimit = createRateLimit(settings.signInsPerMinute, milliseconds);
  const singleSignOn = settings.singleSignOn && createSingleSignOn(settings.singleSignOn);

  /** A session always begins with a token of its own: one that somebody planted before is worth nothing. */
  async function begin(context: Context, proven: Proven, exchange: Exchange): Promise<signIn.Me> {
    const { headers } = exchange.request;
    const before = readCookie(headers.get('cookie'), SESSION_COOKIE);
    if (before !== undefined) await deleteSessionByToken(context.db, digestOf(before));
    const token = await startSession(context, settings, proven.person, headers.get('user-agent') ?? '');
    setCookie(exchange, SESSION_COOKIE, token, settings.sessionMinutes * 60);
    return describeProven(context, proven);
  }

  function setCookie(exchange: Exchange, name: string, value: string, seconds: number): void {
    const secure = placeOf(exchange).origin.startsWith('https:');
    exchange.setHeader('set-cookie', describeCookie(name, value, { seconds, secure }));
  }

  function placeOf({ request }: Exchange): { readonly origin: string } {
    return { origin: originOf(request, settings) };
  }

  function getSingleSignOn(): SingleSignOn {
    if (singleSignOn === undefined) throw new Refusal('no-such-record');
    return singleSignOn;
  }

  api.open(
    signIn.signIn,
    async (context, proof, exchange) => begin(context, await provePassword({ ...context, seals }, proof), exchange),
    rateLimit,
  );
  api.on(signIn.signOut, async ({ db }, _, exchange) => {
    const token = readCookie(exchange.request.headers.get('cookie'), SESSION_COOKIE);
    if (token !== undefined) await deleteSessionByToken(db, digestOf(token));
    setCookie(exchange, SESSION_COOKIE, '', 0);
    return { signedOut: true } as const;
  });
  api.on(signIn.readMe, ({ db, actor }) => describeMe(db, actor, actor.posts));

  api.open(
    signIn.preparePasskeySignIn,
    (context, _, exchange) => preparePasskeySignIn(context, placeOf(exchange)),
    rateLimit,
  );
  api.open(
    signIn.signInWithPasskey,
    async (context, { answer }, exchange) =>
      begin(context, await provePasskey(context, answer, placeOf(exchange)), exchange),
    rateLimit,
  );

  api.open(signIn.describeSingleSignOn, () => ({ name: singleSignOn?.name ?? null }));
  api.open(
    signIn.beginSingleSignOn,
    async (context, _, exchange) => {
      const { address, secret } = await getSingleSignOn().begin(context, placeOf(exchange).origin);
      setCookie(exchange, SINGLE_SIGN_ON_COOKIE, secret, SINGLE_SIGN_ON_SECONDS);
      return { address };
    },
    rateLimit,
  );
  api.open(
    signIn.finishSingleSignOn,
    async (context, { query }, exchange) => {
      const secret = readCookie(exchange.request.headers.get('cookie'), SINGLE_SIGN_ON_COOKIE);
      const back = { ...placeOf(exchange), query, secret };
      const proven = await getSingleSignOn().finish(context, back);
      setCookie(exchange, SINGLE_SIGN_ON_COOKIE, '', 0);
      return begin(context, proven, exchange);
    },
    rateLimit,
  );
}
