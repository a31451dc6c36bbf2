import type { Role } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { useMe } from '../../me.tsx';
import { Entry } from '../../ui/entry.tsx';
import { useUnits } from '../../units.ts';

interface ChoiceEntryProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** The values in order, each with the words that are shown. */
  readonly names: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of a few words. */
export function ChoiceEntry<Value extends string>({
  label,
  value,
  names,
  onChange,
}: ChoiceEntryProps<Value>): ReactElement {
  const values = Object.keys(names) as Value[];
  return (
    <Entry label={label}>
      {(named) => (
        <select
          {...named}
          className="field"
          value={value}
          onChange={({ target }) => onChange(values.find((one) => one === target.value) ?? value)}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      )}
    </Entry>
  );
}

/** The units for which the person holds one of the roles; without any there is nothing to choose. */
function useOwnUnits(roles: readonly Role[]): string[] {
  const { posts } = useMe();
  return [...new Set(posts.filter(({ role }) => roles.includes(role)).map(({ unit }) => unit))];
}

/** In whose name something is done; the first of the person's own units unless he says otherwise. */
export function useOwnUnit(...roles: readonly Role[]): [string, (unit: string) => void] {
  const [first = ''] = useOwnUnits(roles);
  const [chosen, choose] = useState<string | null>(null);
  return [chosen ?? first, choose];
}

interface OwnUnitEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (unit: string) => void;
  readonly roles: readonly Role[];
}

/** Asked only of those who act for several units. */
export function OwnUnitEntry({ label, value, onChange, roles }: OwnUnitEntryProps): ReactElement | null {
  const own = useOwnUnits(roles);
  return own.length > 1 ? <UnitEntry label={label} value={value} onChange={onChange} only={own} /> : null;
}

interface UnitEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (unit: string) => void;
  /** The units to choose from; all of the county when it is left out. */
  readonly only?: readonly string[];
}

/** A unit of the county. */
export function UnitEntry({ label, value, onChange, only }: UnitEntryProps): ReactElement {
  const { data: units = [] } = useUnits();
  const shown = only === undefined ? units : units.filter(({ code }) => only.includes(code));
  return (
    <Entry label={label}>
      {(named) => (
        <select {...named} className="field" required value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {shown.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Entry>
  );
}
