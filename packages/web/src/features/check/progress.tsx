import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import { desk } from '../../desk/app-desk.ts';
import type { DeskDocument } from '../../desk/desk.ts';

/** What takes less than half a second needs no progress: showing it would only flicker. */
const SHOWN_AFTER_MILLISECONDS = 500;

/** A text whose check runs, or was stopped. */
export function Waiting({ document }: { readonly document: DeskDocument }): ReactElement {
  const { progress: words, failure } = useMessages();
  const late = useLater();
  const { progress } = document;
  if (progress.kind === 'cancelled') {
    return (
      <section className="waiting">
        <h1>{words.cancelled}</h1>
        <p className="soft">{document.name}</p>
        <div className="row">
          <Button kind="primary" onClick={() => desk.recheck(document.id)}>
            {words.again}
          </Button>
          <a href={hrefOf()}>{failure.back}</a>
        </div>
      </section>
    );
  }
  const stage = progress.kind === 'working' ? progress.stage : 'waiting';
  return (
    <section className="waiting" aria-busy="true">
      {late && (
        <>
          <p className="waiting-stage" role="status">
            {words[stage]}
          </p>
          <div className="waiting-bar" aria-hidden="true" />
          <p className="soft">{document.name}</p>
          <Button onClick={() => desk.cancel(document.id)}>{words.cancel}</Button>
        </>
      )}
    </section>
  );
}

function useLater(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
