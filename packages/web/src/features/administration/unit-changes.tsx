import { organisations, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ComponentProps, type ReactElement, type ReactNode, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { dayFrom, sayDay } from '../../ui/dates.ts';
import { Entry, TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import type { UnitNode } from '../../units.ts';
import { useOfficesWords } from '../../messages/offices.ts';
import { useWords } from '../../words.tsx';

export type Unit = DeepReadonly<organisations.Unit>;

const LONGEST_NAME = 100;

interface ChangeProps {
  readonly unit: Unit;
  readonly onDone: () => void;
}

/** A new name from a day on; what was done before keeps the old one. */
export function RenameForm({ unit, onDone }: ChangeProps): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const [name, setName] = useState(unit.name);
  const [from, setFrom] = useState(dayFrom(now(), 0));
  const isNew = name.trim() !== '' && name.trim() !== unit.name;
  return (
    <ChangeForm
      verb={words.changes.rename}
      effects={isNew ? words.renames(unit.name, name.trim(), sayDay(from, language, now())) : null}
      run={() => call(organisations.renameUnit, { code: unit.code, name, from }, { ifMatch: unit.version })}
      onDone={onDone}
    >
      <TextEntry label={words.newName} value={name} onChange={setName} longest={LONGEST_NAME} required autoFocus />
      <DayEntry value={from} onChange={setFrom} />
    </ChangeForm>
  );
}

/** Into another unit of the same level; what stands below moves along. */
export function MergeForm({
  unit,
  units,
  onDone,
}: ChangeProps & { readonly units: readonly UnitNode[] }): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const [into, setInto] = useState('');
  const [on, setOn] = useState(dayFrom(now(), 0));
  const others = units.filter(
    ({ level, code, parent }) => level === unit.level && code !== unit.code && parent !== null,
  );
  const target = others.find(({ code }) => code === into);
  return (
    <ChangeForm
      verb={words.changes.merge}
      effects={
        target === undefined
          ? null
          : words.merges(unit.name, target.name, unit.children.length, sayDay(on, language, now()))
      }
      run={() => call(organisations.mergeUnit, { code: unit.code, into, on }, { ifMatch: unit.version })}
      onDone={onDone}
    >
      <Entry label={words.into}>
        {(named) => (
          <select {...named} className="field" required value={into} onChange={({ target: one }) => setInto(one.value)}>
            <option value="">{words.choose}</option>
            {others.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Entry>
      <DayEntry value={on} onChange={setOn} />
    </ChangeForm>
  );
}

/** The end of a unit that has nothing below it. */
export function DissolveForm({ unit, onDone }: ChangeProps): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const [on, setOn] = useState(dayFrom(now(), 0));
  if (unit.children.length > 0) return <p className="note note-warning">{words.hasBelow(unit.children.length)}</p>;
  return (
    <ChangeForm
      verb={words.changes.dissolve}
      effects={words.dissolves(unit.name, sayDay(on, language, now()))}
      run={() => call(organisations.dissolveUnit, { code: unit.code, on }, { ifMatch: unit.version })}
      onDone={onDone}
    >
      <DayEntry value={on} onChange={setOn} />
    </ChangeForm>
  );
}

interface ChangeFormProps {
  readonly verb: string;
  /** What would become of it, one thing a line; null while something is missing. */
  readonly effects: readonly string[] | null;
  readonly run: () => Promise<unknown>;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** First what would change, then the button that changes it. */
function ChangeForm({ verb, effects, run, onDone, children }: ChangeFormProps): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const { decision } = useWords();
  const queries = useQueryClient();
  const [isShown, setShown] = useState(false);
  const changing = useMutation({
    mutationFn: run,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['units'] }),
        queries.invalidateQueries({ queryKey: ['unit'] }),
      ]),
    onSuccess: onDone,
  });
  function submit(event: { preventDefault(): void }): void {
    event.preventDefault();
    if (isShown) changing.mutate();
    else setShown(true);
  }
  return (
    <form className="stack" aria-label={verb} onSubmit={submit} onChange={() => setShown(false)}>
      {children}
      {isShown && effects !== null && (
        <div className="note note-warning" role="status">
          <b>{words.would}</b>
          <ul>
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        <Button kind={isShown ? 'primary' : 'default'} type="submit" disabled={effects === null || changing.isPending}>
          {isShown ? words.doIt(verb) : words.look}
        </Button>
        <Button onClick={onDone}>{decision.cancel}</Button>
      </div>
      <RefusalNote error={changing.error} />
    </form>
  );
}

function DayEntry({ value, onChange }: Pick<ComponentProps<typeof TextEntry>, 'value' | 'onChange'>): ReactElement {
  const { unitDesk: words } = useOfficesWords();
  const today = dayFrom(now(), 0);
  return <TextEntry {...{ value, onChange }} label={words.day} hint={words.dayHint} type="date" max={today} required />;
}
