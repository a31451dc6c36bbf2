import { Refusal } from '@qingzhuang/contract';

/** Takes one from the address's allowance; throws the refusal `too-many-requests` when it is used up. */
export type RateLimit = (address: string) => void;

/** More addresses than this are not remembered: the one seen longest ago is forgotten first. */
const MOST_ADDRESSES = 50_000;

interface Allowance {
  left: number;
  /** Milliseconds on the monotonic clock. */
  at: number;
}

/** A token bucket for each address: `perMinute` at once, filled again over a minute. `now` gives milliseconds. */
export function createRateLimit(perMinute: number, now: () => number = () => performance.now()): RateLimit {
  const allowances = new Map<string, Allowance>();
  const perMillisecond = perMinute / 60_000;

  return function take(address) {
    const at = now();
    const before = allowances.get(address) ?? { left: perMinute, at };
    const left = Math.min(perMinute, before.left + (at - before.at) * perMillisecond);
    if (left < 1) throw new Refusal('too-many-requests', { retryAfterSeconds: secondsFor(1 - left, perMillisecond) });

    allowances.delete(address); // Setting it again moves it to the end of the order.
    allowances.set(address, { left: left - 1, at });
    const [oldest] = allowances.keys();
    if (allowances.size > MOST_ADDRESSES && oldest !== undefined) allowances.delete(oldest);
  };
}

function secondsFor(tokens: number, perMillisecond: number): number {
  return Math.max(1, Math.ceil(tokens / perMillisecond / 1000));
}
