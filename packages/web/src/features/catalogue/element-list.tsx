import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useApi } from '../../api.tsx';
import { holds, type Me, useMe } from '../../me.tsx';
import { usePages } from '../../use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { TableImport } from '../../ui/import-panel.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useCatalogueWords } from './words.ts';

const EXPORTS = { xlsx: 'Excel', csv: 'CSV', json: 'JSON', jsonld: 'JSON-LD' } as const;
const FORMATS = Object.keys(EXPORTS) as (keyof typeof EXPORTS)[];

/** The elements that match, and for those who keep the catalogue the ways in. */
export function ElementList(): ReactElement {
  const words = useCatalogueWords();
  const me = useMe();
  const call = useApi();
  const [typed, setTyped] = useState('');
  // People are what most ask about; words are looked for everywhere.
  const [entity, setEntity] = useState<catalogue.Entity | null>('person');
  const filter = useDeferredValue(typed.trim());
  return (
    <>
      <div className="row">
        <input
          className="field catalogue-search"
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            if (target.value !== '') setEntity(null);
          }}
        />
        <EntityField value={entity} onChange={setEntity} />
        {holds(me, 'drafter', 'unit-lead', 'office') && (
          <Button href={hrefOf('catalogue', 'new')}>{words.proposeNew}</Button>
        )}
      </div>
      <Found words={filter} entity={entity} />
      <p className="catalogue-exports soft">
        {words.exportAs}
        {FORMATS.map((format) => (
          <a key={format} href={`/api/v1/elements/export.${format}`} download>
            {EXPORTS[format]}
          </a>
        ))}
      </p>
      {mayKeep(me) && (
        <TableImport
          title={words.importTitle}
          hint={words.importHint}
          refreshes={['elements']}
          run={(file, dryRun) => call(catalogue.importElements, { file, dryRun })}
        />
      )}
    </>
  );
}

/** Who brings elements in. */
function mayKeep(me: Me): boolean {
  return holds(me, 'office', 'administrator');
}

interface FoundProps {
  /** Of names and aliases; empty for all. */
  readonly words: string;
  readonly entity: catalogue.Entity | null;
}

function Found({ words: filter, entity }: FoundProps): ReactElement {
  const words = useCatalogueWords();
  const me = useMe();
  const call = useApi();
  const { items, isRead, error, more } = usePages(['elements', filter, entity], (from) =>
    call(catalogue.listElements, {
      ...from,
      ...(filter !== '' && { words: filter }),
      ...(entity !== null && { entity }),
    }),
  );
  const isEmpty = isRead && items.length === 0;
  const isFiltered = isNarrow(filter, entity);
  return (
    <>
      <RefusalNote error={error} />
      {isEmpty && <p className="soft">{isFiltered ? words.none : words.empty}</p>}
      {isEmpty && !isFiltered && mayKeep(me) && <Starter />}
      {items.length > 0 && (
        <ul className="lines card catalogue-list">
          {items.map((element) => (
            <ElementLine key={element.key} element={element} />
          ))}
        </ul>
      )}
      {more && (
        <div>
          <Button onClick={more}>{words.more}</Button>
        </div>
      )}
    </>
  );
}

/** Whether more was asked than what the page shows at first. */
function isNarrow(filter: string, entity: catalogue.Entity | null): boolean {
  return filter !== '' || (entity !== null && entity !== 'person');
}

interface EntityFieldProps {
  readonly value: catalogue.Entity | null;
  readonly onChange: (entity: catalogue.Entity | null) => void;
}

function EntityField({ value, onChange }: EntityFieldProps): ReactElement {
  const words = useCatalogueWords();
  return (
    <select
      className="field"
      aria-label={words.entity}
      value={value ?? ''}
      onChange={({ target }) => onChange(catalogue.Entity.options.find((one) => one === target.value) ?? null)}
    >
      <option value="">{words.everything}</option>
      {catalogue.Entity.options.map((one) => (
        <option key={one} value={one}>
          {words.entities[one]}
        </option>
      ))}
    </select>
  );
}

function ElementLine({ element }: { readonly element: DeepReadonly<catalogue.Element> }): ReactElement {
  const words = useCatalogueWords();
  const { key, entity, name, definition, ownerName, sharing, state } = element;
  return (
    <li>
      <span className="tag catalogue-entity">{words.entities[entity]}</span>
      <span className="lines-main">
        <a href={hrefOf('catalogue', key)}>{name}</a>
        <small>{definition}</small>
      </span>
      <span className="soft small catalogue-owner">{ownerName ?? words.noOwner}</span>
      {state === 'retired' ? (
        <span className="tag">{words.retired}</span>
      ) : (
        <span className={sharing === 'open' ? 'tag tag-live' : 'tag'}>{words.sharings[sharing]}</span>
      )}
    </li>
  );
}

/** A county that has nothing yet begins with what most have. */
function Starter(): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const queries = useQueryClient();
  const installing = useMutation({
    mutationFn: () => call(catalogue.installStarter),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['elements'] }),
  });
  return (
    <div className="stack">
      <div>
        <Button kind="primary" disabled={installing.isPending} onClick={() => installing.mutate()}>
          {words.install}
        </Button>
      </div>
      {installing.data && <p role="status">{words.installed(installing.data.installed, installing.data.kept)}</p>}
      <RefusalNote error={installing.error} />
    </div>
  );
}
