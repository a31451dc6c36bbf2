import { type ComponentProps, type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { Field } from './draft.ts';
import { useFillingWords } from './words.ts';

/** Typing is kept this long after the last key, and at once when the field is left. */
const KEEP_AFTER_MS = 300;
/** A longer list of answers is typed. */
const MOST_OPTIONS = 60;

interface CellInputProps extends Pick<ComponentProps<'input'>, 'id' | 'autoFocus' | 'aria-describedby'> {
  readonly field: Field;
  readonly value: string;
  readonly name: string;
  readonly isWrong: boolean;
  readonly onWrite: (value: string) => void;
  /** Where it stands in a sheet: row and column, from 0. */
  readonly 'data-at'?: string;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => void;
}

/** One cell that can be written: a choice where the form offers answers, else a line of text. */
export function CellInput({ field, value, name, isWrong, onWrite, ...rest }: CellInputProps): ReactElement {
  const options = optionsOf(field);
  const marks = { 'aria-label': name, 'aria-invalid': isWrong || undefined, className: 'field fill-input' };
  if (options === null) return <TypedInput {...rest} {...marks} field={field} value={value} onWrite={onWrite} />;
  return <Choice {...rest} {...marks} options={options} value={value} onWrite={onWrite} />;
}

/** The answers that a field offers; null where it is typed. */
export function optionsOf({ options, type }: Pick<Field, 'options' | 'type'>): readonly string[] | null {
  if (options !== null && options.length <= MOST_OPTIONS) return options;
  return type === 'boolean' ? ['是', '否'] : null;
}

type Marked = Omit<CellInputProps, 'name' | 'isWrong' | 'field'> & { readonly className: string };

function Choice({ options, value, onWrite, ...rest }: Marked & { readonly options: readonly string[] }): ReactElement {
  const { cell: words } = useFillingWords();
  return (
    <select {...rest} value={value} onChange={({ target }) => onWrite(target.value)}>
      <option value="">{value === '' ? words.choose : words.none}</option>
      {[...new Set([value, ...options])]
        .filter((option) => option !== '')
        .map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
    </select>
  );
}

const MODES: Partial<Record<Field['type'], ComponentProps<'input'>['inputMode']>> = {
  number: 'decimal',
  phone: 'tel',
  date: 'numeric',
};

function TypedInput({ field, value, onWrite, ...rest }: Marked & { readonly field: Field }): ReactElement {
  const [typed, setTyped] = useState({ text: value, of: value });
  // What came from elsewhere meanwhile replaces what nobody is typing.
  const text = typed.of === value ? typed.text : value;
  const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<(() => void) | null>(null);
  function keep(next: string): void {
    pending.current = null;
    clearTimeout(keeping.current);
    if (next.trim() === value) return;
    setTyped({ text: next, of: next.trim() });
    onWrite(next);
  }
  function type(next: string, isComposing: boolean): void {
    setTyped({ text: next, of: value });
    // Half of a Chinese word is no value.
    if (isComposing) return;
    pending.current = () => keep(next);
    clearTimeout(keeping.current);
    keeping.current = setTimeout(() => keep(next), KEEP_AFTER_MS);
  }
  // A cell that scrolls out of sight, or a page that is left, keeps what was typed.
  useEffect(() => () => pending.current?.(), []);
  return (
    <input
      {...rest}
      type="text"
      inputMode={MODES[field.type]}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={text}
      onChange={({ target, nativeEvent }) => type(target.value, (nativeEvent as InputEvent).isComposing)}
      onCompositionEnd={({ currentTarget }) => type(currentTarget.value, false)}
      onBlur={() => keep(text)}
    />
  );
}
