import { Refusal, type inbox } from '@qingzhuang/contract';
import type { Acting, Context } from '../../../../platform/context.ts';
import { inCounty } from '../../../../platform/county.ts';
import { digestOf, makeSecret } from '../../../../platform/secret.ts';
import { isBelow, namesOf, rangeOf } from '../../../organisations/index.ts';
import { assertMaySeeBearer } from '../operations.ts';
import { writeCalendar, type CalendarEvent } from './icalendar.ts';
import { findFeed, insertFeed, listFeedEntries, listFeeds, listWeekRows, type FeedEntry } from './store.ts';
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

/** Everything that hits the unit and those below it in the week of a day. The register is public inside the county. */
export async function readWeek(
  { db, actor, clock }: Acting,
  { unit, day }: { readonly unit: string; readonly day?: string },
): Promise<inbox.Week> {
  if (!(await namesOf(db, [unit])).has(unit)) throw new Refusal('no-such-record');
  const range = weekOf(day ?? clock.today());
  return layOutWeek(unit, range, await listWeekRows(db, { county: actor.county, ...rangeOf(unit) }, range));
}
