import { type ReactElement, type ReactNode, useId } from 'react';
import './work.css';

export interface EntryProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** A word beside the label, such as 请确认. */
  readonly mark?: string | null;
  /** What is wrong with it. */
  readonly wrong?: string | undefined;
  /** Draws the field; it must take the id and the description. */
  readonly children: (field: { readonly id: string; readonly 'aria-describedby': string | undefined }) => ReactNode;
}

/** A field with its label above, and a hint or what is wrong below. */
export function Entry({ label, hint, mark = null, wrong, children }: EntryProps): ReactElement {
  const id = useId();
  const below = wrong ?? hint;
  return (
    <div className={wrong === undefined ? 'entry' : 'entry entry-wrong'}>
      <label htmlFor={id}>
        {label}
        {mark !== null && <span className="entry-mark">{mark}</span>}
      </label>
      {children({ id, 'aria-describedby': below === undefined ? undefined : `${id}-below` })}
      {below !== undefined && (
        <span id={`${id}-below`} className="entry-hint">
          {below}
        </span>
      )}
    </div>
  );
}

export interface TextEntryProps extends Omit<EntryProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: 'numeric' | 'text';
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly longest?: number;
}

/** An entry of one line of text. */
export function TextEntry({ value, onChange, longest, type = 'text', ...props }: TextEntryProps): ReactElement {
  const { label, hint, mark, wrong, ...field } = props;
  return (
    <Entry label={label} hint={hint} mark={mark ?? null} wrong={wrong}>
      {(named) => (
        <input
          {...named}
          {...field}
          className="field"
          type={type}
          value={value}
          maxLength={longest}
          autoCapitalize="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Entry>
  );
}
