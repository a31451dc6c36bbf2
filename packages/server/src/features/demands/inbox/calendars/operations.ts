import { Refusal, type inbox } from '@qingzhuang/contract';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Acting, Context } from '../../../../platform/context.ts';
import { inCounty } from '../../../../platform/county.ts';
import { digestOf, makeSecret } from '../../../../platform/secret.ts';
import { isBelow, namesOf, rangeOf } from '../../../organisations/index.ts';
import { assertMaySeeBearer } from '../operations.ts';
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
    return writeCalendar(feed.name, county, await listFeedEntries(db, { county, unit: feed.unit }, since));
  });
}

const ZONE = 'Asia/Shanghai';
/** China has had one zone and no summer time since 1992. */
const ZONE_DEFINITION = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** Phones ask again so often. */
const REFRESH_SECONDS = 3600;

function writeCalendar(unitName: string, county: string, entries: readonly FeedEntry[]): string {
  const calendar = new ICalCalendar({
    name: `轻装 · ${unitName}`,
    prodId: { company: 'qingzhuang', product: 'gate', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    timezone: { name: ZONE, generator: () => ZONE_DEFINITION },
  });
  for (const entry of entries) {
    const { startsAt, endsAt, dueAt } = entry;
    if (startsAt !== null && endsAt !== null) addEvent(calendar, county, entry, { start: startsAt, end: endsAt });
    if (dueAt !== null) addEvent(calendar, county, entry, { due: dueAt });
  }
  return calendar.toString();
}

type Span = { readonly start: string; readonly end: string } | { readonly due: string };

function addEvent(calendar: ICalCalendar, county: string, entry: FeedEntry, span: Span): void {
  const { demand, ask, title, issuerName, code, state, version, changedAt, venues } = entry;
  const isDue = 'due' in span;
  calendar.createEvent({
    id: `${demand}-${isDue ? 'due' : 'time'}@${county}.qingzhuang`,
    // A calendar takes over a change only under a higher number.
    sequence: version,
    start: new Date(isDue ? span.due : span.start),
    end: new Date(isDue ? span.due : span.end),
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    summary: isDue ? `截止：${ask}` : ask,
    description: `${title}\n${issuerName}\n事项码 ${code}`,
    location: isDue ? null : (venues?.join('、') ?? null),
    status: STATUS_OF[state] ?? ICalEventStatus.CONFIRMED,
  });
}

const STATUS_OF: Readonly<Record<string, ICalEventStatus>> = {
  withdrawn: ICalEventStatus.CANCELLED,
  merged: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
  suspended: ICalEventStatus.TENTATIVE,
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
