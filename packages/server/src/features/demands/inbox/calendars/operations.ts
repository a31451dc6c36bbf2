import { isBelow, rangeOf, Refusal, type caps, type inbox } from '@qingzhuang/contract';
import { holdsRole } from '../../../../platform/actor.ts';
import type { Acting, Context } from '../../../../platform/context.ts';
import { inCounty } from '../../../../platform/county.ts';
import { digestOf, makeSecret } from '../../../../platform/secret.ts';
import { findNoMeetingReason, settingsOn } from '../../../caps/index.ts';
import { namesOf } from '../../../organisations/index.ts';
import { assertMaySeeBearer } from '../operations.ts';
import { writeCalendar, type CalendarEvent } from './icalendar.ts';
import {
  countNatures,
  findFeed,
  insertFeed,
  listFeedEntries,
  listFeeds,
  listWeekRows,
  type FeedEntry,
} from './store.ts';
import { layOutWeek, weekOf } from './week.ts';

/** One for each phone; more are forgotten ones. */
const MOST_FEEDS = 20;

/** Gives the person an address that opens the unit's calendar. The secret in it is shown this once. */
export async function createFeed(
  { db, actor, clock, chance }: Acting,
  unit: string,
): Promise<inbox.CalendarFeed & { readonly path: string }> {
  assertMaySeeBearer(actor, unit);
  if ((await listFeeds(db, actor.county, actor.person)).length >= MOST_FEEDS) throw new Refusal('wrong-state');
  const secret = makeSecret(chance);
  const feed = await insertFeed(db, {
    ...{ county: actor.county, id: chance.id(), person: actor.person, unit },
    tokenHash: digestOf(secret),
    madeAt: clock.now().toISOString(),
  });
  return { ...feed, path: `/api/v1/calendar/${actor.county}-${secret}.ics` };
}

const FEED = /^([1-9]\d{5})-([\w-]{43})\.ics$/;
const PAST_DAYS = 60;
const DAY_MS = 86_400_000;

/** The calendar behind the address. It closes when it is revoked, and when its person leaves the unit or the system. */
export async function readFeed(context: Context, address: string): Promise<string> {
  const [, county, secret] = FEED.exec(address) ?? [];
  if (county === undefined || secret === undefined) throw new Refusal('no-such-record');
  return inCounty(context.db, county, async (db) => {
    const feed = await findFeed(db, county, digestOf(secret));
    const opens = feed?.postUnits.some((unit) => unit === feed.unit || isBelow(feed.unit, unit)) ?? false;
    if (feed === undefined || !opens) throw new Refusal('no-such-record');
    const since = new Date(context.clock.now().getTime() - PAST_DAYS * DAY_MS).toISOString();
    const entries = await listFeedEntries(db, { county, unit: feed.unit }, since);
    return writeCalendar(
      `轻装 · ${feed.name}`,
      entries.flatMap((entry) => eventsOf(entry, county)),
    );
  });
}

/** What takes place, and what is due, are two entries. */
function eventsOf(entry: FeedEntry, county: string): CalendarEvent[] {
  const { demand, ask, title, issuerName, code, state, version, changedAt, startsAt, endsAt, dueAt, venues } = entry;
  const shared = {
    sequence: version,
    changedAt,
    description: `${title}\n${issuerName}\n事项码 ${code}`,
    status: STATUS_OF[state] ?? 'CONFIRMED',
  } as const;
  const uid = `@${county}.qingzhuang`;
  const takesPlace =
    startsAt === null || endsAt === null
      ? []
      : [
          {
            uid: `${demand}-time${uid}`,
            start: startsAt,
            end: endsAt,
            summary: ask,
            location: venues?.join('、') ?? null,
          },
        ];
  const isDue =
    dueAt === null
      ? []
      : [{ uid: `${demand}-due${uid}`, start: dueAt, end: dueAt, summary: `截止：${ask}`, location: null }];
  return [...takesPlace, ...isDue].map((event) => ({ ...shared, ...event }));
}

const STATUS_OF: Readonly<Record<string, CalendarEvent['status']>> = {
  withdrawn: 'CANCELLED',
  merged: 'CANCELLED',
  expired: 'CANCELLED',
  suspended: 'TENTATIVE',
};

/**
 * Everything that hits the unit and those below it in the week of a day. The register is public inside the county; what
 * still waits is seen by those who decide about it.
 */
export async function readWeek(
  { db, actor, clock }: Acting,
  { unit, day = clock.today() }: { readonly unit: string; readonly day?: string },
): Promise<inbox.Week> {
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('no-such-record');
  const range = weekOf(day);
  const units = { county: actor.county, ...rangeOf(unit) };
  const waiting = holdsRole(actor, 'office') || holdsRole(actor, 'leader');
  const rows = await listWeekRows(db, units, { ...range, waiting });
  const { ceilingHours, noMeetingRules } = await settingsOn(db, day);
  return layOutWeek(unit, range, rows, {
    monthMinutes: monthMinutes(ceilingHours, await countNatures(db, units)),
    noMeeting: (one) => findNoMeetingReason(one, noMeetingRules),
  });
}

const MINUTES_PER_HOUR = 60;

/** The ceilings of all these units together; null where the county has set none for any of them. */
function monthMinutes(
  ceilings: caps.CeilingHours | null,
  natures: readonly { readonly nature: string; readonly units: number }[],
): number | null {
  const hours = natures.flatMap(({ nature, units }) => {
    const ceiling = (ceilings as Readonly<Record<string, number | undefined>> | null)?.[nature];
    return ceiling === undefined ? [] : [ceiling * units];
  });
  return hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0) * MINUTES_PER_HOUR;
}
