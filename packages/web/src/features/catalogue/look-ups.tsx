import { catalogue, facts } from '@qingzhuang/contract';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { usePages } from '../../use-pages.ts';
import { useUnits } from '../../units.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useElementNames } from './element-names.ts';
import { useCatalogueWords } from './words.ts';

/** Every look at personal data: in whose name, at what, for what. */
export function LookUps(): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { data: units = [] } = useUnits();
  const { items, isRead, error, more } = usePages(['look-ups'], (from) => call(facts.listLookUps, from));
  const names = useElementNames();
  function countOf(subjects: number, [element = '']: readonly string[]): string {
    const entity = catalogue.Entity.options.find((one) => element.startsWith(`${one}.`)) ?? 'person';
    return words.subjects(subjects, entity);
  }
  function nameOf(code: string): string {
    return units.find((unit) => unit.code === code)?.name ?? code;
  }
  return (
    <section className="panel stack">
      <p className="soft">{words.lookUpsHint}</p>
      <RefusalNote error={error} />
      {isRead && items.length === 0 && <p>{words.noLookUps}</p>}
      <ul className="lines">
        {items.map(({ id, by, unit, elements, subjects, purpose, at }) => (
          <li key={id}>
            <span className="lines-main">
              {purpose}
              <small>
                {nameOf(by)}
                {unit !== null && unit !== by && ` → ${nameOf(unit)}`} · {countOf(subjects, elements)}
              </small>
              <small>{elements.map((element) => names.get(element) ?? element).join('、')}</small>
            </span>
            <span className="soft small">{sayInstant(at, language, now())}</span>
          </li>
        ))}
      </ul>
      {more && (
        <div>
          <Button onClick={more}>{words.more}</Button>
        </div>
      )}
    </section>
  );
}
