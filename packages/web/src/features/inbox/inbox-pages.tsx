import type { ReactElement } from 'react';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { CalendarPage } from './calendar-page.tsx';
import { InboxPage } from './inbox-page.tsx';
import './inbox.css';
import { OrderPage } from './order-page.tsx';
import { TaskPage } from './task-page.tsx';
import { type BearerUnit, useBearerUnit } from './units.ts';

type Part = 'list' | 'register' | 'calendar';

/** The bearer's pages: `#/inbox`, `#/inbox/register`, `#/inbox/calendar` and `#/inbox/UNIT/DEMAND`. */
export function InboxPages({ rest: [first, demand] }: { readonly rest: readonly string[] }): ReactElement {
  const { inbox: words } = useWords();
  const [unit, all, choose] = useBearerUnit();
  if (unit === undefined) {
    return (
      <>
        <h1>{words.title}</h1>
        <p>{words.noPost}</p>
      </>
    );
  }
  if (first !== undefined && demand !== undefined) return <TaskPage key={demand} unit={first} demand={demand} />;
  const part: Part = first === 'register' || first === 'calendar' ? first : 'list';
  return (
    <div className="inbox">
      <header className="inbox-head">
        <UnitChoice unit={unit} all={all} onChoose={choose} />
        <nav className="inbox-places" aria-label={words.title}>
          {(['list', 'register', 'calendar'] as const).map((name) => (
            <a
              key={name}
              href={name === 'list' ? hrefOf('inbox') : hrefOf('inbox', name)}
              aria-current={part === name ? 'page' : undefined}
            >
              {words.places[name]}
            </a>
          ))}
        </nav>
      </header>
      <Part key={unit.code} part={part} unit={unit} />
    </div>
  );
}

function Part({ part, unit }: { readonly part: Part; readonly unit: BearerUnit }): ReactElement {
  switch (part) {
    case 'list':
      return <InboxPage unit={unit.code} />;
    case 'register':
      return <OrderPage unit={unit.code} />;
    case 'calendar':
      return <CalendarPage unit={unit.code} />;
  }
}

interface UnitChoiceProps {
  readonly unit: BearerUnit;
  readonly all: readonly BearerUnit[];
  readonly onChoose: (code: string) => void;
}

/** The name of the unit; a choice for who acts for several. */
function UnitChoice({ unit, all, onChoose }: UnitChoiceProps): ReactElement {
  const { inbox: words } = useWords();
  if (all.length < 2) return <span className="inbox-unit">{unit.name}</span>;
  return (
    <select
      className="field inbox-unit"
      aria-label={words.unit}
      value={unit.code}
      onChange={({ target }) => onChoose(target.value)}
    >
      {all.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
