import { Refusal } from '@qingzhuang/contract';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { digestOf, makeSecret } from '../../../platform/secret.ts';
import type { SingleSignOnSettings } from '../../../platform/config.ts';
import { insertChallenge, takeChallenge } from '../challenges/store.ts';
import { foldUsername } from '../username.ts';
import { findLinkedPerson, linkByUsername, type LinkedPerson } from './store.ts';

/** The page that the provider sends the browser back to; it hands its query to `finishSingleSignOn`. */
const RETURN_PATH = '/sign-in/return';
export const SINGLE_SIGN_ON_COOKIE = 'qingzhuang.single-sign-on';
/** As long as somebody may need to sign in there. */
export const SINGLE_SIGN_ON_SECONDS = 10 * 60;
const TIMEOUT_SECONDS = 10;

const Facts = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });
type Parts = Pick<Context, 'db' | 'clock' | 'chance'>;

export interface SingleSignOn {
  readonly name: string;
  /** Where the browser goes, and the secret that it must bring back in a cookie. */
  begin(context: Parts, origin: string): Promise<{ readonly address: string; readonly secret: string }>;
  /** Who has come back. Throws `wrong-credentials` for whoever is linked to nobody here. */
  finish(context: Parts, back: ComingBack): Promise<LinkedPerson>;
}

export interface ComingBack {
  readonly origin: string;
  readonly query: string;
  readonly secret: string | undefined;
}

/** The county's OpenID Connect provider. It is asked about itself at the first use, so that it may start later. */
export function createSingleSignOn({ issuer, clientId, clientSecret, name }: SingleSignOnSettings): SingleSignOn {
  let discovered: Promise<oidc.Configuration> | undefined;

  async function discover(): Promise<oidc.Configuration> {
    discovered ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute: isLoopback(issuer) ? [oidc.allowInsecureRequests] : [],
    });
    try {
      return await discovered;
    } catch {
      discovered = undefined;
      throw new Refusal('not-ready');
    }
  }

  return {
    name,
    async begin({ db, clock, chance }, origin) {
      const configuration = await discover();
      const [secret, verifier, state, nonce] = [1, 2, 3, 4].map(() => makeSecret(chance)) as [
        string,
        string,
        string,
        string,
      ];
      const now = clock.now();
      await insertChallenge(
        db,
        {
          hash: digestOf(secret),
          kind: 'single-sign-on',
          person: null,
          facts: { verifier, state, nonce },
          endsAt: new Date(now.getTime() + SINGLE_SIGN_ON_SECONDS * 1000).toISOString(),
        },
        now.toISOString(),
      );
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: origin + RETURN_PATH,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return { address: address.href, secret };
    },
    async finish(context, { origin, query, secret }) {
      const { db, clock } = context;
      if (secret === undefined) throw new Refusal('wrong-credentials');
      const now = clock.now().toISOString();
      const begun = await takeChallenge(db, { kind: 'single-sign-on', hash: digestOf(secret), now }, Facts);
      if (begun === undefined) throw new Refusal('wrong-credentials');
      const configuration = await discover();
      const tokens = await redeem(configuration, `${origin}${RETURN_PATH}?${query}`, begun.facts);
      const subject = { issuer: tokens.claims.iss, subject: tokens.claims.sub };
      const linked = await findLinkedPerson(db, subject);
      if (linked !== undefined) return linked;
      const username = await readUsername(configuration, tokens);
      const person =
        username === undefined ? undefined : await linkByUsername(db, subject, foldUsername(username), now);
      if (person === undefined) throw new Refusal('wrong-credentials');
      return person;
    },
  };
}

interface Tokens {
  readonly claims: oidc.IDToken;
  readonly accessToken: string;
}

/** What the code is good for, checked against what was begun. */
async function redeem(
  configuration: oidc.Configuration,
  address: string,
  { verifier, state, nonce }: z.infer<typeof Facts>,
): Promise<Tokens> {
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(address), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims !== undefined) return { claims, accessToken: tokens.access_token };
  } catch {
    // Refused by the provider, forged or too late: it is the same to us.
  }
  throw new Refusal('wrong-credentials');
}

const Named = z.object({ preferred_username: z.string().min(1).max(100) });

/** The user name there: in the ID token, or where the provider keeps what scopes ask for, as the standard has it. */
async function readUsername(
  configuration: oidc.Configuration,
  { claims, accessToken }: Tokens,
): Promise<string | undefined> {
  const inToken = Named.safeParse(claims);
  if (inToken.success) return inToken.data.preferred_username;
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return undefined;
  try {
    const answer = await oidc.fetchUserInfo(configuration, accessToken, claims.sub);
    return Named.safeParse(answer).data?.preferred_username;
  } catch {
    throw new Refusal('not-ready');
  }
}

/** Only a provider on the same machine may do without TLS. */
function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
