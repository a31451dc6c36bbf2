import type { ReactElement } from 'react';
import type { Decisions, Layout, LayoutField } from './queries.ts';
import { sayLabel } from './say-label.ts';
import { useLayoutWords } from './words.ts';

interface FieldChoicesProps {
  readonly layout: Layout;
  readonly isBusy: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}

/** Fields that may be one of a few elements: the drafter says which. */
export function FieldChoices({ layout, isBusy, onDecide }: FieldChoicesProps): ReactElement | null {
  const words = useLayoutWords();
  const unsure = layout.forms.flatMap(({ fields }) =>
    fields.filter(({ certainty, isDecided, keep }) => certainty === 'ask' && !isDecided && keep),
  );
  if (unsure.length === 0) return null;
  return (
    <div className="stack">
      <div>
        <h3>{words.unsure}</h3>
        <p className="soft small">{words.unsureHint}</p>
      </div>
      {unsure.map((field) => (
        <Choice key={field.key} field={field} isBusy={isBusy} onDecide={onDecide} />
      ))}
    </div>
  );
}

interface ChoiceProps extends Omit<FieldChoicesProps, 'layout'> {
  readonly field: LayoutField;
}

function Choice({ field, isBusy, onDecide }: ChoiceProps): ReactElement {
  const words = useLayoutWords();
  const { key, cell, candidates } = field;
  return (
    <fieldset className="layout-choice" disabled={isBusy}>
      <legend>
        {sayLabel(field)} <small className="soft">{words.cell(cell)}</small>
      </legend>
      <div className="choices">
        {candidates.map(({ element, name, derived, confidence }) => (
          <button
            key={`${element} ${derived?.how ?? ''}`}
            type="button"
            className="choice"
            title={`${words.match} ${String(Math.round(confidence * 100))}%`}
            onClick={() => onDecide({ fields: [{ key, element, derived: copyOf(derived) }] })}
          >
            {name}
          </button>
        ))}
        <button type="button" className="choice" onClick={() => onDecide({ fields: [{ key, element: null }] })}>
          {words.isNew}
        </button>
      </div>
    </fieldset>
  );
}

type Derived = LayoutField['derived'];
type SentField = NonNullable<Decisions['fields']>[number];

function copyOf(derived: Derived): NonNullable<SentField['derived']> | null {
  return derived === null ? null : { ...derived, from: [...derived.from] };
}
