import { Refusal, type account, type signIn } from '@qingzhuang/contract';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { z } from 'zod';
import type { Acting, Context } from '../../../platform/context.ts';
import { digestOf } from '../../../platform/secret.ts';
import { insertChallenge, takeChallenge, type ChallengeKind } from '../challenges/store.ts';
import { getAccount } from '../sign-in/store.ts';
import { findPasskey, insertPasskey, listCredentialsOf, updateUse, type KnownPasskey } from './store.ts';

const CHALLENGE_MINUTES = 5;
/** EdDSA, ES256 and RS256 of COSE: what the keys of today sign with. More would switch on what Node calls experimental. */
const ALGORITHMS = [-8, -7, -257];

/** Where the browser stands: a passkey made for one origin opens no other. */
export interface Place {
  /** `https://gate.example` */
  readonly origin: string;
}

/** Options to make a passkey on this device; it must ask its owner for finger, face or number. */
export async function preparePasskey(acting: Acting, { origin }: Place): Promise<Record<string, unknown>> {
  const { db, actor } = acting;
  const { username } = await getAccount(db, actor.person);
  const known = await listCredentialsOf(db, actor.person);
  const options = await generateRegistrationOptions({
    rpName: '轻装',
    rpID: new URL(origin).hostname,
    userName: username,
    userDisplayName: actor.name,
    userID: Uint8Array.from(Buffer.from(actor.person.replaceAll('-', ''), 'hex')),
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await remember(acting, 'passkey-enrolment', options.challenge, actor.person);
  return { ...options };
}

export async function addPasskey(
  { db, clock, actor }: Acting,
  { name, answer }: { readonly name: string; readonly answer: signIn.NewPasskeyAnswer },
  { origin }: Place,
): Promise<account.Passkey> {
  const { clientDataJSON, attestationObject, transports = [] } = answer.response;
  const challenge = await recall({ db, clock }, 'passkey-enrolment', clientDataJSON);
  if (challenge?.person !== actor.person) throw new Refusal('wrong-credentials');
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge.challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (registrationInfo === undefined) throw new Refusal('wrong-credentials');
  const { id, publicKey, counter } = registrationInfo.credential;
  const passkey = await insertPasskey(db, {
    person: actor.person,
    credential: id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports: [...transports],
    name,
    madeAt: clock.now().toISOString(),
  });
  if (passkey === undefined) throw new Refusal('already-exists');
  return passkey;
}

/** Options to sign in with whatever passkey the device has for this origin: nobody is named. */
export async function preparePasskeySignIn(
  context: Pick<Context, 'db' | 'clock'>,
  { origin }: Place,
): Promise<Record<string, unknown>> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
  });
  await remember(context, 'passkey-sign-in', options.challenge, null);
  return { ...options };
}

/** Whose passkey has signed the challenge. Throws `wrong-credentials` otherwise. */
export async function provePasskey(
  context: Pick<Context, 'db' | 'clock'>,
  answer: signIn.PasskeyAnswer,
  { origin }: Place,
): Promise<KnownPasskey> {
  const { db, clock } = context;
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const challenge = await recall(context, 'passkey-sign-in', clientDataJSON);
  const known = await findPasskey(db, answer.id);
  if (challenge === undefined || known === undefined) throw new Refusal('wrong-credentials');
  const { verified: right, authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge.challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: { id: answer.id, publicKey: Uint8Array.from(known.publicKey), counter: known.counter },
      requireUserVerification: true,
    }),
  );
  if (!right) throw new Refusal('wrong-credentials');
  await updateUse(db, known.id, authenticationInfo.newCounter, clock.now().toISOString());
  return known;
}

/** The library throws for an answer that is forged, stale or for somebody else; it is the same to us. */
async function verified<Result>(verify: () => Promise<Result>): Promise<Result> {
  try {
    return await verify();
  } catch {
    throw new Refusal('wrong-credentials');
  }
}

const Facts = z.object({});
const ClientData = z.object({ challenge: z.string().min(1) });

async function remember(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  kind: ChallengeKind,
  challenge: string,
  person: string | null,
): Promise<void> {
  const now = clock.now();
  const endsAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000).toISOString();
  await insertChallenge(db, { hash: digestOf(challenge), kind, person, facts: {}, endsAt }, now.toISOString());
}

/** The challenge that the browser's answer repeats, if we gave it. */
async function recall(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  kind: ChallengeKind,
  clientDataJson: string,
): Promise<{ readonly challenge: string; readonly person: string | null } | undefined> {
  const data = ClientData.safeParse(parse(Buffer.from(clientDataJson, 'base64url').toString()));
  if (!data.success) return undefined;
  const { challenge } = data.data;
  const taken = await takeChallenge(db, { kind, hash: digestOf(challenge), now: clock.now().toISOString() }, Facts);
  return taken && { challenge, person: taken.person };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
