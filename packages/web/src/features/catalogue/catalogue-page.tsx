import type { ReactElement } from 'react';
import { hrefOf } from '../../ui/route.ts';
import './catalogue.css';
import { Conflicts } from './conflicts.tsx';
import { ElementList } from './element-list.tsx';
import { ElementView } from './element-view.tsx';
import { LookUps } from './look-ups.tsx';
import { NewElement } from './element-desk.tsx';
import { Proposals } from './proposals.tsx';
import { Registers } from './registers.tsx';
import { ReusePart } from './reuse.tsx';
import { useCatalogueWords } from './words.ts';

const PARTS = {
  elements: () => <ElementList />,
  proposals: () => <Proposals />,
  conflicts: () => <Conflicts />,
  registers: () => <Registers />,
  'look-ups': () => <LookUps />,
  reuse: () => <ReusePart />,
} satisfies Readonly<Record<string, () => ReactElement>>;
type Part = keyof typeof PARTS;

const TABS = Object.keys(PARTS) as Part[];

/** 数据目录: what data the county has, who answers for them, and what using them again has saved. */
export function CataloguePage({ part: asked }: { readonly part: string | null }): ReactElement {
  const words = useCatalogueWords();
  if (asked === 'new') return <NewElement />;
  if (asked?.includes('.') === true) return <ElementView key={asked} elementKey={asked} />;
  const part = TABS.find((one) => one === asked) ?? 'elements';
  return (
    <div className="catalogue stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <nav className="choices" aria-label={words.tabsLabel}>
          {TABS.map((tab) => (
            <a
              key={tab}
              className="choice"
              href={tab === 'elements' ? hrefOf('catalogue') : hrefOf('catalogue', tab)}
              aria-current={tab === part ? 'page' : undefined}
            >
              {words.tabs[tab]}
            </a>
          ))}
        </nav>
        {part === 'elements' && <p>{words.lead}</p>}
      </header>
      {PARTS[part]()}
    </div>
  );
}
