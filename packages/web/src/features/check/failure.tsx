import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { goTo } from '../../ui/route.ts';
import { desk } from '../../desk/app-desk.ts';
import type { FailureCode } from '../../desk/check-protocol.ts';
import type { DeskDocument } from '../../desk/desk.ts';

/** A file that could not be read: what is wrong with it and what the person can do now. */
export function Failure({
  document,
  code,
}: {
  readonly document: DeskDocument;
  readonly code: FailureCode;
}): ReactElement {
  const { failures, failure, progress } = useMessages();
  const { title, advice } = failures[code];
  return (
    <section className="waiting" role="alert">
      <h1>{title}</h1>
      <p className="soft">{document.name}</p>
      <p>{advice}</p>
      <div className="row">
        {code === 'crashed' && (
          <Button kind="primary" onClick={() => desk.recheck(document.id)}>
            {progress.again}
          </Button>
        )}
        <Button
          kind={code === 'crashed' ? 'default' : 'primary'}
          onClick={() => {
            desk.remove(document.id);
            goTo();
          }}
        >
          {failure.back}
        </Button>
      </div>
    </section>
  );
}
