import { Refusal } from '@qingzhuang/contract';

/** Counts bytes as taken; throws the refusal `busy` when no more are left. */
export type TakeMemory = (bytes: number) => void;

/** Does the work, and afterwards gives back what it took. */
export type MemoryBudget = <Result>(work: (take: TakeMemory) => Promise<Result>) => Promise<Result>;

const RETRY_AFTER_SECONDS = 2;

/** Each request is small enough by itself, but a hundred large ones at once would not be. */
export function createMemoryBudget(mostBytes: number): MemoryBudget {
  let taken = 0;
  return async function within(work) {
    let own = 0;
    try {
      return await work((bytes) => {
        if (taken + bytes > mostBytes) throw new Refusal('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
        taken += bytes;
        own += bytes;
      });
    } finally {
      taken -= own;
    }
  };
}
