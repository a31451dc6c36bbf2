import type { Role } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { holds, useMe } from '../../me.tsx';
import { NoticeStrip } from '../../notices/notice-strip.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useAdministrationWords } from '../../messages/administration.ts';
import { useOfficesWords } from '../../messages/offices.ts';
import { useWebhooksWords } from '../../messages/webhooks.ts';
import { useWords } from '../../words.tsx';
import './administration.css';
import { Audit } from './audit.tsx';
import { BreakGlass } from './break-glass.tsx';
import { People } from './people.tsx';
import { Units } from './units.tsx';
import { Webhooks } from './webhooks.tsx';

/** One line for each tab: what it shows, and for whom. */
const PARTS = {
  units: { show: () => <Units />, roles: ['administrator'] },
  people: { show: () => <People />, roles: ['administrator'] },
  webhooks: { show: () => <Webhooks />, roles: ['administrator'] },
  glass: {
    show: (demand) => <BreakGlass demand={demand} />,
    roles: ['administrator', 'office', 'leader', 'auditor', 'supervisor'],
  },
  audit: { show: () => <Audit />, roles: ['administrator', 'auditor', 'supervisor'] },
} as const satisfies Record<
  string,
  { readonly show: (record: string | undefined) => ReactElement; readonly roles: readonly Role[] }
>;

const TABS = Object.keys(PARTS) as (keyof typeof PARTS)[];

interface AdministrationPageProps {
  readonly part: string | undefined;
  /** What within the part. */
  readonly record: string | undefined;
}

/** 管理: the tree of units, people and their posts, whom else the county tells, and the audit log. */
export function AdministrationPage({ part: asked, record }: AdministrationPageProps): ReactElement {
  const { administration: words } = useAdministrationWords();
  const { webhooks } = useWebhooksWords();
  const { audit } = useOfficesWords();
  const { account } = useWords();
  const me = useMe();
  const tabs = TABS.filter((tab) => holds(me, ...PARTS[tab].roles));
  const part = tabs.find((tab) => tab === asked) ?? tabs[0];
  const names = { ...words.tabs, webhooks: webhooks.tab, glass: audit.breakGlass, audit: audit.tab };
  if (part === undefined) return <p className="note">{account.noPosts}</p>;
  return (
    <div className="stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <nav className="choices" aria-label={words.tabsLabel}>
          {tabs.map((tab) => (
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
      <NoticeStrip />
      {PARTS[part].show(record)}
    </div>
  );
}
