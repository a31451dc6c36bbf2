import type { caps } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { numbersOf, partsOf, type SettingShape, type Typed } from '../../details/setting-value.ts';
import { TextEntry, WordsEntry } from '../../ui/entry.tsx';
import { useCapsWords } from '../../messages/caps.ts';

interface SettingFieldsProps {
  readonly shape: SettingShape;
  readonly unit: string;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

const NUMBER = { type: 'number', min: 0, step: 'any' } as const;

/** The fields of a setting's value: one, one for each part, or those of the days without meetings. */
export function SettingFields({ shape, unit, typed, onChange }: SettingFieldsProps): ReactElement {
  const {
    caps: { settings: words, measures },
  } = useCapsWords();
  function set(part: string, text: string): void {
    onChange({ ...typed, [part]: text });
  }
  if (shape === 'no-meeting') return <NoMeetingFields typed={typed} onSet={set} />;
  if (shape === 'text') {
    return (
      <TextEntry label={words.value} value={typed['value'] ?? ''} onChange={(text) => set('value', text)} required />
    );
  }
  if (shape === 'number' || shape === 'share') {
    const inUnit = unit === '' ? words.value : words.valueIn(unit);
    const label = shape === 'share' ? words.share : inUnit;
    return (
      <TextEntry
        {...NUMBER}
        label={label}
        required
        value={typed['value'] ?? ''}
        onChange={(text) => set('value', text)}
      />
    );
  }
  return (
    <div>
      <div className="setting-numbers">
        {partsOf(shape).map((part) => (
          <TextEntry
            {...NUMBER}
            key={part}
            label={words.natures[part] ?? measures[part as caps.CapMeasure]}
            value={typed[part] ?? ''}
            onChange={(text) => set(part, text)}
          />
        ))}
      </div>
      <span className="entry-hint">{words.empty}</span>
    </div>
  );
}

const WEEKS = [1, 2, 3, 4, 5];

interface NoMeetingFieldsProps {
  readonly typed: Typed;
  readonly onSet: (part: string, text: string) => void;
}

function NoMeetingFields({ typed, onSet }: NoMeetingFieldsProps): ReactElement {
  const {
    caps: {
      settings: { noMeeting: words },
    },
  } = useCapsWords();
  return (
    <>
      <Ticks
        label={words.weekdays}
        options={words.days.map((label, index) => ({ value: index + 1, label }))}
        chosen={numbersOf(typed['weekdays'] ?? '')}
        onChange={(days) => onSet('weekdays', days.join())}
      />
      <Ticks
        label={words.weeks}
        options={WEEKS.map((value) => ({ value, label: words.week(value) }))}
        chosen={numbersOf(typed['weeks'] ?? '')}
        onChange={(weeks) => onSet('weeks', weeks.join())}
      />
      <WordsEntry label={words.ownDays} value={typed['days'] ?? ''} onChange={(text) => onSet('days', text)} />
      <WordsEntry
        label={words.exceptions}
        value={typed['exceptions'] ?? ''}
        onChange={(text) => onSet('exceptions', text)}
      />
    </>
  );
}

interface TicksProps {
  readonly label: string;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

function Ticks({ label, options, chosen, onChange }: TicksProps): ReactElement {
  return (
    <fieldset className="entry-group">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? [...chosen, option.value].toSorted((a, b) => a - b)
                  : chosen.filter((one) => one !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
