import { type ReactElement, useEffect } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import { desk, useDesk } from '../../desk/app-desk.ts';
import type { DeskDocument } from '../../desk/desk.ts';
import { Failure } from './failure.tsx';
import { Intake } from './intake.tsx';
import { Waiting } from './progress.tsx';
import { ResultPage } from './result-page.tsx';

let restored: Promise<void> | null = null;

/** 随手查: the intake with everything on the desk, or the answer to one text. */
export function CheckPage({ id }: { readonly id: string | null }): ReactElement {
  const { frame } = useMessages();
  const { documents, ready, keeps } = useDesk();
  useEffect(() => {
    restored ??= desk.restore();
  }, []);
  useEffect(() => scrollTo({ top: 0 }), [id]);

  const document = documents.find((candidate) => candidate.id === id);
  if (id === null) return <Intake documents={documents} keeps={keeps} />;
  if (document) return <Answer key={id} document={document} />;
  if (!ready) return <p className="soft">{frame.loading}</p>;
  return (
    <>
      <h1>{frame.missing}</h1>
      <p>
        <a href={hrefOf()}>{frame.home}</a>
      </p>
    </>
  );
}

function Answer({ document }: { readonly document: DeskDocument }): ReactElement {
  const { progress, source } = document;
  switch (progress.kind) {
    case 'done':
      return (
        <ResultPage
          document={document}
          source={source ?? { text: '', blocks: [], tables: [], unread: [] }}
          result={progress.result}
          titles={progress.titles}
          milliseconds={progress.milliseconds}
        />
      );
    case 'failed':
      return <Failure document={document} code={progress.code} />;
    case 'waiting':
    case 'working':
    case 'cancelled':
      return <Waiting document={document} />;
  }
}
