import { randomBytes, randomUUID } from 'node:crypto';

/** The only source of chance; a test hands in its own. */
export interface Chance {
  bytes(count: number): Uint8Array;
  /** A UUID that nobody can guess. */
  id(): string;
}

export const systemChance: Chance = {
  bytes: (count) => randomBytes(count),
  id: () => randomUUID(),
};
