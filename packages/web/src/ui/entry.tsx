import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';
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

interface Typed extends Omit<EntryProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly longest?: number;
}

type TextEntryProps = Typed &
  Pick<
    ComponentProps<'input'>,
    'type' | 'autoComplete' | 'inputMode' | 'required' | 'autoFocus' | 'min' | 'max' | 'step'
  >;

/** An entry of one line of text, or of a day, an instant or a number as the browser asks for them. */
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

type WordsEntryProps = Typed & Pick<ComponentProps<'textarea'>, 'rows' | 'required' | 'autoFocus' | 'onPaste'>;

/** An entry of some sentences. */
export function WordsEntry({ value, onChange, longest, ...props }: WordsEntryProps): ReactElement {
  const { label, hint, mark, wrong, ...field } = props;
  return (
    <Entry label={label} hint={hint} mark={mark ?? null} wrong={wrong}>
      {(named) => (
        <textarea
          rows={2}
          {...named}
          {...field}
          className="field"
          value={value}
          maxLength={longest}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Entry>
  );
}
