import { hash, verify } from '@node-rs/argon2';

const ARGON2ID = 2;
// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane.
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id in the PHC string format, with its parameters and a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(foldPassword(password), PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash it takes as long, and is false. */
export async function verifyPassword(known: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(known ?? (await decoy), foldPassword(password));
  return matches && known !== undefined;
}

/** Two keyboards may spell one character in two ways; NFKC is what NIST SP 800-63B 3.1.1.2 asks for. */
function foldPassword(password: string): string {
  return password.normalize('NFKC');
}
