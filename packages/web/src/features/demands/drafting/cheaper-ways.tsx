import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import type { CheaperWay } from './draft.ts';

interface CheaperWaysProps {
  readonly ways: readonly CheaperWay[];
  /** Null where the reader may not change the draft: then the ways are only shown. */
  readonly onTake: ((way: CheaperWay) => void) | null;
  readonly isBusy: boolean;
  /** Something typed has not been saved: taking a way would lose it. */
  readonly isDirty: boolean;
  /** What was taken last; the screening that has followed it no longer holds it. */
  readonly taken: CheaperWay | null;
}

/** What would cost less; each is taken with one press, which changes the draft and screens it again. */
export function CheaperWays({ ways, onTake, isBusy, isDirty, taken }: CheaperWaysProps): ReactElement | null {
  const { screening: words } = useWords();
  const { duration } = useMessages();
  if (ways.length === 0 && taken === null) return null;
  return (
    <section className="panel cheaper">
      <h2>{words.cheaperTitle}</h2>
      <div role="status">
        {taken !== null && !isBusy && <p className="note">{words.taken(duration(taken.hoursSaved.likely * 60))}</p>}
      </div>
      <ul className="lines">
        {ways.map((way, index) => (
          <li key={index}>
            <span className="lines-main">
              <b>{words.ways[way.way]}</b> <span className="cheaper-saves">{words.saves(sayHours(way, duration))}</span>
              <small>{way.proposal}</small>
              {way.with !== null && (
                <small>
                  <a href={hrefOf('demands', way.with)}>{words.open}</a> {words.mergeHint}
                </small>
              )}
            </span>
            {onTake !== null && changesDraft(way) && (
              <Button
                disabled={isBusy || isDirty}
                title={isDirty ? words.saveFirst : undefined}
                aria-label={words.takeOf(words.ways[way.way])}
                onClick={() => onTake(way)}
              >
                {isBusy ? words.taking : words.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isDirty && onTake !== null && ways.some(changesDraft) && <p className="soft small">{words.saveFirst}</p>}
    </section>
  );
}

function sayHours({ hoursSaved }: CheaperWay, duration: (minutes: number) => string): string {
  return duration(hoursSaved.likely * 60);
}

/** Joining another demand changes nothing here: whoever admits decides about it. */
function changesDraft({ details, leaveOut }: CheaperWay): boolean {
  return details !== null || leaveOut.length > 0;
}
