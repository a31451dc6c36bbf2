import { organisations } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { Entry, TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { nameMatches, useUnits, type UnitNode } from '../../units.ts';
import { useAdministrationWords } from '../../messages/administration.ts';
import { useOfficesWords } from '../../messages/offices.ts';
import { UnitDesk } from './unit-desk.tsx';
import { UnitImports } from './unit-imports.tsx';

const MOST_SHOWN = 400;
const LONGEST_NAME = 100;

/** The tree of units with a search; imports and a new unit beside it. */
export function Units(): ReactElement {
  const {
    administration: { units: words },
  } = useAdministrationWords();
  const { data: units = [], error } = useUnits();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const found = units.filter(({ name, code }) => nameMatches(name, search) || code.startsWith(search.trim()));
  return (
    <div className="administration">
      <section className="panel">
        <h2>{words.count(units.length)}</h2>
        <RefusalNote error={error} />
        <TextEntry label={words.search} type="search" value={search} onChange={setSearch} />
        {units.length === 1 && <p className="soft">{words.empty}</p>}
        <div className="unit-tree" tabIndex={0} role="group" aria-label={words.title}>
          <ul>
            {found.slice(0, MOST_SHOWN).map((unit) => (
              <UnitLine
                key={unit.code}
                unit={unit}
                units={units}
                isOpen={unit.code === open}
                onOpen={() => setOpen(unit.code === open ? null : unit.code)}
              />
            ))}
          </ul>
          {found.length === 0 && units.length > 0 && <p className="soft">{words.none}</p>}
        </div>
      </section>
      <div className="stack">
        <UnitImports />
        <NewUnit units={units} />
      </div>
    </div>
  );
}

interface UnitLineProps {
  readonly unit: UnitNode;
  readonly units: readonly UnitNode[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function UnitLine({ unit: { code, name, nature, level }, units, isOpen, onOpen }: UnitLineProps): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  return (
    <li className={`unit-${level}`}>
      <button type="button" className="unit-open" aria-expanded={isOpen} aria-label={words.open(name)} onClick={onOpen}>
        {name}
      </button>
      <span className="tag">{organisations.natureNames[nature]}</span>
      <span className="unit-code">{code}</span>
      {isOpen && <UnitDesk code={code} units={units} />}
    </li>
  );
}

function NewUnit({ units }: { readonly units: readonly UnitNode[] }): ReactElement {
  const {
    administration: { units: words },
  } = useAdministrationWords();
  const call = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [nature, setNature] = useState<organisations.UnitNature>('department');
  const above = units.filter(({ level }) => level !== 'village');
  const [parent, setParent] = useState('');
  const founding = useMutation({
    mutationFn: () =>
      call(organisations.createUnit, { name, nature, parent: parent === '' ? (above[0]?.code ?? '') : parent }),
    onSuccess() {
      setName('');
      return queries.invalidateQueries({ queryKey: ['units'] });
    },
  });
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        founding.mutate();
      }}
    >
      <h2>{words.add}</h2>
      <TextEntry label={words.name} value={name} onChange={setName} longest={LONGEST_NAME} required />
      <Entry label={words.nature}>
        {(named) => (
          <select
            {...named}
            className="field"
            value={nature}
            onChange={({ target }) => setNature(target.value as organisations.UnitNature)}
          >
            {organisations.UnitNature.options
              .filter((option) => option !== 'county')
              .map((option) => (
                <option key={option} value={option}>
                  {organisations.natureNames[option]}
                </option>
              ))}
          </select>
        )}
      </Entry>
      <Entry label={words.parent}>
        {(named) => (
          <select {...named} className="field" value={parent} onChange={({ target }) => setParent(target.value)}>
            {above.map(({ code, name: unitName }) => (
              <option key={code} value={code}>
                {unitName}
              </option>
            ))}
          </select>
        )}
      </Entry>
      <div className="row">
        <Button kind="primary" type="submit" disabled={founding.isPending}>
          {words.create}
        </Button>
        <span role="status">{founding.data && words.made(founding.data.name)}</span>
      </div>
      <RefusalNote error={founding.error} />
    </form>
  );
}
