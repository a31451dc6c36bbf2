import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { sayDay, sayTime } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { hrefOf } from '../../ui/route.ts';
import { ShareBar } from '../../ui/share-bar.tsx';
import { usePlanningWords } from '../../messages/planning.ts';
import type { Week } from './week.ts';
import { breaksNoMeeting, isOver } from './week.ts';

type Day = Week['days'][number];
type Item = Day['items'][number];

/** Seven days beside each other, below each other on a phone. */
export function WeekGrid({ week }: { readonly week: Week }): ReactElement {
  const clashing = new Set(week.clashes.flatMap(({ demands }) => demands));
  return (
    <ol className="week-grid">
      {week.days.map((day) => (
        <DayColumn key={day.day} day={day} clashing={clashing} />
      ))}
    </ol>
  );
}

interface DayColumnProps {
  readonly day: Day;
  readonly clashing: ReadonlySet<string>;
}

function DayColumn({ day, clashing }: DayColumnProps): ReactElement {
  const { planning: words } = usePlanningWords();
  const [{ language }] = usePreferences();
  const { items, minutes, ceilingMinutes, noMeeting } = day;
  const isOff = ceilingMinutes === 0;
  return (
    <li className={isOff && items.length === 0 ? 'week-off' : undefined}>
      <h2>
        {sayDay(day.day, language, now())}{' '}
        {noMeeting !== null && <span className="tag">{words.noMeeting[noMeeting]}</span>}
        {minutes > 0 && isOff && <span className="tag tag-alarm">{words.dayOff}</span>}
      </h2>
      <DayHours day={day} />
      {items.length === 0 && <p className="soft small">{isOff ? words.dayOff : words.none}</p>}
      <ul>
        {items.map((item) => (
          <ItemCard key={item.demand} item={item} day={day} clashes={clashing.has(item.demand)} />
        ))}
      </ul>
    </li>
  );
}

function DayHours({ day }: { readonly day: Day }): ReactElement | null {
  const { planning: words } = usePlanningWords();
  const { duration } = useMessages();
  const { minutes, ceilingMinutes } = day;
  if (minutes === 0) return null;
  if (ceilingMinutes === null || ceilingMinutes === 0) return <p className="week-hours-line">{duration(minutes)}</p>;
  return (
    <div className={isOver(day) ? 'week-hours-line week-hours-over' : 'week-hours-line'}>
      {words.hours(duration(minutes), duration(ceilingMinutes))}
      <ShareBar share={minutes / ceilingMinutes} />
    </div>
  );
}

function ItemCard({
  item,
  day,
  clashes,
}: {
  readonly item: Item;
  readonly day: Day;
  readonly clashes: boolean;
}): ReactElement {
  const { planning: words } = usePlanningWords();
  const { duration } = useMessages();
  const { demand, ask, issuerName, bearers, minutes, waiting } = item;
  return (
    <li className={waiting ? 'week-item week-item-waiting' : 'week-item'}>
      <span className="soft">{useTime(item, day.day)}</span>
      <a href={hrefOf(waiting ? 'gate' : 'demands', demand)}>{ask}</a>
      <small className="soft">
        {issuerName} · {minutes === null ? words.bearersOnly(bearers) : words.bearers(bearers, duration(minutes))}
      </small>
      <span className="row">
        {waiting && <span className="tag tag-wait">{words.waiting}</span>}
        {clashes && <span className="tag tag-alarm">{words.clash}</span>}
        {breaksNoMeeting(item, day) && <span className="tag tag-alarm">{words.againstNoMeeting}</span>}
      </span>
    </li>
  );
}

const DAY_MS = 86_400_000;

/** When on this day: its hours, its deadline, or the whole day of something longer. */
function useTime({ startsAt, endsAt, dueAt }: Item, day: string): string {
  const { planning: words } = usePlanningWords();
  if (startsAt === null || endsAt === null) return dueAt === null ? '' : words.due(sayTime(dueAt));
  if (Date.parse(endsAt) - Date.parse(startsAt) >= DAY_MS - 60_000) return words.allDay;
  const begins = Date.parse(startsAt) < Date.parse(`${day}T00:00:00+08:00`) ? '00:00' : sayTime(startsAt);
  return `${begins}—${sayTime(endsAt)}`;
}
