/** Failures in a row, and the moment of the last. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: string;
}

/** So many errors are a slip of the hand. */
const FREE_FAILURES = 5;
const FIRST_WAIT_SECONDS = 60;
/** Longer would let a stranger keep somebody out; at this pace a year of guessing tries 35,000 passwords. */
const LONGEST_WAIT_SECONDS = 15 * 60;
export const FORGOTTEN_AFTER_SECONDS = 24 * 60 * 60;

/** How long the next attempt must still wait, in whole seconds; 0 when it may be made. */
export function secondsToWait({ failures, lastAt }: Attempts, now: Date): number {
  if (failures < FREE_FAILURES) return 0;
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(wait - secondsSince(lastAt, now)));
}

/** The failures once this attempt is counted. It is counted before it is judged, so that many at once all count. */
export function countAttempt({ failures, lastAt }: Attempts, now: Date): number {
  return secondsSince(lastAt, now) >= FORGOTTEN_AFTER_SECONDS ? 1 : failures + 1;
}

function secondsSince(at: string, now: Date): number {
  return (now.getTime() - Date.parse(at)) / 1000;
}
