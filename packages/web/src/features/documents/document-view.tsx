import { plainSource } from '@qingzhuang/analysis';
import { documents } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useRef } from 'react';
import { useApi } from '../../api.tsx';
import { DocumentLine } from '../../lineage/document-line.tsx';
import { DocumentSheet } from '../../sheet/document-sheet.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';

/** One document of the library, to be read. */
export function DocumentView({ id }: { readonly id: string }): ReactElement {
  const { documents: words, loading } = useWords();
  const call = useApi();
  const { data: document, error } = useQuery({
    queryKey: ['document', id],
    queryFn: () => call(documents.readDocument, { id }),
  });
  return (
    <article className="documents stack">
      <p className="no-print">
        <a className="back" href={hrefOf('documents')}>
          ← {words.back}
        </a>
      </p>
      <RefusalNote error={error} />
      {document ? (
        <>
          <h1 className="documents-title">{document.title}</h1>
          <ul className="lines">
            <li>
              <DocumentLine document={document} />
            </li>
          </ul>
          <Sheet text={document.text} title={document.title} />
        </>
      ) : (
        !error && <p className="soft">{loading}</p>
      )}
    </article>
  );
}

function Sheet({ text, title }: { readonly text: string; readonly title: string }): ReactElement {
  const sheet = useRef<HTMLDivElement>(null);
  const source = useMemo(() => plainSource(text), [text]);
  return <DocumentSheet source={source} title={title} marks={[]} severities={[]} sheetRef={sheet} />;
}
