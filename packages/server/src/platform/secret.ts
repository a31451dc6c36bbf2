import { createHash } from 'node:crypto';
import type { Chance } from './chance.ts';

/** 256 random bits as text that fits into a cookie, a header and an address. */
export function makeSecret(chance: Chance): string {
  return Buffer.from(chance.bytes(32)).toString('base64url');
}

/** What is kept of a secret. Without salt or stretching: only for secrets that nobody can guess. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
