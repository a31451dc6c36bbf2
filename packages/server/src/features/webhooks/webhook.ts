/** When a message is sent again, and when an address is given up. */

/** How an attempt ended. */
export interface Attempt {
  /** Counted from 1. */
  readonly number: number;
  /** The HTTP status; null when there was no reply. */
  readonly status: number | null;
  /** RFC 3339, UTC. */
  readonly at: string;
  /** At least 0, below 1. */
  readonly random: number;
}

export interface AfterAttempt {
  readonly state: 'waiting' | 'delivered' | 'given-up';
  readonly nextTryAt: string | null;
}

// Half a minute, and four times as long after each failure: with ten attempts the last one comes after three days.
const FIRST_WAIT_MS = 30_000;
const FACTOR = 4;
const LONGEST_WAIT_MS = 20 * 3_600_000;
const MOST_ATTEMPTS = 10;
/** Up to a fifth more or less, so that what failed together does not come back together. */
const JITTER = 0.2;

const DISABLED_AFTER_MS = 5 * 24 * 3_600_000;
/** The receiver says that it is gone for good. */
const GONE = 410;

/** Only 2xx is a receipt: a redirect is not followed. */
export function isReceived(status: number | null): boolean {
  return status !== null && status >= 200 && status <= 299;
}

export function afterAttempt({ number, status, at, random }: Attempt): AfterAttempt {
  if (isReceived(status)) return { state: 'delivered', nextTryAt: null };
  if (status === GONE || number >= MOST_ATTEMPTS) return { state: 'given-up', nextTryAt: null };
  return { state: 'waiting', nextTryAt: new Date(Date.parse(at) + waitAfter(number, random)).toISOString() };
}

function waitAfter(number: number, random: number): number {
  const wait = Math.min(FIRST_WAIT_MS * FACTOR ** (number - 1), LONGEST_WAIT_MS);
  return Math.round(wait * (1 - JITTER + 2 * JITTER * random));
}

/** Since when an address fails, after an attempt; null after a receipt. */
export function failingSince(before: string | null, { status, at }: Pick<Attempt, 'status' | 'at'>): string | null {
  return isReceived(status) ? null : (before ?? at);
}

/** Whether an address is given up: after five days without a receipt, or at once when it says that it is gone. */
export function isGivenUp(since: string | null, { status, at }: Pick<Attempt, 'status' | 'at'>): boolean {
  return status === GONE || (since !== null && Date.parse(at) - Date.parse(since) >= DISABLED_AFTER_MS);
}
