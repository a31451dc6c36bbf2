/** Whom a consultation asks, until when, and what it costs those who are asked. */
import { addWorkingDays } from '@qingzhuang/analysis';

/** Reading a summary and one tap, with or without a sentence. Assumed. */
const MINUTES_PER_SEAT = 5;
/** Of working days, for the reply to a proposal of a bearer. */
const REPLY_DAYS = 5;
/** Bytes of chance for each unit: two of the same are as good as impossible. */
export const BYTES_PER_UNIT = 8;

/** Draws so many of the units by chance, each as likely as any other; `bytes` are `BYTES_PER_UNIT` for each unit. */
export function drawPanel(units: readonly string[], size: number, bytes: Uint8Array): string[] {
  const lots = units.map((unit, index) => ({
    unit,
    lot: hexOf(bytes.subarray(index * BYTES_PER_UNIT, (index + 1) * BYTES_PER_UNIT)),
  }));
  return lots
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ unit }) => unit)
    .toSorted();
}

/** The end of the last day on which an answer counts, RFC 3339. */
export function closesAt(today: string, workingDays: number): string {
  return new Date(Date.parse(`${addWorkingDays(today, workingDays)}T24:00:00+08:00`)).toISOString();
}

/** Until when the issuer has to reply to a proposal. */
export function replyDueAt(today: string): string {
  return closesAt(today, REPLY_DAYS);
}

/** What asking so many units costs all of them together. */
export function minutesOf(seats: number): number {
  return seats * MINUTES_PER_SEAT;
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
