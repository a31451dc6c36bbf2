import { organisations } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { UnitNode } from '../../units.ts';
import { useOfficesWords } from '../../messages/offices.ts';
import { DissolveForm, MergeForm, RenameForm, type Unit } from './unit-changes.tsx';

type Change = 'rename' | 'merge' | 'dissolve';

interface UnitDeskProps {
  readonly code: string;
  readonly units: readonly UnitNode[];
}

/** One unit: what it was called before, what stands below it, and the ways to change it. */
export function UnitDesk({ code, units }: UnitDeskProps): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const call = useApi();
  const { data: unit, error } = useQuery({
    queryKey: ['unit', code],
    queryFn: () => call(organisations.readUnit, { code }),
  });
  const [change, setChange] = useState<Change | null>(null);
  function close(): void {
    setChange(null);
  }
  if (!unit) return <RefusalNote error={error} />;
  const isCounty = unit.parent === null;
  return (
    <div className="unit-desk stack">
      <UnitPast unit={unit} />
      <div className="row">
        {(isCounty ? (['rename'] as const) : (['rename', 'merge', 'dissolve'] as const)).map((one) => (
          <Button key={one} aria-expanded={change === one} onClick={() => setChange(change === one ? null : one)}>
            {words.changes[one]}
          </Button>
        ))}
      </div>
      {change === 'rename' && <RenameForm unit={unit} onDone={close} />}
      {change === 'merge' && <MergeForm unit={unit} units={units} onDone={close} />}
      {change === 'dissolve' && <DissolveForm unit={unit} onDone={close} />}
    </div>
  );
}

function UnitPast({ unit }: { readonly unit: Unit }): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const { foundedOn, formerNames, children, endedOn } = unit;
  const facts = [
    foundedOn === null ? null : words.founded(sayDay(foundedOn, language, now())),
    ...formerNames.map(({ name, until }) => words.former(name, sayDay(until, language, now()))),
    endedOn === null ? null : words.ended(sayDay(endedOn, language, now())),
    words.below(children.length),
  ];
  return (
    <ul className="unit-past soft">
      {facts
        .filter((fact) => fact !== null)
        .map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
    </ul>
  );
}
