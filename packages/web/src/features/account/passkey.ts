import { Refusal, signIn } from '@qingzhuang/contract';

/** Whether this browser can use passkeys and translate them to and from JSON. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Asks the person's authenticator to prove who he is. Throws when he turns away or has no passkey here. */
export async function proveByPasskey(options: unknown): Promise<signIn.PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return signIn.PasskeyAnswer.parse(toJson(await navigator.credentials.get({ publicKey })));
}

/** Asks the person's authenticator for a new passkey. Throws when he turns away. */
export async function makePasskey(options: unknown): Promise<signIn.NewPasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return signIn.NewPasskeyAnswer.parse(toJson(await navigator.credentials.create({ publicKey })));
}

/** What went wrong, unless it was the authenticator or the person at it. */
export function refusalOnly(error: Error | null): Refusal | null {
  return error instanceof Refusal ? error : null;
}

function toJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was given.');
  return credential.toJSON();
}
