import { Refusal } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { dayFrom } from '../../ui/dates.ts';
import { TextEntry, WordsEntry } from '../../ui/entry.tsx';
import { useKept } from '../../ui/kept.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { MergeTarget } from './gate/merge-target.tsx';
import { type Demand, useTakeIn } from './queries.ts';
import { type Given, isComplete, type Needs, needsOf, NOTHING_GIVEN, type Step, takeStep } from './steps.ts';

const LONGEST_REASON = 1000;
/** What the words of a step are called, where they are no reason. */
const CALLED = { renew: 'evidence', 'declare-emergency': 'grounds', consult: 'question' } as const;
const HINTS = { renew: 'evidenceHint', consult: 'questionHint' } as const;

interface ActionFormProps {
  readonly demand: Demand;
  readonly action: Step;
  /** What a merge is proposed into. */
  readonly into?: string | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a step needs to be told, and the button that takes it. What is written stays until the step is taken. */
export function ActionForm({ demand, action, into = null, onClose, onDone }: ActionFormProps): ReactElement {
  const { decision: words, actions } = useWords();
  const { person } = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const takeIn = useTakeIn();
  const [given, setGiven, forget] = useKept<Given>(`${person}/${action}/${demand.id}`, { ...NOTHING_GIVEN, into });
  const needs = needsOf(action, demand);
  const taking = useMutation({
    mutationFn: () => takeStep(call, action, demand, given),
    onSuccess(changed) {
      forget();
      takeIn(changed);
      onDone();
    },
    onError(error) {
      if (error instanceof Refusal) void queries.invalidateQueries({ queryKey: ['demand', demand.id] });
    },
  });
  return (
    <form
      className="panel stack"
      aria-label={actions[action]}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        taking.mutate();
      }}
    >
      <Warning action={action} needs={needs} />
      {needs.into && (
        <MergeTarget demand={demand} into={given.into} onChoose={(into) => setGiven({ ...given, into })} />
      )}
      {needs.upheld && <Judgement given={given} onChange={setGiven} />}
      {needs.day && <DayField action={action} given={given} onChange={setGiven} />}
      {needs.reason !== 'no' && (
        <ReasonField action={action} must={needs.reason === 'must'} given={given} onChange={setGiven} />
      )}
      <div className="row">
        <Button kind="primary" type="submit" disabled={taking.isPending || !isComplete(needs, given)}>
          {taking.isPending ? words.working : `${words.confirm}：${actions[action]}`}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={taking.error} />
    </form>
  );
}

/** What a person should know before this step. */
function Warning({ action, needs }: { readonly action: Step; readonly needs: Needs }): ReactElement | null {
  const { decision: words } = useWords();
  if (action === 'declare-emergency') return <p className="note note-warning">{words.emergencyWarning}</p>;
  if (action === 'admit' && needs.reason === 'must') return <p className="note note-warning">{words.caseByCase}</p>;
  return null;
}

interface PartProps {
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

function Judgement({ given, onChange }: PartProps): ReactElement {
  const { decision: words, actions } = useWords();
  return (
    <div className="choices" role="group" aria-label={actions['review-emergency']}>
      {[true, false].map((upheld) => (
        <button
          key={String(upheld)}
          type="button"
          className="choice"
          aria-pressed={given.upheld === upheld}
          onClick={() => onChange({ ...given, upheld })}
        >
          {upheld ? words.upheld : words.overturned}
        </button>
      ))}
    </div>
  );
}

function DayField({ action, given, onChange }: PartProps & { readonly action: Step }): ReactElement {
  const { decision: words } = useWords();
  return (
    <TextEntry
      label={action === 'renew' ? words.expiresOn : words.until}
      type="date"
      min={dayFrom(now(), 1)}
      value={given.day}
      onChange={(day) => onChange({ ...given, day })}
      required
    />
  );
}

interface ReasonFieldProps extends PartProps {
  readonly action: Step;
  readonly must: boolean;
}

function ReasonField({ action, must, given, onChange }: ReasonFieldProps): ReactElement {
  const { decision: words } = useWords();
  const templates = words.templates[action] ?? [];
  const label = words[action in CALLED ? CALLED[action as keyof typeof CALLED] : 'reason'];
  const hint = action in HINTS ? words[HINTS[action as keyof typeof HINTS]] : undefined;
  return (
    <>
      <WordsEntry
        label={must ? label : words.reasonOptional}
        hint={hint}
        rows={3}
        value={given.reason}
        onChange={(reason) => onChange({ ...given, reason })}
        longest={LONGEST_REASON}
        required={must}
        autoFocus
      />
      {templates.length > 0 && (
        <div className="choices" role="group" aria-label={words.templatesLabel}>
          {templates.map((template) => (
            <button
              key={template}
              type="button"
              className="choice"
              onClick={() => onChange({ ...given, reason: template })}
            >
              {template}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
