import type { ReactElement } from 'react';
import { fromTypedInstant, toTypedInstant } from '../../../ui/dates.ts';
import { Entry } from '../../../ui/entry.tsx';
import { useWords } from '../../../words.tsx';
import {
  DETAIL_FIELDS,
  type DetailField,
  type Details,
  type FieldShape,
  readField,
  writeField,
} from '../../../details/detail-fields.ts';

interface DetailEntriesProps {
  readonly details: Details;
  readonly onChange: (details: Details) => void;
  /** Fields and rows are counted in the attached form: nobody types them. */
  readonly isCounted: boolean;
  /** The mark of a field that the file does not say, else null. */
  readonly markOf: (pointer: string) => string | null;
}

/** The fields that are special to the kind. */
export function DetailEntries({ details, isCounted, onChange, markOf }: DetailEntriesProps): ReactElement {
  return (
    <div className="detail-entries">
      {DETAIL_FIELDS[details.kind]
        .filter(([name]) => !isCounted || !isOfForm(name))
        .map((field) => (
          <DetailEntry
            key={field[0]}
            field={field}
            value={readField(details, field[0])}
            mark={markOf(`/details/${field[0].split('.')[0] ?? ''}`)}
            onChange={(value) => onChange(writeField(details, field[0], value))}
          />
        ))}
    </div>
  );
}

function isOfForm(name: string): boolean {
  return name === 'rows' || name.startsWith('fields.');
}

interface DetailEntryProps {
  readonly field: DetailField;
  readonly value: unknown;
  readonly mark: string | null;
  readonly onChange: (value: unknown) => void;
}

function DetailEntry({ field: [name, shape], value, mark, onChange }: DetailEntryProps): ReactElement {
  const { fields, fieldHints, choices, oneLineEach } = useWords();
  const label = fields[name.split('.').at(-1) ?? ''] ?? name;
  if (shape.type === 'some-of') {
    const chosen = value as readonly string[];
    return (
      <fieldset className="entry-group">
        <legend>
          {label}
          {mark !== null && <span className="entry-mark">{mark}</span>}
        </legend>
        {shape.choices.map((choice) => (
          <label key={choice} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, choice] : chosen.filter((one) => one !== choice))
              }
            />
            {choices[choice]}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <Entry label={label} mark={mark} hint={shape.type === 'lines' ? oneLineEach : fieldHints[name]}>
      {(named) => <Field named={named} shape={shape} value={value} onChange={onChange} />}
    </Entry>
  );
}

interface FieldProps {
  readonly named: { readonly id: string; readonly 'aria-describedby': string | undefined };
  readonly shape: Exclude<FieldShape, { readonly type: 'some-of' }>;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Field({ named, shape, value, onChange }: FieldProps): ReactElement {
  const { choices } = useWords();
  switch (shape.type) {
    case 'number':
      return <NumberField named={named} shape={shape} value={value} onChange={onChange} />;
    case 'text':
      return (
        <input
          {...named}
          className="field"
          required={!shape.optional}
          maxLength={shape.longest}
          value={(value as string | null) ?? ''}
          onChange={({ target }) => onChange(shape.optional && target.value === '' ? null : target.value)}
        />
      );
    case 'lines':
      return (
        <textarea
          {...named}
          className="field"
          rows={2}
          value={(value as readonly string[]).join('\n')}
          onChange={({ target }) => onChange(target.value === '' ? [] : target.value.split('\n'))}
        />
      );
    case 'one-of':
      return (
        <select {...named} className="field" value={String(value)} onChange={({ target }) => onChange(target.value)}>
          {shape.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choices[choice]}
            </option>
          ))}
        </select>
      );
    case 'instant':
      return (
        <input
          {...named}
          className="field"
          type="datetime-local"
          required
          value={toTypedInstant(value as string | null)}
          onChange={({ target }) => onChange(fromTypedInstant(target.value))}
        />
      );
    case 'day':
      return (
        <input
          {...named}
          className="field"
          type="date"
          required
          value={String(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}

interface NumberFieldProps extends FieldProps {
  readonly shape: Extract<FieldShape, { readonly type: 'number' }>;
}

function NumberField({ named, shape, value, onChange }: NumberFieldProps): ReactElement {
  return (
    <input
      {...named}
      className="field"
      type="number"
      required={!shape.optional}
      min={shape.least}
      step={shape.step ?? 1}
      // An emptied field is no number yet; the browser asks for one before anything is sent.
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
    />
  );
}
