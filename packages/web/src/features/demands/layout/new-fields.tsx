import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TextEntry } from '../../../ui/entry.tsx';
import type { Decisions, Layout, LayoutField } from './queries.ts';
import { sayLabel } from './say-label.ts';
import { useLayoutWords } from './words.ts';

const LONGEST_USE = 200;

interface NewFieldsProps {
  readonly layout: Layout;
  readonly isBusy: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}

/** Fields that nothing in the catalogue answers: what they are for has to be said, or they go. */
export function NewFields({ layout, isBusy, onDecide }: NewFieldsProps): ReactElement | null {
  const words = useLayoutWords();
  const open = new Set(layout.toDecide);
  const fields = layout.forms.flatMap((form) =>
    form.fields.filter(
      ({ key, keep, certainty, isDecided }) => keep && open.has(key) && (certainty !== 'ask' || isDecided),
    ),
  );
  if (fields.length === 0) return null;
  return (
    <div className="stack">
      <div>
        <h3>{words.fresh}</h3>
        <p className="soft small">{words.freshHint}</p>
      </div>
      {fields.map((field) => (
        <Use key={field.key} field={field} isBusy={isBusy} onDecide={onDecide} />
      ))}
    </div>
  );
}

function Use({
  field,
  isBusy,
  onDecide,
}: Omit<NewFieldsProps, 'layout'> & { readonly field: LayoutField }): ReactElement {
  const words = useLayoutWords();
  const [use, setUse] = useState(field.use ?? '');
  const { key } = field;
  return (
    <form
      className="layout-use"
      onSubmit={(event) => {
        event.preventDefault();
        onDecide({ fields: [{ key, use: use.trim() }] });
      }}
    >
      <TextEntry label={`${sayLabel(field)}：${words.use}`} value={use} onChange={setUse} longest={LONGEST_USE} />
      <span className="row">
        <Button type="submit" disabled={isBusy || use.trim() === ''}>
          {words.save}
        </Button>
        <Button disabled={isBusy} onClick={() => onDecide({ fields: [{ key, keep: false }] })}>
          {words.drop}
        </Button>
      </span>
    </form>
  );
}
