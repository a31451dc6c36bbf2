import type { demands } from '@qingzhuang/contract';
import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../ui/language.tsx';
import { usePhone } from '../../../ui/media.ts';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { goTo, hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import { NoticeStrip } from '../../../notices/notice-strip.tsx';
import { Actions } from '../actions.tsx';
import '../demands.css';
import { Facts } from '../facts.tsx';
import { Findings } from '../findings.tsx';
import { RegisterFindings } from '../register-findings.tsx';
import { type Demand, type Summary, useDemand, useDemands } from '../queries.ts';
import { StateTag } from '../state-tag.tsx';
import { SuperiorLine } from '../superior-line.tsx';
import { VerdictLine } from '../verdict-line.tsx';
import { Precedents } from './precedents.tsx';
import { inOrder, minutesAtStake, neighbour } from './queue.ts';

const LayoutPanel = lazy(() =>
  import('../layout/layout-panel.tsx').then((module) => ({ default: module.LayoutPanel })),
);

const MOST_READ = 200;

/** 把关: the queue by hours at stake on one side, the case on the other; with `into` its merge view is open. */
export function GatePage({ id, into }: { readonly id: string | null; readonly into: string | null }): ReactElement {
  const phone = usePhone();
  const { queue, isRead, error } = useQueue();
  // Where there is room the first case lies open.
  const shown = id ?? (phone ? null : neighbour(queue, null, 1));
  const [open, setOpen] = useState<demands.DemandAction | null>(into === null ? null : 'merge');
  function show(next: string | null): void {
    setOpen(null);
    goTo('gate', ...(next === null ? [] : [next]));
  }
  useKeys(queue, shown, show, setOpen);
  if (isRead && queue.length === 0 && shown === null) return <NothingWaits />;
  return (
    <div className={`gate${shown === null ? '' : ' gate-open'}`}>
      <div className="gate-head">
        <Head queue={queue} />
        <NoticeStrip />
      </div>
      <RefusalNote error={error} />
      <QueueList queue={queue} shown={shown} />
      <div className="gate-case">
        {shown !== null && (
          <Case
            key={shown}
            id={shown}
            into={into}
            open={open}
            onOpen={setOpen}
            onDone={() => show(following(queue, shown))}
          />
        )}
      </div>
    </div>
  );
}

function useQueue(): { readonly queue: readonly Summary[]; readonly isRead: boolean; readonly error: Error | null } {
  const { data, error } = useDemands({ state: ['coordinating', 'screened'] }, MOST_READ);
  return { queue: inOrder(data?.pages.flatMap(({ items }) => items) ?? []), isRead: data !== undefined, error };
}

function NothingWaits(): ReactElement {
  const { queue: words } = useWords();
  return (
    <header className="page-head">
      <h1>{words.none}</h1>
      <p>{words.emptyAdvice}</p>
    </header>
  );
}

function Head({ queue }: { readonly queue: readonly Summary[] }): ReactElement {
  const { queue: words } = useWords();
  const { duration } = useMessages();
  const phone = usePhone();
  const total = queue.reduce((sum, demand) => sum + minutesAtStake(demand), 0);
  return (
    <header className="page-head">
      <h1>{queue.length > 0 ? words.waiting(queue.length, duration(total)) : words.title}</h1>
      {!phone && <p className="small">{words.keys}</p>}
    </header>
  );
}

function QueueList({
  queue,
  shown,
}: {
  readonly queue: readonly Summary[];
  readonly shown: string | null;
}): ReactElement {
  const { queue: words, demand: demandWords } = useWords();
  const { duration } = useMessages();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest' }), [shown]);
  return (
    <nav className="gate-queue card" aria-label={words.list}>
      {queue.map((demand) => {
        const { id, ask, issuerName, errors, warnings } = demand;
        return (
          <a
            key={id}
            ref={id === shown ? current : undefined}
            href={hrefOf('gate', id)}
            aria-current={id === shown ? 'true' : undefined}
          >
            <b className="gate-hours">{duration(minutesAtStake(demand))}</b>
            <span className="gate-ask">{ask}</span>
            <span className="soft small">
              {issuerName} · {demandWords.findings(errors ?? 0, warnings ?? 0)}
            </span>
            <span>
              <StateTag demand={demand} />
            </span>
          </a>
        );
      })}
    </nav>
  );
}

interface CaseProps {
  readonly id: string;
  /** What the planner proposes to merge it into. */
  readonly into: string | null;
  readonly open: demands.DemandAction | null;
  readonly onOpen: (action: demands.DemandAction | null) => void;
  readonly onDone: () => void;
}

function Case({ id, ...decision }: CaseProps): ReactElement {
  const { demand: words, queue } = useWords();
  const { data: demand, error } = useDemand(id);
  return (
    <>
      <a className="back gate-back" href={hrefOf('gate')}>
        ← {queue.back}
      </a>
      <RefusalNote error={error} />
      {demand ? <CaseView demand={demand} {...decision} /> : !error && <p className="soft">{words.loading}</p>}
    </>
  );
}

function CaseView({
  demand,
  into,
  open,
  onOpen,
  onDone,
}: Omit<CaseProps, 'id'> & { readonly demand: Demand }): ReactElement {
  return (
    <article className="stack">
      <header className="demand-head">
        <h2>{demand.ask}</h2>
        <p className="soft">
          <a href={hrefOf('demands', demand.id)}>{demand.title}</a>
        </p>
      </header>
      <VerdictLine demand={demand} />
      <Actions demand={demand} into={into} open={open} onOpen={onOpen} onDone={onDone} />
      <RegisterFindings screening={demand.screening} />
      <Findings findings={demand.screening?.findings ?? []} />
      <SuperiorLine demand={demand} />
      <Suspense>
        <LayoutPanel demand={demand} />
      </Suspense>
      <Precedents demand={demand} />
      <section className="panel">
        <Facts demand={demand} />
      </section>
    </article>
  );
}

/** Which key opens which decision. */
const DECISIONS: Readonly<Record<string, demands.DemandAction>> = { Enter: 'admit', x: 'refuse', m: 'merge' };

/** J and K walk the queue, other keys open a decision; while something is typed they are letters. */
function useKeys(
  queue: readonly Summary[],
  shown: string | null,
  show: (id: string | null) => void,
  setOpen: (action: demands.DemandAction | null) => void,
): void {
  const latest = useRef({ queue, shown, show, setOpen });
  useEffect(() => {
    latest.current = { queue, shown, show, setOpen };
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      const { queue: all, shown: id, show: go, setOpen: open } = latest.current;
      const next = stepTo(all, id, event.key);
      const decision = DECISIONS[event.key];
      if (next !== null) go(next);
      if (decision === undefined || id === null) return;
      event.preventDefault();
      open(decision);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** What comes up when a case has been decided; null when it was the last. */
function following(queue: readonly Summary[], decided: string): string | null {
  return neighbour(queue, decided, 1) ?? neighbour(queue, decided, -1);
}

/** Where a key leads in the queue; null where it leads nowhere. */
function stepTo(queue: readonly Summary[], shown: string | null, key: string): string | null {
  if (key !== 'j' && key !== 'k') return null;
  return neighbour(queue, shown, key === 'j' ? 1 : -1);
}

/** Whoever types, or presses a button or a link, means that and not the queue. */
function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, button, summary, form') !== null;
}
