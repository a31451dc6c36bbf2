import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { hrefOf } from '../../../ui/route.ts';
import type { Assessment, Decisions } from './queries.ts';
import { useLayoutWords } from './words.ts';

const MINUTES = 60;

interface SuggestionsProps {
  readonly assessment: Assessment;
  readonly isBusy: boolean;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What would cost less. Dropping fields is taken with one press; the rest is done elsewhere or already. */
export function Suggestions({ assessment, isBusy, onDecide }: SuggestionsProps): ReactElement | null {
  const words = useLayoutWords();
  const { duration } = useMessages();
  if (assessment.suggestions.length === 0) return null;
  return (
    <div>
      <h3>{words.suggestions}</h3>
      <ul className="lines">
        {assessment.suggestions.map((suggestion, index) => (
          <li key={index}>
            <span className="lines-main">
              <b>{words.do[suggestion.do]}</b>{' '}
              <span className="cheaper-saves">{words.saves(duration(suggestion.hoursSaved.likely * MINUTES))}</span>
              <small>{suggestion.says}</small>
              {suggestion.with !== null && (
                <small>
                  <a href={hrefOf('demands', suggestion.with)}>{words.open}</a>
                </small>
              )}
            </span>
            {suggestion.isDone && <span className="tag tag-live">{words.done}</span>}
            {suggestion.do === 'drop' && !suggestion.isDone && (
              <Button
                disabled={isBusy}
                aria-label={words.takeOf(suggestion.says)}
                onClick={() => onDecide({ fields: suggestion.fields.map((key) => ({ key, keep: false })) })}
              >
                {words.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
