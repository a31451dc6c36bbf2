import type { ReactElement } from 'react';
import { holds, useMe } from '../../me.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import './administration.css';
import { People } from './people.tsx';
import { Units } from './units.tsx';

/** 管理: the tree of units, or people and their posts. */
export function AdministrationPage({ part }: { readonly part: 'units' | 'people' }): ReactElement {
  const { administration: words, account } = useWords();
  const me = useMe();
  if (!holds(me, 'administrator')) return <p className="note">{account.noPosts}</p>;
  return (
    <div className="stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <nav className="choices" aria-label={words.tabsLabel}>
          {(['units', 'people'] as const).map((tab) => (
            <a
              key={tab}
              className="choice administration-tab"
              href={hrefOf('admin', tab)}
              aria-current={tab === part ? 'page' : undefined}
            >
              {words.tabs[tab]}
            </a>
          ))}
        </nav>
      </header>
      {part === 'units' ? <Units /> : <People />}
    </div>
  );
}
