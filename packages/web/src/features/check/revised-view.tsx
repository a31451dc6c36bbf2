import type { CheckResult, SourceText } from '@qingzhuang/analysis';
import { type ReactElement, useEffect, useMemo, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { goTo } from '../../ui/route.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { desk, queue } from '../../desk/app-desk.ts';
import type { DeskDocument } from '../../desk/desk.ts';
import '../../ui/work.css';
import './revised-view.css';
import { RevisedText } from './revised-text.tsx';
import { editsOf, revise, rewritesOf, type Taken, takeAll } from './revision.ts';
import { judge } from './verdict.ts';

export interface RevisedViewProps {
  readonly document: DeskDocument;
  readonly source: SourceText;
  readonly result: CheckResult;
  readonly taken: Taken;
}

/** The text with the accepted rewrites made, what changed in it, and what a new check of it finds. */
export function RevisedView({ document, source, result, taken }: RevisedViewProps): ReactElement {
  const { revised: words } = useMessages();
  const [marked, setMarked] = useState(true);
  const edits = useMemo(() => editsOf(source.text, result.findings, taken), [source, result, taken]);
  const all = useMemo(() => takeAll(result.findings, taken), [result, taken]);
  const open = all.size - taken.size;

  function keep(changed: Taken): void {
    desk.accept(document.id, rewritesOf(result.findings, changed));
  }

  function checkAgain(): void {
    const [id] = desk.add([{ name: words.name(document.name), input: { source: revise(source, edits) } }]);
    if (id !== undefined) goTo('check', id);
  }

  return (
    <section className="revised">
      <div className="revised-bar no-print">
        {open > 0 && (
          <Button kind="primary" onClick={() => keep(all)}>
            {words.acceptAll(open)}
          </Button>
        )}
        {taken.size > 0 && (
          <>
            <Button onClick={() => keep(new Map())}>{words.undoAll}</Button>
            <Button onClick={checkAgain}>{words.again}</Button>
            <label className="tick">
              <input type="checkbox" checked={marked} onChange={({ target }) => setMarked(target.checked)} />
              {words.marks}
            </label>
          </>
        )}
      </div>
      {taken.size === 0 && <p className="soft">{words.nothing}</p>}
      {taken.size > 0 && <SecondCheck document={document} source={source} result={result} edits={edits} />}
      <RevisedText source={source} title={result.document.title} edits={edits} marked={marked} />
    </section>
  );
}

function SecondCheck({
  document,
  source,
  result,
  edits,
}: Omit<RevisedViewProps, 'taken'> & { edits: ReturnType<typeof editsOf> }) {
  const { revised: words, verdict: verdictWords, duration } = useMessages();
  const [{ profile }] = usePreferences();
  const second = useSecondCheck(document, source, edits, profile);
  const before = judge(result, source);
  if (!second) return <p className="revised-second soft">{words.checking}</p>;
  const after = judge(second, source);
  return (
    <p className="revised-second" role="status">
      <b>{words.recheck(verdictWords.counts({ ...after.counts, info: 0 }))}</b>
      {before.minutes !== null && after.minutes !== null && (
        <span>{words.hours(duration(before.minutes), duration(after.minutes))}</span>
      )}
    </p>
  );
}

function useSecondCheck(
  document: DeskDocument,
  source: SourceText,
  edits: ReturnType<typeof editsOf>,
  profile: string | null,
) {
  const [answer, setAnswer] = useState<{ readonly edits: unknown; readonly result: CheckResult } | null>(null);
  useEffect(() => {
    const facts = document.receivedAt === null ? {} : { receivedAt: document.receivedAt };
    const input = { source: revise(source, edits) };
    const ticket = queue.check({ input, facts, profile }, () => undefined);
    void ticket.outcome.then((outcome) => {
      if (outcome?.kind === 'done') setAnswer({ edits, result: outcome.result });
    });
    return ticket.cancel;
  }, [source, edits, document.receivedAt, profile]);
  return answer?.edits === edits ? answer.result : null;
}
