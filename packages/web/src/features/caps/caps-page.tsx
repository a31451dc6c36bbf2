import type { ReactElement } from 'react';
import { now } from '../../clock.ts';
import { useKept } from '../../ui/kept.ts';
import { dayFrom } from '../../ui/dates.ts';
import { Entry } from '../../ui/entry.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useCapsWords } from '../../messages/caps.ts';
import './caps.css';
import { PlanPart } from './plan-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { YearlyPart } from './yearly-part.tsx';

const PARTS = ['caps', 'plan', 'settings'] as const;
type Part = (typeof PARTS)[number];

const YEARS_BACK = 2;

/** 总量与计划: what each issuer may ask in a year, what is planned, and the county's own numbers. */
export function CapsPage({
  part: asked,
  id,
}: {
  readonly part: string | null;
  readonly id: string | null;
}): ReactElement {
  const { caps: words } = useCapsWords();
  const part: Part = PARTS.find((one) => one === asked) ?? 'caps';
  const present = Number(dayFrom(now(), 0).slice(0, 4));
  const [year, setYear] = useKept('caps/year', present);
  return (
    <div className="stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <nav className="choices" aria-label={words.tabsLabel}>
          {PARTS.map((tab) => (
            <a
              key={tab}
              className="choice"
              href={tab === 'caps' ? hrefOf('caps') : hrefOf('caps', tab)}
              aria-current={tab === part ? 'page' : undefined}
            >
              {words.tabs[tab]}
            </a>
          ))}
        </nav>
        {part !== 'settings' && (
          <div className="caps-year">
            <Entry label={words.year}>
              {(named) => (
                <select
                  {...named}
                  className="field"
                  value={year}
                  onChange={({ target }) => setYear(Number(target.value))}
                >
                  {yearsAround(present).map((one) => (
                    <option key={one}>{one}</option>
                  ))}
                </select>
              )}
            </Entry>
          </div>
        )}
      </header>
      {part === 'caps' && <YearlyPart year={year} issuer={id} />}
      {part === 'plan' && <PlanPart key={year} year={year} />}
      {part === 'settings' && <SettingsPart />}
    </div>
  );
}

/** Next year is planned before it begins. */
function yearsAround(present: number): number[] {
  return Array.from({ length: YEARS_BACK + 2 }, (_, index) => present + 1 - index);
}
