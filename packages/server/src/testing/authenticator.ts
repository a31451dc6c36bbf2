import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { signIn } from '@qingzhuang/contract';

/** A security key in software, by WebAuthn level 3: makes one ES256 credential for each origin it is asked for. */
export interface Authenticator {
  create(options: unknown, origin: string): signIn.NewPasskeyAnswer;
  get(options: unknown, origin: string): signIn.PasskeyAnswer;
}

interface Credential {
  readonly id: Buffer;
  readonly rpId: string;
  readonly privateKey: KeyObject;
  counter: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** `verifies: false` is a key that asks for no finger and no number. */
export function createAuthenticator({ verifies = true }: { readonly verifies?: boolean } = {}): Authenticator {
  let credential: Credential | undefined;
  const flags = USER_PRESENT | (verifies ? USER_VERIFIED : 0);
  return {
    create(options, origin) {
      const { challenge, rp } = options as { challenge: string; rp: { id: string } };
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const made = { id: randomBytes(32), rpId: rp.id, privateKey, counter: 0 };
      credential = made;
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, made.id.length]), made.id, coseKey(x, y)]);
      const authData = Buffer.concat([authenticatorData(made, flags | HAS_CREDENTIAL), attested]);
      const id = made.id.toString('base64url');
      return {
        id,
        rawId: id,
        type: 'public-key',
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, origin),
          attestationObject: attestationObject(authData).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get(options, origin) {
      if (credential === undefined) throw new Error('This key was never enrolled');
      const { challenge } = options as { challenge: string };
      credential.counter += 1;
      const clientDataJSON = clientData('webauthn.get', challenge, origin);
      const data = authenticatorData(credential, flags);
      const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
      const id = credential.id.toString('base64url');
      return {
        id,
        rawId: id,
        type: 'public-key',
        response: {
          clientDataJSON,
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, hash]), credential.privateKey).toString('base64url'),
        },
      };
    },
  };
}

function clientData(type: string, challenge: string, origin: string): string {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })).toString('base64url');
}

function authenticatorData({ rpId, counter }: Credential, flags: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags, 0);
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), rest]);
}

/** CBOR of { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }. */
function coseKey(x: string, y: string): Buffer {
  const [head, middle] = [Buffer.from('a5010203262001215820', 'hex'), Buffer.from('225820', 'hex')];
  return Buffer.concat([head, Buffer.from(x, 'base64url'), middle, Buffer.from(y, 'base64url')]);
}

/** CBOR of { fmt: "none", attStmt: {}, authData }. */
function attestationObject(authData: Buffer): Buffer {
  const head = Buffer.concat([
    Buffer.from([0xa3, 0x63]),
    Buffer.from('fmt'),
    Buffer.from([0x64]),
    Buffer.from('none'),
    Buffer.from([0x67]),
    Buffer.from('attStmt'),
    Buffer.from([0xa0, 0x68]),
    Buffer.from('authData'),
    Buffer.from([0x58, authData.length]),
  ]);
  return Buffer.concat([head, authData]);
}
