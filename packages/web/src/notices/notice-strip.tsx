import { notices } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../api.tsx';
import { now } from '../clock.ts';
import { holds, useMe } from '../me.tsx';
import { sayInstant } from '../ui/dates.ts';
import { usePreferences } from '../ui/preferences.ts';
import { hrefOf } from '../ui/route.ts';
import { useWords } from '../words.tsx';
import './notice-strip.css';

/** So many stand open; the rest can be unfolded. */
const SHOWN = 3;

/**
 * What the system has to call to mind for the person's posts, calmly: nothing is shown where there is nothing, and it
 * goes when the matter is done. A list that cannot be fetched disturbs nobody.
 */
export function NoticeStrip(): ReactElement | null {
  const { notices: words } = useWords();
  const call = useApi();
  const { data } = useQuery({ queryKey: ['notices'], queryFn: () => call(notices.listNotices) });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="notice-strip no-print" aria-label={words.title}>
      <p className="notice-strip-title">
        <b>{words.title}</b> <span className="soft">{words.lead}</span>
      </p>
      <Notices items={items.slice(0, SHOWN)} />
      {items.length > SHOWN && (
        <details>
          <summary>{words.rest(items.length - SHOWN)}</summary>
          <Notices items={items.slice(SHOWN)} />
        </details>
      )}
    </section>
  );
}

type Notice = Pick<notices.Notice, 'id' | 'kind' | 'demand' | 'ask' | 'issuerName' | 'at'>;

function Notices({ items }: { readonly items: readonly Notice[] }): ReactElement {
  const { notices: words } = useWords();
  const [{ language }] = usePreferences();
  const me = useMe();
  const decides = holds(me, 'office', 'leader', 'unit-lead');
  return (
    <ul>
      {items.map(({ id, kind, demand, ask, issuerName, at }) => (
        <li key={id}>
          {demand === null ? (
            <b>{ask}</b>
          ) : (
            <a href={hrefOf(decides && kind !== 'expire' ? 'gate' : 'demands', demand)}>{ask}</a>
          )}{' '}
          {words.says[kind]}
          <span className="soft">
            {issuerName !== null && ` · ${issuerName}`} · {sayInstant(at, language, now())}
          </span>
        </li>
      ))}
    </ul>
  );
}
