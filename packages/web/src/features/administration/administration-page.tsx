import type { ReactElement } from 'react';
import { holds, useMe } from '../../me.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import './administration.css';
import { People } from './people.tsx';
import { Units } from './units.tsx';
import { Webhooks } from './webhooks.tsx';

/** One line for each tab. */
const PARTS = {
  units: () => <Units />,
  people: () => <People />,
  webhooks: () => <Webhooks />,
} as const satisfies Record<string, () => ReactElement>;

const TABS = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** 管理: the tree of units, people and their posts, and whom else the county tells. */
export function AdministrationPage({ part: asked }: { readonly part: string | undefined }): ReactElement {
  const { administration: words, webhooks, account } = useWords();
  const part = TABS.find((tab) => tab === asked) ?? 'units';
  const names = { ...words.tabs, webhooks: webhooks.tab };
  const me = useMe();
  if (!holds(me, 'administrator')) return <p className="note">{account.noPosts}</p>;
  return (
    <div className="stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <nav className="choices" aria-label={words.tabsLabel}>
          {TABS.map((tab) => (
            <a
              key={tab}
              className="choice administration-tab"
              href={hrefOf('admin', tab)}
              aria-current={tab === part ? 'page' : undefined}
            >
              {names[tab]}
            </a>
          ))}
        </nav>
      </header>
      {PARTS[part]()}
    </div>
  );
}
