import { demands, Refusal } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { dayFrom, sayDay } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { How } from '../../ui/how.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useLeaderWords } from '../../messages/leader.ts';
import type { Overview } from './trend.ts';

type Item = Overview['heaviest'][number];

interface StopPanelProps {
  /** What can be done about them: what runs is suspended, what waits is put off. */
  readonly what: 'suspend' | 'defer';
  readonly items: readonly Item[];
  readonly count: number;
}

/** Demands that can be stopped from here: a tap on the verb, a tap on the reason. */
export function StopPanel({ what, items, count }: StopPanelProps): ReactElement {
  const { leader } = useLeaderWords();
  const words = what === 'suspend' ? leader.heaviest : leader.waiting;
  const mayStop = holds(useMe(), 'leader', 'office');
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      {items.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id}>
            <span className="lines-main">
              <a href={hrefOf(what === 'defer' ? 'gate' : 'demands', item.id)}>{item.ask}</a>
              <small>
                {item.issuerName} · {leader.hours(item.minutes)}
              </small>
            </span>
            {mayStop && <Stop what={what} item={item} />}
          </li>
        ))}
      </ul>
      {count > items.length && <p className="soft small">{leader.more(count)}</p>}
      <How>
        <p>{words.how}</p>
      </How>
    </section>
  );
}

const LONGEST_REASON = 1000;
const DAYS_OFF = 7;

function Stop({ what, item }: { readonly what: 'suspend' | 'defer'; readonly item: Item }): ReactElement {
  const { leader } = useLeaderWords();
  const { stop: words } = leader;
  const [{ language }] = usePreferences();
  const [open, setOpen] = useState(false);
  const until = dayFrom(now(), DAYS_OFF);
  const stopping = useStop(what, item, until);
  if (stopping.isSuccess) {
    return (
      <span className="tag tag-wait" role="status">
        {what === 'suspend' ? words.done.suspend : words.done.defer(sayDay(until, language, now()))}
      </span>
    );
  }
  return (
    <>
      <Button
        className="no-print"
        aria-expanded={open}
        aria-label={what === 'suspend' ? words.suspendOf(item.ask) : words.deferOf(item.ask)}
        onClick={() => setOpen(!open)}
      >
        {words[what]}
      </Button>
      {open && (
        <Reasons
          reasons={words.reasons[what]}
          busy={stopping.isPending}
          onChoose={(reason) => stopping.mutate(reason)}
          onClose={() => setOpen(false)}
        />
      )}
      {stopping.error && (
        <div className="leader-reasons">
          <RefusalNote error={stopping.error} />
        </div>
      )}
    </>
  );
}

/** Stops on the version that stands on the page. */
function useStop(what: 'suspend' | 'defer', { id, version }: Item, until: string) {
  const call = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      what === 'suspend'
        ? call(demands.suspendDemand, { id, reason }, { ifMatch: version })
        : call(demands.deferDemand, { id, until, reason }, { ifMatch: version }),
    onSuccess(changed) {
      queries.setQueryData(['demand', id], changed);
      void queries.invalidateQueries({ queryKey: ['demands'] });
    },
    onError: (error) => (error instanceof Refusal ? queries.invalidateQueries({ queryKey: ['overview'] }) : undefined),
  });
}

interface ReasonsProps {
  readonly reasons: readonly string[];
  readonly busy: boolean;
  readonly onChoose: (reason: string) => void;
  readonly onClose: () => void;
}

/** The usual reasons; a tap on one is the decision. Another one is written and confirmed. */
function Reasons({ reasons, busy, onChoose, onClose }: ReasonsProps): ReactElement {
  const {
    leader: { stop: words },
  } = useLeaderWords();
  const [own, setOwn] = useState<string | null>(null);
  return (
    <div
      className="leader-reasons stack no-print"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="choices" role="group" aria-label={words.because}>
        {reasons.map((reason) => (
          <button key={reason} type="button" className="choice" disabled={busy} onClick={() => onChoose(reason)}>
            {reason}
          </button>
        ))}
        {own === null && (
          <button type="button" className="choice" onClick={() => setOwn('')}>
            {words.own}
          </button>
        )}
      </div>
      {own !== null && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            onChoose(own.trim());
          }}
        >
          <TextEntry label={words.because} value={own} onChange={setOwn} longest={LONGEST_REASON} required autoFocus />
          <div className="row">
            <Button kind="primary" type="submit" disabled={busy || own.trim() === ''}>
              {words.confirm}
            </Button>
            <Button onClick={onClose}>{words.cancel}</Button>
          </div>
        </form>
      )}
    </div>
  );
}
