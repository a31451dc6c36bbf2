import { catalogue, type forms } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Entry, TextEntry } from '../../../ui/entry.tsx';
import type { Decisions, Layout, LayoutField } from './queries.ts';
import { sayLabel } from './say-label.ts';
import { useLayoutWords } from './words.ts';

type LayoutForm = Layout['forms'][number];
type Population = forms.Population;

const KINDS = ['subjects', 'unit', 'blank'] as const;
const COMPARISONS = ['equals', 'at-least', 'at-most'] as const;
const MOST_CONDITIONS = 5;

interface PopulationsProps {
  readonly layout: Layout;
  readonly isBusy: boolean;
  /** Null where the reader may not change it. */
  readonly onChange: ((decisions: Decisions) => void) | null;
}

/** Who the rows of each form are, in one sentence; opened to change it. */
export function Populations({ layout, isBusy, onChange }: PopulationsProps): ReactElement {
  const words = useLayoutWords();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div>
      <h3>{words.rows}</h3>
      <ul className="lines">
        {layout.forms.map((form) => (
          <li key={form.form} className={open === form.form ? 'layout-open' : undefined}>
            <span className="lines-main">
              {form.populationSays}
              <small>
                {[form.title ?? form.sheet, form.populationDecided || onChange === null ? null : words.rowsGuessed]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </small>
            </span>
            {onChange !== null && open !== form.form && (
              <Button disabled={isBusy} onClick={() => setOpen(form.form)}>
                {words.change}
              </Button>
            )}
            {onChange !== null && open === form.form && (
              <PopulationDesk
                form={form}
                isBusy={isBusy}
                onClose={() => setOpen(null)}
                onDecide={(population) => {
                  onChange({ forms: [{ form: form.form, population }] });
                  setOpen(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PopulationDeskProps {
  readonly form: LayoutForm;
  readonly isBusy: boolean;
  readonly onDecide: (population: Population) => void;
  readonly onClose: () => void;
}

function PopulationDesk({ form, isBusy, onDecide, onClose }: PopulationDeskProps): ReactElement {
  const words = useLayoutWords();
  const [population, setPopulation] = useState<Population>(() => structuredClone(form.population) as Population);
  const { rows, entity, conditions } = population;
  return (
    <form
      className="stack whole-line"
      onSubmit={(event) => {
        event.preventDefault();
        onDecide(rows === 'subjects' ? population : { rows, entity: null, conditions: [] });
      }}
    >
      <div className="choices">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="choice"
            aria-pressed={rows === kind}
            onClick={() => setPopulation({ ...population, rows: kind, entity: entity ?? 'person' })}
          >
            {words.kinds[kind]}
          </button>
        ))}
      </div>
      {rows === 'subjects' && (
        <>
          <div className="choices">
            {catalogue.Entity.options.map((one) => (
              <button
                key={one}
                type="button"
                className="choice"
                aria-pressed={entity === one}
                onClick={() => setPopulation({ rows, entity: one, conditions: [] })}
              >
                {catalogue.entityNames[one]}
              </button>
            ))}
          </div>
          <Conditions
            fields={form.fields}
            conditions={conditions}
            onChange={(changed) => setPopulation({ ...population, conditions: changed })}
          />
        </>
      )}
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}

type Condition = Population['conditions'][number];

interface ConditionsProps {
  readonly fields: readonly LayoutField[];
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: Condition[]) => void;
}

/** Conditions on what the form itself asks. */
function Conditions({ fields, conditions, onChange }: ConditionsProps): ReactElement {
  const words = useLayoutWords();
  const known = fields.filter(({ element }) => element !== null);
  function replace(index: number, condition: Condition): void {
    onChange(conditions.map((one, at) => (at === index ? condition : one)));
  }
  return (
    <div className="stack">
      {conditions.map((condition, index) => (
        <div key={index} className="layout-condition">
          <Entry label={words.conditions}>
            {(named) => (
              <select
                {...named}
                className="field"
                value={keyOf(known, condition)}
                onChange={({ target }) => {
                  const field = known.find(({ key }) => key === target.value);
                  if (field) replace(index, { ...condition, ...askOf(field) });
                }}
              >
                {keyOf(known, condition) === '' && <option value="">{words.notAsked}</option>}
                {known.map((field) => (
                  <option key={field.key} value={field.key}>
                    {sayLabel(field)}
                  </option>
                ))}
              </select>
            )}
          </Entry>
          <span className="choices">
            {COMPARISONS.map((is) => (
              <button
                key={is}
                type="button"
                className="choice"
                aria-pressed={condition.is === is}
                onClick={() => replace(index, { ...condition, is })}
              >
                {words.is[is]}
              </button>
            ))}
          </span>
          <TextEntry
            label={words.value}
            value={condition.value}
            onChange={(value) => replace(index, { ...condition, value })}
            longest={100}
            required
          />
          <Button onClick={() => onChange(conditions.filter((_, at) => at !== index))}>{words.removeCondition}</Button>
        </div>
      ))}
      {conditions.length < MOST_CONDITIONS && known[0] !== undefined && (
        <div>
          <Button onClick={() => onChange([...conditions, firstCondition(known)])}>{words.addCondition}</Button>
        </div>
      )}
    </div>
  );
}

function firstCondition(known: readonly LayoutField[]): Condition {
  const [field] = known;
  if (field === undefined) throw new Error('There is no field to ask about.');
  return { ...askOf(field), is: 'equals', value: '' };
}

function askOf({ element, derived }: LayoutField): Pick<Condition, 'element' | 'derived'> {
  return {
    element: element ?? '',
    derived: derived === null ? null : { ...derived, from: [...derived.from] },
  };
}

/** The field that asks for what the condition is about; empty where the form does not ask it. */
function keyOf(known: readonly LayoutField[], { element, derived }: Condition): string {
  return known.find((field) => field.element === element && field.derived?.how === derived?.how)?.key ?? '';
}
