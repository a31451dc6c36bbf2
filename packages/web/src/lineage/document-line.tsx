import type { DeepReadonly, documents } from '@qingzhuang/contract';
import type { ReactElement, ReactNode } from 'react';
import { now } from '../clock.ts';
import { sayDay } from '../ui/dates.ts';
import { usePreferences } from '../ui/preferences.ts';
import { hrefOf } from '../ui/route.ts';
import { useWords } from '../words.tsx';

interface DocumentLineProps {
  readonly document: DeepReadonly<documents.DocumentSummary>;
  readonly children?: ReactNode;
}

/** One document of the library in a list: its level, its title, and who issued it when under which number. */
export function DocumentLine({ document, children }: DocumentLineProps): ReactElement {
  const { documents: words } = useWords();
  const [{ language }] = usePreferences();
  const { id, demand, level, title, issuerName, docNumber, datedOn } = document;
  const facts = [issuerName, docNumber, datedOn === null ? null : sayDay(datedOn, language, now())];
  return (
    <>
      <span className="tag">{words.levels[level]}</span>
      <span className="lines-main">
        <a href={demand === null ? hrefOf('documents', id) : hrefOf('demands', demand)}>{title}</a>
        <small>{facts.filter((fact) => fact !== null).join(' · ') || words.noNumber}</small>
      </span>
      {children}
    </>
  );
}
