import { inbox } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { dayFrom, sayDay } from '../../ui/dates.ts';
import { Entry } from '../../ui/entry.tsx';
import { How } from '../../ui/how.tsx';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../ui/route.ts';
import { townsOf, type UnitNode, useUnits } from '../../units.ts';
import { usePlanningWords } from '../../messages/planning.ts';
import { useWords } from '../../words.tsx';
import { Clashes, Merges } from './offers.tsx';
import './planning.css';
import { dayLater, summarise, type Week } from './week.ts';
import { WeekGrid } from './week-grid.tsx';

const DAYS_A_WEEK = 7;

/** 统筹: everything that hits one town in one week, and what of it gets in each other's way. */
export function PlanningPage({
  unit,
  day,
}: {
  readonly unit: string | null;
  readonly day: string | null;
}): ReactElement {
  const { planning: words } = usePlanningWords();
  const { loading } = useWords();
  const towns = useTowns();
  const shown = unit ?? towns?.[0]?.code ?? null;
  if (towns === null || shown === null) {
    return (
      <>
        <h1 className="unseen">{words.title}</h1>
        <p className="soft">{towns === null ? loading : words.noUnit}</p>
      </>
    );
  }
  return <TownWeek towns={towns} unit={shown} day={day ?? dayFrom(now(), 0)} />;
}

/** The office and leaders look at every town, a clerk at his own; null while they are being read. */
function useTowns(): readonly UnitNode[] | null {
  const me = useMe();
  const { data } = useUnits();
  if (data === undefined) return null;
  const towns = townsOf(data).map(({ unit }) => unit);
  if (holds(me, 'office', 'leader')) return towns;
  return towns.filter(({ code }) => me.posts.some((post) => post.unit === code));
}

interface TownWeekProps {
  readonly towns: readonly UnitNode[];
  readonly unit: string;
  readonly day: string;
}

function TownWeek({ towns, unit, day }: TownWeekProps): ReactElement {
  const { planning: words } = usePlanningWords();
  const { loading } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { data: week, error } = useQuery({
    queryKey: ['week', unit, day],
    queryFn: () => call(inbox.readWeek, { unit, day }),
    placeholderData: (previous) => previous,
  });
  const name = towns.find(({ code }) => code === unit)?.name ?? unit;
  return (
    <article className="planning stack">
      {week ? <Head name={name} week={week} /> : <h1 className="unseen">{words.title}</h1>}
      <div className="planning-bar no-print">
        {towns.length > 1 && (
          <Entry label={words.unit}>
            {(named) => (
              <select
                {...named}
                className="field"
                value={unit}
                onChange={({ target }) => goTo('planning', target.value, day)}
              >
                {towns.map(({ code, name: town }) => (
                  <option key={code} value={code}>
                    {town}
                  </option>
                ))}
              </select>
            )}
          </Entry>
        )}
        <div className="row">
          <Button href={hrefOf('planning', unit, dayLater(day, -DAYS_A_WEEK))}>{words.before}</Button>
          <Button href={hrefOf('planning', unit)}>{words.thisWeek}</Button>
          <Button href={hrefOf('planning', unit, dayLater(day, DAYS_A_WEEK))}>{words.after}</Button>
        </div>
        {week && (
          <span className="soft">
            {words.range(sayDay(week.from, language, now()), sayDay(week.until, language, now()))}
          </span>
        )}
      </div>
      <RefusalNote error={error} />
      {week ? (
        <>
          <Merges week={week} />
          <Clashes week={week} />
          <WeekGrid week={week} />
          <How>
            <p>{words.how}</p>
          </How>
        </>
      ) : (
        !error && <p className="soft">{loading}</p>
      )}
    </article>
  );
}

function Head({ name, week }: { readonly name: string; readonly week: Week }): ReactElement {
  const { planning: words } = usePlanningWords();
  const { duration } = useMessages();
  const { demands, minutes, daysOver } = summarise(week);
  const faults = [
    daysOver > 0 ? words.over(daysOver) : null,
    week.clashes.length > 0 ? words.clashes(week.clashes.length) : null,
    week.merges.length > 0 ? words.merges(week.merges.length) : null,
  ].filter((fault) => fault !== null);
  return (
    <header className="page-head">
      <h1>
        <Clauses text={demands === 0 ? words.quiet(name) : words.verdict(name, demands, duration(minutes))} />
      </h1>
      {demands > 0 && (
        <p className={faults.length > 0 ? 'planning-faults' : undefined}>
          {faults.length > 0 ? faults.join('，') : words.smooth}
        </p>
      )}
    </header>
  );
}
