import { lazy, type ReactElement, Suspense } from 'react';
import { now } from '../../clock.ts';
import type { Fill } from '../../fills.ts';
import { Button } from '../../ui/button.tsx';
import { sayDay } from '../../ui/dates.ts';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { hrefOf } from '../../ui/route.ts';
import { useWaits } from './queries.ts';
import { nounOf, type Standing } from './standing.ts';
import type { Draft } from './use-draft.ts';
import { type FillingWords } from '../../messages/filling-zh.ts';
import { useFillingWords } from './words.ts';

const FillPrint = lazy(() => import('./fill-print.tsx').then((module) => ({ default: module.FillPrint })));

interface FillHeadProps {
  readonly draft: Draft;
  readonly standing: Standing;
}

/** What is the case and what it costs, what can be done with the whole form, and its file. */
export function FillHead({ draft, standing }: FillHeadProps): ReactElement {
  const words = useFillingWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { fill } = draft;
  const waits = useWaits(fill);
  return (
    <header className="fill-head">
      <p className="fill-ask">{fill.ask}</p>
      <h1>{waits ? words.verdict.waits : verdictOf(fill, standing, words, { duration, language })}</h1>
      {fill.words !== null && (
        <p className="note note-warning">
          {fill.state === 'reopened' ? words.reopened : words.sentBack}
          <b>{fill.words}</b>
        </p>
      )}
    </header>
  );
}

/** Who asks, of whom, and what can be taken away: the file, a print, the matter's own page. */
export function FillAbout({ fill }: { readonly fill: Fill }): ReactElement {
  const words = useFillingWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { issuerName, title, usedUntil } = fill;
  const populationSays = fill.forms[0]?.populationSays ?? '';
  const facts = [
    issuerName,
    title,
    ...(populationSays === '' ? [] : [words.who(populationSays)]),
    ...(usedUntil === null ? [] : [words.usedUntil(sayDay(usedUntil, language, now()))]),
    ...(fill.minutesBefore > fill.minutesNow ? [words.saves(duration(Math.ceil(fill.minutesBefore)))] : []),
  ];
  return (
    <footer className="fill-about">
      <p className="soft small fill-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <p className="row fill-files">
        <Button href={`/api/v1/inbox/${fill.unit}/${fill.demand}/form/workbook`} download>
          {isOpen(fill) ? words.download.open : words.download.done}
        </Button>
        <Suspense>
          <FillPrint fill={fill} />
        </Suspense>
        <a href={hrefOf('inbox', fill.unit, fill.demand)}>{words.details}</a>
      </p>
    </footer>
  );
}

/** Whether its bearer has still to send it. */
function isOpen({ state }: Fill): boolean {
  return state === 'open' || state === 'sent-back' || state === 'reopened';
}

interface Saying {
  readonly duration: (minutes: number) => string;
  readonly language: string;
}

/** The first line of the page. */
function verdictOf(fill: Fill, standing: Standing, words: FillingWords, { duration, language }: Saying): string {
  const { verdict } = words;
  const rows = words.rows(standing.rows, nounOf(fill.forms));
  const time = duration(Math.max(1, Math.ceil(fill.minutesNow)));
  switch (fill.state) {
    case 'produced':
      return verdict.produced;
    case 'sent':
      return verdict.sent(fill.sentOn === null ? '' : sayDay(fill.sentOn, language, now()));
    case 'awaiting-approval':
      return fill.mayApprove ? verdict.toApprove(rows, standing.changed) : verdict.awaiting;
    case 'open':
    case 'sent-back':
    case 'reopened':
      return sayOpen(standing, rows, time, words);
  }
}

function sayOpen({ rows: count, toDo }: Standing, rows: string, time: string, { verdict }: FillingWords): string {
  if (count === 0) return verdict.blank;
  return toDo.length === 0 ? verdict.known(rows, time) : verdict.some(rows, toDo.length, time);
}
