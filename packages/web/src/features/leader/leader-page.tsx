import { insights } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { Clauses } from '../../ui/clauses.tsx';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useLeaderWords } from '../../messages/leader.ts';
import { useWords } from '../../words.tsx';
import { NoticeStrip } from '../../notices/notice-strip.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { IssuersPanel } from './issuers-panel.tsx';
import { KindsPanel } from './kinds-panel.tsx';
import './leader.css';
import { StopPanel } from './stop-panel.tsx';
import { trendOf, type Overview } from './trend.ts';
import { EmergenciesPanel, ExceptionalPanel, OffGatePanel } from './watch-panels.tsx';
import { WeeksPanel } from './weeks-panel.tsx';

/** 一页: whether the load falls, who adds to it, and what to stop. It prints as it stands. */
export function LeaderPage(): ReactElement {
  const { leader: words } = useLeaderWords();
  const { loading } = useWords();
  const call = useApi();
  const { data, error } = useQuery({ queryKey: ['overview'], queryFn: () => call(insights.readOverview) });
  return (
    <article className="leader">
      {data ? (
        <OverviewView overview={data} />
      ) : (
        <>
          <h1 className="unseen">{words.title}</h1>
          {error === null ? <p className="soft">{loading}</p> : <RefusalNote error={error} />}
        </>
      )}
    </article>
  );
}

function OverviewView({ overview }: { readonly overview: Overview }): ReactElement {
  const { leader: words } = useLeaderWords();
  const { countyName } = useMe();
  const [{ language }] = usePreferences();
  const { minutes, change } = trendOf(overview.weeks);
  return (
    <>
      <header className="page-head leader-head">
        <h1>
          <Clauses text={minutes === 0 ? words.nothing : words.verdict(minutes, change)} />
        </h1>
        <p>
          {countyName} · {words.asOf(sayDay(overview.today, language, now()))}
        </p>
        <Button className="no-print" onClick={() => print()}>
          {words.print}
        </Button>
      </header>
      <NoticeStrip />
      <div className="leader-panels">
        <WeeksPanel weeks={overview.weeks} />
        <div className="stack">
          <IssuersPanel issuers={overview.issuers} />
          <StopPanel what="suspend" items={overview.heaviest} count={overview.heaviest.length} />
          <StopPanel what="defer" items={overview.waiting.items} count={overview.waiting.count} />
        </div>
        <div className="stack">
          <KindsPanel kinds={overview.kinds} />
          <ForecastPanel forecast={overview.forecast} />
          <EmergenciesPanel emergencies={overview.emergencies} />
          <OffGatePanel offGate={overview.offGate} />
        </div>
        <ExceptionalPanel exceptional={overview.exceptional} />
      </div>
    </>
  );
}
