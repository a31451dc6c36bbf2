import { dayInChina, type Clock } from '../../../platform/clock.ts';

/** A week without a signal is long even in the mountains. */
const LONGEST_OFFLINE_DAYS = 7;
const DAY_MS = 86_400_000;

/** The day on which it was done, `YYYY-MM-DD`: what was done in time counts although it arrives later. */
export function dayDone(clock: Clock, saidAt: string | undefined): string {
  const said = saidAt === undefined ? undefined : Date.parse(saidAt);
  const now = clock.now().getTime();
  const isLikely = said !== undefined && said <= now && said >= now - LONGEST_OFFLINE_DAYS * DAY_MS;
  return isLikely ? dayInChina(new Date(said)) : clock.today();
}
