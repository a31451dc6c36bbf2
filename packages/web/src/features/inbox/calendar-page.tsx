import { inbox, type DeepReadonly } from '@qingzhuang/contract';
import { useQueries } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { dayFrom, sayDay, sayInstant } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words.tsx';
import { CalendarFeeds } from './calendar-feeds.tsx';
import { daysLater, monthsLater, weeksOfMonth } from './days.ts';

type Week = DeepReadonly<inbox.Week>;
type Item = Week['days'][number]['items'][number];
type Span = 'week' | 'month';

/** What hits the unit and those below it, day by day, with the hours of each day and what clashes. */
export function CalendarPage({ unit }: { readonly unit: string }): ReactElement {
  const { calendar: words, loading } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const today = dayFrom(now(), 0);
  const [span, setSpan] = useState<Span>('week');
  const [day, setDay] = useState(today);
  const { weeks, error } = useQueries({
    queries: (span === 'week' ? [day] : weeksOfMonth(day)).map((within) => ({
      queryKey: ['week', unit, within],
      queryFn: () => call(inbox.readWeek, { unit, day: within }),
    })),
    combine: (results) => ({
      weeks: results.every(({ data }) => data !== undefined) ? results.flatMap(({ data }) => data ?? []) : null,
      error: results.find((result) => result.error !== null)?.error ?? null,
    }),
  });
  function move(by: number): void {
    setDay(span === 'week' ? daysLater(day, by * 7) : monthsLater(day, by));
  }
  const [first, last] = [weeks?.[0], weeks?.at(-1)];
  return (
    <>
      <h1>{words.title}</h1>
      <div className="calendar-bar no-print">
        <Segments<Span>
          label={words.span}
          value={span}
          onChange={setSpan}
          options={(['week', 'month'] as const).map((value) => ({ value, label: words[value] }))}
        />
        <div className="row">
          <Button onClick={() => move(-1)}>{words.before}</Button>
          <Button onClick={() => setDay(today)}>{words.today}</Button>
          <Button onClick={() => move(1)}>{words.after}</Button>
        </div>
        {first && last && (
          <span className="soft">
            {words.range(sayDay(first.from, language, now()), sayDay(last.until, language, now()))}
          </span>
        )}
      </div>
      <RefusalNote error={error} />
      {weeks === null && error === null && <p className="soft">{loading}</p>}
      {weeks && <Clashes weeks={weeks} />}
      {weeks && <Days weeks={weeks} today={today} unit={unit} />}
      <CalendarFeeds unit={unit} />
    </>
  );
}

/** The days on which something falls. */
function Days({
  weeks,
  today,
  unit,
}: {
  readonly weeks: readonly Week[];
  readonly today: string;
  readonly unit: string;
}): ReactElement {
  const { calendar: words } = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const days = weeks.flatMap((week) => week.days).filter(({ items }) => items.length > 0);
  if (days.length === 0) return <p className="soft">{words.empty}</p>;
  return (
    <ol className="calendar-days">
      {days.map(({ day, items, minutes }) => (
        <li key={day} className={day === today ? 'calendar-day calendar-today' : 'calendar-day'}>
          <h2>
            {sayDay(day, language, now())}
            {minutes > 0 && <span className="soft"> · {words.dayHours(duration(minutes))}</span>}
          </h2>
          <ul className="card">
            {items.map((item) => (
              <li key={item.demand}>
                <Entry item={item} unit={unit} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Entry({ item, unit }: { readonly item: Item; readonly unit: string }): ReactElement {
  const { calendar: words } = useWords();
  const { duration } = useMessages();
  const { ask, startsAt, endsAt, dueAt, bearers, minutes, issuerName, demand } = item;
  const span = startsAt !== null && endsAt !== null ? `${clockOf(startsAt)}–${clockOf(endsAt)}` : null;
  const at = span === WHOLE_DAY ? words.allDay : span;
  const facts = [
    bearers > 1 ? words.units(bearers) : null,
    minutes === null ? null : (bearers > 1 ? words.each : words.dayHours)(duration(minutes)),
    issuerName,
  ].filter((fact) => fact !== null);
  const isOwn = bearers === 1;
  return (
    <>
      <span className="calendar-at">{at ?? (dueAt === null ? '' : words.due(clockOf(dueAt)))}</span>
      <span className="calendar-what">
        <a href={isOwn ? hrefOf('inbox', unit, demand) : hrefOf('demands', demand)}>{ask}</a>
        <small>{facts.join(' · ')}</small>
      </span>
    </>
  );
}

/** How the gate writes a visit that may happen on any hour of its days. */
const WHOLE_DAY = '00:00–23:59';

/** `18:00` in Beijing. */
function clockOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}

function Clashes({ weeks }: { readonly weeks: readonly Week[] }): ReactElement | null {
  const { calendar: words } = useWords();
  const [{ language }] = usePreferences();
  const asks = new Map(
    weeks.flatMap(({ days }) => days.flatMap(({ items }) => items.map((one) => [one.demand, one.ask]))),
  );
  const clashes = weeks.flatMap((week) => week.clashes);
  if (clashes.length === 0) return null;
  return (
    <section className="note note-warning calendar-clashes">
      <h2>{words.clashes}</h2>
      <ul>
        {clashes.map(({ demands, from, bearers }) => (
          <li key={demands.join()}>
            {words.clash(sayInstant(from, language, now()), bearers)}：
            {demands.map((demand) => asks.get(demand) ?? '').join(' / ')}
          </li>
        ))}
      </ul>
      <p className="small">{words.clashAdvice}</p>
    </section>
  );
}
