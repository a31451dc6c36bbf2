import { type ReactElement, useDeferredValue, useState } from 'react';
import { AddDocument } from '../../lineage/add-document.tsx';
import { DocumentLine } from '../../lineage/document-line.tsx';
import { useDocuments } from '../../lineage/queries.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words.tsx';
import { DocumentView } from './document-view.tsx';
import './documents.css';

/** 上级来文: the texts from above that drafts are held against, or one of them. */
export function DocumentsPage({ id }: { readonly id: string | null }): ReactElement {
  return id === null ? <DocumentList /> : <DocumentView key={id} id={id} />;
}

const SHOWN_LEVELS = ['all', 'national', 'province', 'city', 'county'] as const;
type Shown = (typeof SHOWN_LEVELS)[number];

function DocumentList(): ReactElement {
  const { documents: words } = useWords();
  const mayAdd = holds(useMe(), 'drafter', 'unit-lead', 'office');
  const [typed, setTyped] = useState('');
  const [shown, show] = useState<Shown>('all');
  const filter = useDeferredValue(typed.trim());
  return (
    <div className="documents stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {mayAdd && (
        <section className="panel stack" aria-label={words.add}>
          <AddDocument usual="city" takesDrops onAdded={() => setTyped('')} />
          <p className="soft small">{words.addHint}</p>
        </section>
      )}
      <div className="row documents-filter">
        <input
          className="field documents-search"
          type="search"
          aria-label={words.search}
          placeholder={words.searchHint}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Segments
          label={words.level}
          value={shown}
          onChange={show}
          options={SHOWN_LEVELS.map((value) => ({ value, label: value === 'all' ? words.all : words.levels[value] }))}
        />
      </div>
      <Found words={filter} level={shown} />
    </div>
  );
}

function Found({ words: typed, level }: { readonly words: string; readonly level: Shown }): ReactElement {
  const { documents: words } = useWords();
  const filter = level === 'all' ? { above: 'county' as const } : { level };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useDocuments({ words: typed, ...filter });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <RefusalNote error={error} />
      {data && items.length === 0 && <p className="soft">{typed === '' ? words.empty : words.none}</p>}
      {items.length > 0 && (
        <ul className="lines card documents-list">
          {items.map((document) => (
            <li key={document.id}>
              <DocumentLine document={document}>
                <span className="soft small">{words.characters(document.characters)}</span>
              </DocumentLine>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
}
