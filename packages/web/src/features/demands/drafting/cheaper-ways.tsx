import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useMessages } from '../../../ui/language.tsx';
import { hrefOf } from '../../../ui/route.ts';
import { useWords } from '../../../words.tsx';
import '../following.css';
import type { CheaperWay } from './draft.ts';

/** The first save most; five ways to join five demands would hide the rest of the page. */
const SHOWN_AT_ONCE = 3;

interface CheaperWaysProps {
  readonly ways: readonly CheaperWay[];
  /** Null where the reader may not change the draft: then the ways are only shown. */
  readonly onTake: ((way: CheaperWay) => void) | null;
  /** Opens the text, where a way changes it. */
  readonly onAlter: () => void;
  readonly isBusy: boolean;
  /** Something typed has not been saved: taking a way would lose it. */
  readonly isDirty: boolean;
  /** What the way that was taken last has changed, in minutes of all bearers a year, by the new screening. */
  readonly taken: { readonly before: number; readonly after: number } | null;
}

/** What would cost less; each is taken with one press, which changes the draft and screens it again. */
export function CheaperWays({ ways, onTake, onAlter, isBusy, isDirty, taken }: CheaperWaysProps): ReactElement | null {
  const { screening: words } = useWords();
  const { duration } = useMessages();
  const list = { onTake, onAlter, isBusy, isDirty };
  if (ways.length === 0 && taken === null) return null;
  return (
    <section className="panel cheaper">
      <h2>{words.cheaperTitle}</h2>
      <div role="status">
        {taken !== null && !isBusy && (
          <p className="note">
            {taken.after < taken.before
              ? words.taken(duration(taken.before), duration(taken.after))
              : words.takenFields(duration(taken.after))}
          </p>
        )}
      </div>
      <WayList {...list} ways={ways.slice(0, SHOWN_AT_ONCE)} />
      {ways.length > SHOWN_AT_ONCE && (
        <details>
          <summary>{words.more(ways.length - SHOWN_AT_ONCE)}</summary>
          <WayList {...list} ways={ways.slice(SHOWN_AT_ONCE)} />
        </details>
      )}
      <Hints ways={ways} mustSave={isDirty && onTake !== null} />
    </section>
  );
}

interface HintsProps {
  readonly ways: readonly CheaperWay[];
  readonly mustSave: boolean;
}

/** What to know before one is taken. */
function Hints({ ways, mustSave }: HintsProps): ReactElement {
  const { screening: words } = useWords();
  return (
    <>
      {ways.some((way) => way.with !== null) && <p className="soft small">{words.mergeHint}</p>}
      {mustSave && ways.some(changesDraft) && <p className="soft small">{words.saveFirst}</p>}
    </>
  );
}

function WayList({ ways, onTake, onAlter, isBusy, isDirty }: Omit<CheaperWaysProps, 'taken'>): ReactElement {
  const { screening: words } = useWords();
  const { duration } = useMessages();
  return (
    <ul className="lines">
      {ways.map((way, index) => (
        <li key={index}>
          <span className="lines-main">
            <b>{words.ways[way.way]}</b> <span className="cheaper-saves">{words.saves(sayHours(way, duration))}</span>
            <small>{way.proposal}</small>
            {way.with !== null && (
              <small>
                <a href={hrefOf('demands', way.with)}>{words.open}</a>
              </small>
            )}
            {way.textToAlter !== undefined && <TextToAlter sentences={way.textToAlter} />}
          </span>
          {onTake !== null && changesDraft(way) && (
            <Button
              disabled={isBusy || isDirty}
              aria-label={words.takeOf(words.ways[way.way])}
              onClick={() => onTake(way)}
            >
              {isBusy ? words.taking : words.take}
            </Button>
          )}
          {onTake !== null && !changesDraft(way) && way.textToAlter !== undefined && (
            <Button aria-label={words.alterOf(way.proposal)} onClick={onAlter}>
              {words.changeText}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the drafter has to rewrite himself: until he has, the text asks what it asked. */
function TextToAlter({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  const { screening: words } = useWords();
  return (
    <small>
      {words.alterText}
      {sentences.map((sentence) => (
        <q key={sentence}>{sentence}</q>
      ))}
    </small>
  );
}

function sayHours({ hoursSaved }: CheaperWay, duration: (minutes: number) => string): string {
  return duration(hoursSaved.likely * 60);
}

/** Joining another demand changes nothing here: whoever admits decides about it. */
function changesDraft({ details, leaveOut }: CheaperWay): boolean {
  return details !== null || leaveOut.length > 0;
}
