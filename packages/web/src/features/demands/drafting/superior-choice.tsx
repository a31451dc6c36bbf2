import type { documents } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { AddDocument } from '../../../lineage/add-document.tsx';
import { DocumentLine } from '../../../lineage/document-line.tsx';
import { type Superior, useDocuments } from '../../../lineage/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';

const MOST_FOUND = 6;

interface SuperiorChoiceProps {
  /** Code of the unit that drafts. */
  readonly issuer: string;
  readonly superior: Superior;
  readonly isBusy: boolean;
  /** Null says that there is none. */
  readonly onChoose: (document: string | null) => void;
}

/** Likely ones first, then the library, then a file of one's own, and last that there is none. */
export function SuperiorChoice({ issuer, superior, isBusy, onChoose }: SuperiorChoiceProps): ReactElement {
  const { superior: words, documents: documentWords } = useWords();
  const [typed, setTyped] = useState('');
  const others = superior.candidates.filter(({ id }) => id !== superior.superior?.id);
  return (
    <div className="stack superior-choice">
      {others.length > 0 && (
        <div>
          <h3>{words.candidates}</h3>
          <ul className="lines">
            {others.map((document) => (
              <li key={document.id}>
                <DocumentLine document={document}>
                  <span className="soft small">{words.shared(Math.round(document.sharedPercent))}</span>
                  <Choose title={document.title} isBusy={isBusy} onChoose={() => onChoose(document.id)} />
                </DocumentLine>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <label>
          <h3>{words.find}</h3>
          <input
            className="field superior-search"
            type="search"
            placeholder={documentWords.searchHint}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        {typed.trim() !== '' && <Found words={typed.trim()} issuer={issuer} isBusy={isBusy} onChoose={onChoose} />}
      </div>
      <div>
        <h3>{words.addOne}</h3>
        <AddDocument usual={levelAbove(issuer)} disabled={isBusy} onAdded={({ id }) => onChoose(id)} />
      </div>
      {!(superior.by === 'chosen' && superior.superior === null) && (
        <div>
          <Button disabled={isBusy} onClick={() => onChoose(null)}>
            {words.declareNone}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FoundProps extends Pick<SuperiorChoiceProps, 'issuer' | 'isBusy' | 'onChoose'> {
  readonly words: string;
}

function Found({ words, issuer, isBusy, onChoose }: FoundProps): ReactElement {
  const { documents: documentWords } = useWords();
  const above = isTownship(issuer) ? 'township' : 'county';
  const { data } = useDocuments({ words, above });
  const found = data?.pages.flatMap(({ items }) => items).slice(0, MOST_FOUND) ?? [];
  return (
    <div role="status">
      {data && found.length === 0 && <p className="soft small">{documentWords.none}</p>}
      <ul className="lines">
        {found.map((document) => (
          <li key={document.id}>
            <DocumentLine document={document}>
              <Choose title={document.title} isBusy={isBusy} onChoose={() => onChoose(document.id)} />
            </DocumentLine>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ChooseProps {
  readonly title: string;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

function Choose({ title, isBusy, onChoose }: ChooseProps): ReactElement {
  const { superior: words } = useWords();
  return (
    <Button aria-label={words.chooseOf(title)} disabled={isBusy} onClick={onChoose}>
      {words.choose}
    </Button>
  );
}

/** The city's documents go to the county, the county's to its townships. */
function levelAbove(issuer: string): Extract<documents.DocumentLevel, 'city' | 'county'> {
  return isTownship(issuer) ? 'county' : 'city';
}

/** Townships have a number of their own after the county's six digits; the county's bodies have zeros there. */
function isTownship(issuer: string): boolean {
  return issuer.slice(6, 9) !== '000';
}
