import type { ReactElement } from 'react';
import { now } from '../clock.ts';
import { Button } from '../ui/button.tsx';
import { sayInstant } from '../ui/dates.ts';
import { usePreferences } from '../ui/preferences.ts';
import { hrefOf } from '../ui/route.ts';
import { useWords } from '../words.tsx';
import { useCopyTime } from './copied.ts';
import { type DeedLine, isSilent } from './deeds.ts';
import { useLine } from './line.ts';
import './offline-strip.css';
import { sendNow, useOutbox } from './outbox.ts';

/** What a page without a network shows and what waits to be sent; nothing when all is well. */
export function OfflineStrip(): ReactElement {
  const { offline: words } = useWords();
  const [{ language }] = usePreferences();
  const isUp = useLine();
  const from = useCopyTime();
  const { deeds } = useOutbox();
  const waiting = countSubjects(deeds.filter(({ refusal }) => refusal === null));
  const refused = deeds.filter(({ refusal }) => refusal !== null);
  return (
    <div className="offline-strip no-print" role="status">
      {from !== null && (
        <p>
          <b>{words.noLine}</b>
          {words.shownFrom(sayInstant(from, language, now()))}
        </p>
      )}
      {waiting > 0 && (
        <p>
          <b>{words.waiting(waiting)}</b>
          {isUp ? words.sending : words.sendsItself}
          {isUp && <Button onClick={sendNow}>{words.sendNow}</Button>}
        </p>
      )}
      {[...new Set(refused.map(hrefToDeed))].map((href) => (
        <p key={href} className="offline-refused">
          {words.refused}
          <a href={href}>{words.look}</a>
        </p>
      ))}
    </div>
  );
}

/** That somebody's deeds wait on this device, for whoever is about to sign in. */
export function WaitingStrip(): ReactElement | null {
  const { offline: words } = useWords();
  const { deeds } = useOutbox();
  const waiting = countSubjects(deeds);
  if (waiting === 0) return null;
  return (
    <p className="offline-strip note" role="status">
      <b>{words.waiting(waiting)}</b>
      {words.signInToSend}
    </p>
  );
}

/** Where a deed was done, and what became of it is shown. */
function hrefToDeed({ subject, name }: DeedLine): string {
  const isForm = name === 'fill' || name === 'submit' || name === 'decide';
  return hrefOf('inbox', ...subject.split('/'), ...(isForm ? ['form'] : []));
}

/** Many edits of one form are one thing that waits. */
function countSubjects(deeds: readonly DeedLine[]): number {
  return new Set(deeds.filter(({ name }) => !isSilent(name)).map(({ subject }) => subject)).size;
}
