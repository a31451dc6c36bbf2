import { type ReactElement, useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { searchTowns, type Town, townsOf, useUnits, type UnitNode } from '../../../units.ts';
import { useWords } from '../../../words.tsx';

interface BearerPickerProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly mark: string | null;
}

/** Chooses towns and villages in a tree with a search. */
export function BearerPicker({ chosen, onChange, mark }: BearerPickerProps): ReactElement {
  const { bearers: words } = useWords();
  const { data: units = [], error } = useUnits();
  const [search, setSearch] = useState('');
  const towns = useMemo(() => townsOf(units), [units]);
  const shown = useMemo(() => searchTowns(towns, search), [towns, search]);
  const picked = useMemo(() => new Set(chosen), [chosen]);
  function set(codes: readonly string[], isChosen: boolean): void {
    const others = chosen.filter((code) => !codes.includes(code));
    onChange(isChosen ? [...others, ...codes] : others);
  }
  return (
    <fieldset className="bearers">
      <legend>
        {words.title}
        {mark !== null && <span className="entry-mark">{mark}</span>}
      </legend>
      <RefusalNote error={error} />
      <div className="row">
        <span role="status">
          <b>{words.chosen(chosen.length)}</b>
        </span>
        <Button onClick={() => set(codesOf(towns.map(({ unit }) => unit)), true)}>{words.allTownships}</Button>
        <Button onClick={() => set(codesOf(towns.flatMap(({ villages }) => villages)), true)}>
          {words.allVillages}
        </Button>
        <Button onClick={() => onChange([])} disabled={chosen.length === 0}>
          {words.clear}
        </Button>
      </div>
      <input
        className="field bearers-search"
        type="search"
        placeholder={words.search}
        aria-label={words.search}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={(event) => {
          // Enter looks for a unit here; it must not send the form.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <ul className="bearers-tree" tabIndex={0} aria-label={words.title}>
        {shown.map((town) => (
          <TownBranch key={town.unit.code} town={town} picked={picked} unfolded={search.trim() !== ''} onSet={set} />
        ))}
        {units.length > 0 && shown.length === 0 && <li className="soft">{words.none}</li>}
      </ul>
    </fieldset>
  );
}

interface TownBranchProps {
  readonly town: Town;
  readonly picked: ReadonlySet<string>;
  readonly unfolded: boolean;
  readonly onSet: (codes: readonly string[], isChosen: boolean) => void;
}

function TownBranch({ town: { unit, villages }, picked, unfolded, onSet }: TownBranchProps): ReactElement {
  const { bearers: words } = useWords();
  const below = codesOf(villages);
  const count = below.filter((code) => picked.has(code)).length;
  return (
    <li>
      <UnitTick unit={unit} isChosen={picked.has(unit.code)} onSet={onSet} />
      {villages.length > 0 && (
        <details open={unfolded || undefined}>
          <summary aria-label={words.unfold(unit.name)}>
            {words.below} {count > 0 ? `${count}/${villages.length}` : villages.length}
          </summary>
          <label className="tick bearers-all">
            <input
              type="checkbox"
              checked={count === villages.length}
              ref={(box) => {
                if (box) box.indeterminate = count > 0 && count < villages.length;
              }}
              onChange={({ target }) => onSet(below, target.checked)}
            />
            {words.below_of(unit.name)}
          </label>
          <div className="bearers-villages">
            {villages.map((village) => (
              <UnitTick key={village.code} unit={village} isChosen={picked.has(village.code)} onSet={onSet} />
            ))}
          </div>
        </details>
      )}
    </li>
  );
}

interface UnitTickProps extends Pick<TownBranchProps, 'onSet'> {
  readonly unit: UnitNode;
  readonly isChosen: boolean;
}

function UnitTick({ unit: { code, name }, isChosen, onSet }: UnitTickProps): ReactElement {
  return (
    <label className="tick">
      <input type="checkbox" checked={isChosen} onChange={({ target }) => onSet([code], target.checked)} />
      {name}
    </label>
  );
}

function codesOf(units: readonly UnitNode[]): string[] {
  return units.map(({ code }) => code);
}
