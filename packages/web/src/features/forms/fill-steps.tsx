import { Refusal } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { WordsEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { type FillStep, useFillStep, useWaits } from './queries.ts';
import type { Standing } from './standing.ts';
import type { Draft } from './use-draft.ts';
import { type FillingWords } from '../../messages/filling-zh.ts';
import { useFillingWords } from './words.ts';

const LONGEST_WORDS = 500;

interface FillStepsProps {
  readonly draft: Draft;
  readonly standing: Standing;
}

/** What can be done with the whole form: send it, let it pass, send it back, or open it again. */
export function FillSteps({ draft, standing }: FillStepsProps): ReactElement | null {
  const words = useFillingWords();
  const { fill, kept } = draft;
  const doing = useFillStep(fill, kept);
  const isBusy = doing.isPending;
  if (useWaits(fill)) return null;
  return (
    <div className="fill-steps no-print">
      {fill.mayEdit && <Submit standing={standing} isBusy={isBusy} onSubmit={() => doing.mutate({ do: 'submit' })} />}
      {fill.mayEdit && <Saved draft={draft} />}
      {fill.mayApprove && (
        <>
          <Button kind="primary" large disabled={isBusy} onClick={() => doing.mutate({ do: 'approve' })}>
            {words.approve.send}
          </Button>
          <WithWords
            step="send-back"
            isBusy={isBusy}
            onDo={doing.mutate}
            labels={{ ...words.approve, ask: words.approve.back, send: words.approve.sendBack }}
          />
        </>
      )}
      {fill.mayReopen && <WithWords step="reopen" isBusy={isBusy} onDo={doing.mutate} labels={words.reopen} />}
      {isStale(doing.error) ? (
        <p className="note note-alarm" role="alert">
          {words.trouble.stale}
        </p>
      ) : (
        <RefusalNote error={doing.error} />
      )}
    </div>
  );
}

/** The county's data has changed since it was shown. */
function isStale(error: Error | null): boolean {
  return error instanceof Refusal && error.code === 'stale';
}

interface SubmitProps {
  readonly standing: Standing;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
}

/** One tap; a form with something wrong says so instead. */
function Submit({ standing, isBusy, onSubmit }: SubmitProps): ReactElement {
  const words = useFillingWords();
  const { rows, toDo, wrong, conflicts } = standing;
  if (wrong + conflicts.length > 0) return <p className="fill-fault">{words.mend(wrong + conflicts.length)}</p>;
  return (
    <Button kind={rows === 0 || toDo.length > 0 ? 'default' : 'primary'} large disabled={isBusy} onClick={onSubmit}>
      {isBusy ? words.submitting : saySubmit(standing, words)}
    </Button>
  );
}

function saySubmit({ rows, toDo, changed }: Standing, words: FillingWords): string {
  if (rows === 0) return words.submitNone;
  if (toDo.length > 0) return words.submitWithGaps(toDo.length);
  return changed > 0 ? words.submitFilled : words.submit;
}

/** That nothing gets lost, and the way back of the last entry. */
function Saved({ draft: { isUnsent, undo } }: { readonly draft: Draft }): ReactElement | null {
  const words = useFillingWords();
  if (undo === null && !isUnsent) return null;
  return (
    <span className="fill-saved">
      <span role="status" className="soft">
        {isUnsent ? words.keptHere : words.kept}
      </span>
      {undo !== null && (
        <button type="button" className="plain-button" onClick={undo}>
          {words.undo}
        </button>
      )}
    </span>
  );
}

interface WithWordsProps {
  readonly step: 'send-back' | 'reopen';
  readonly labels: { readonly ask: string; readonly words: string; readonly send: string };
  readonly isBusy: boolean;
  readonly onDo: (step: FillStep) => void;
}

/** A step that takes some words: a button, then the field. */
function WithWords({ step, labels, isBusy, onDo }: WithWordsProps): ReactElement {
  const { reply } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  if (said === null) {
    return (
      <Button large onClick={() => setSaid('')}>
        {labels.ask}
      </Button>
    );
  }
  return (
    <form
      className="panel stack fill-words"
      onSubmit={(event) => {
        event.preventDefault();
        onDo({ do: step, words: said });
      }}
    >
      <WordsEntry
        label={labels.words}
        value={said}
        onChange={setSaid}
        longest={LONGEST_WORDS}
        required={step === 'send-back'}
        autoFocus
      />
      <p className="row">
        <Button kind="primary" type="submit" disabled={isBusy || (step === 'send-back' && said.trim() === '')}>
          {labels.send}
        </Button>
        <Button onClick={() => setSaid(null)}>{reply.cancel}</Button>
      </p>
    </form>
  );
}
