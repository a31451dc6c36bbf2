import { catalogue, facts, type DeepReadonly } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { ChangeDesk } from './element-desk.tsx';
import { Grants } from './grants.tsx';
import { OwnerDesk } from './owner-desk.tsx';
import { RetireDesk } from './retire-desk.tsx';
import { useCatalogueWords } from './words.ts';

export type ElementRead = DeepReadonly<catalogue.ElementWithHistory>;

const DESKS = { change: ChangeDesk, owner: OwnerDesk, retire: RetireDesk } as const;
type Desk = keyof typeof DESKS;

/** One element: what it means, who answers for it, how much of it the county holds, and how it came about. */
export function ElementView({ elementKey }: { readonly elementKey: string }): ReactElement {
  const words = useCatalogueWords();
  const { loading } = useWords();
  const call = useApi();
  const { data: element, error } = useQuery({
    queryKey: ['elements', elementKey],
    queryFn: () => call(catalogue.readElement, { key: elementKey }),
  });
  return (
    <article className="catalogue stack">
      <p className="no-print">
        <a className="back" href={hrefOf('catalogue')}>
          ← {words.back}
        </a>
      </p>
      <RefusalNote error={error} />
      {element ? <Opened element={element} /> : !error && <p className="soft">{loading}</p>}
    </article>
  );
}

function Opened({ element }: { readonly element: ElementRead }): ReactElement {
  const words = useCatalogueWords();
  const { name, definition, state, heir } = element;
  return (
    <>
      <header className="page-head">
        <h1>{name}</h1>
        {state === 'retired' && <span className="tag">{words.retired}</span>}
        <p>{definition}</p>
        {heir !== null && (
          <p>
            <a href={hrefOf('catalogue', heir)}>{words.heir(heir)}</a>
          </p>
        )}
      </header>
      <Content element={element} />
      {state === 'active' && <Deeds element={element} />}
      {element.sharing === 'conditional' && <Grants element={element} />}
      <History element={element} />
    </>
  );
}

function Content({ element }: { readonly element: ElementRead }): ReactElement {
  const words = useCatalogueWords();
  const { entity, aliases, type, unit, options, ownerName, source, updatePeriod, sharing, legalBasis, personal } =
    element;
  return (
    <dl className="catalogue-facts panel">
      <Fact name={words.owner}>{ownerName ?? words.noOwner}</Fact>
      <Held element={element} />
      <Fact name={words.entity}>{words.entities[entity]}</Fact>
      {aliases.length > 0 && <Fact name={words.aliases}>{aliases.join('、')}</Fact>}
      <Fact name={words.type}>{words.types[type]}</Fact>
      {unit !== null && <Fact name={words.unit}>{unit}</Fact>}
      {options !== null && <Fact name={words.options}>{options.join('、')}</Fact>}
      <Fact name={words.updatePeriod}>{words.periods[updatePeriod]}</Fact>
      <Fact name={words.sharing}>{words.sharings[sharing]}</Fact>
      <Fact name={words.personal}>{words.personals[personal]}</Fact>
      <Fact name={words.source}>{source}</Fact>
      <Fact name={words.legalBasis}>{legalBasis ?? words.noBasis}</Fact>
      <Fact name={words.key}>
        <code>{element.key}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How much of it the county has: counts only, nobody's values. */
function Held({ element: { key, entity } }: { readonly element: ElementRead }): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  const { county } = useMe();
  const call = useApi();
  const unit = county.padEnd(12, '0');
  const { data } = useQuery({
    queryKey: ['facts', 'known', key],
    queryFn: () => call(facts.listKnownShares, { unit, elements: [key] }),
  });
  const held = data?.items.find(({ element }) => element === key);
  function sayHeld({ known, fresh, subjects }: facts.KnownShare): string {
    const [knownSaid, freshSaid, all] = [known, fresh, subjects].map((count) => words.subjects(count, entity));
    return words.heldOf(knownSaid ?? '', freshSaid ?? '', all ?? '');
  }
  return (
    <Fact name={words.held}>
      {data && (held === undefined || held.known === 0 ? words.heldNone : sayHeld(held))}
      {held?.asOf != null && held.source !== null && (
        <small className="soft">{words.heldFrom(held.source, sayDay(held.asOf, language, now()))}</small>
      )}
    </Fact>
  );
}

/** What the person may do with it; one at a time lies open. */
function Deeds({ element }: { readonly element: ElementRead }): ReactElement | null {
  const words = useCatalogueWords();
  const me = useMe();
  const [open, setOpen] = useState<Desk | null>(null);
  const mayPropose = holds(me, 'drafter', 'unit-lead', 'office');
  const isOffice = holds(me, 'office');
  if (!mayPropose) return null;
  const labels: readonly [Desk, string][] = [
    ['change', words.propose],
    ...(isOffice ? [['owner', words.nameOwner] as [Desk, string]] : []),
    ['retire', words.proposeRetiring],
  ];
  const Open = open === null ? null : DESKS[open];
  return (
    <div className="stack">
      <div className="row">
        {labels.map(([desk, label]) => (
          <Button key={desk} aria-expanded={open === desk} onClick={() => setOpen(open === desk ? null : desk)}>
            {label}
          </Button>
        ))}
      </div>
      {Open && <Open element={element} onClose={() => setOpen(null)} />}
    </div>
  );
}

function History({ element: { history } }: { readonly element: ElementRead }): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  return (
    <section className="panel">
      <h2>{words.history}</h2>
      <ul className="lines">
        {history.map(({ version, what, at, reason }) => (
          <li key={version}>
            <span className="tag">{words.changes[what]}</span>
            <span className="lines-main">
              {sayInstant(at, language, now())}
              {reason !== null && <small>{reason}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
