import type { demands } from '@qingzhuang/contract';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import { ActionForm } from './action-form.tsx';
import type { Demand } from './queries.ts';

/** The usual step forward; it gets the strong button. */
const FORWARD: readonly demands.DemandAction[] = ['admit', 'submit', 'start', 'close', 'resume', 'review-emergency'];

interface ActionsProps {
  readonly demand: Demand;
  /** Which form is open, when the page around it decides. */
  readonly open?: demands.DemandAction | null;
  readonly onOpen?: (action: demands.DemandAction | null) => void;
  readonly onDone?: () => void;
  /** What a merge is proposed into. */
  readonly into?: string | null;
}

/** The buttons are exactly what the server says this person may do now. */
export function Actions({ demand, open: given, onOpen, onDone, into = null }: ActionsProps): ReactElement {
  const { actions, demand: words, decision } = useWords();
  const [own, setOwn] = useState<demands.DemandAction | null>(null);
  const [note, setNote] = useState('');
  const wanted = given === undefined ? own : given;
  const open = wanted !== null && demand.actions.includes(wanted) ? wanted : null;
  function show(action: demands.DemandAction | null): void {
    setNote('');
    setOwn(action);
    onOpen?.(action);
  }
  const forward = FORWARD.find((action) => demand.actions.includes(action));
  return (
    <section className="actions stack no-print" aria-label={words.whatToDo}>
      {demand.actions.length === 0 ? (
        <p className="soft">{words.nothingToDo}</p>
      ) : (
        <div className="row">
          {demand.actions
            .toSorted((a, b) => Number(b === forward) - Number(a === forward))
            .map((action) =>
              action === 'revise' ? (
                <Button key={action} href={hrefOf('draft', demand.id)}>
                  {actions.revise}
                </Button>
              ) : (
                <Button
                  key={action}
                  kind={kindOf(action, forward)}
                  aria-expanded={open === action}
                  onClick={() => show(open === action ? null : action)}
                >
                  {actions[action]}
                </Button>
              ),
            )}
        </div>
      )}
      {open !== null && open !== 'revise' && (
        <ActionForm
          key={`${demand.id}/${open}`}
          demand={demand}
          action={open}
          into={into}
          onClose={() => show(null)}
          onDone={() => {
            show(null);
            setNote(decision.done(actions[open]));
            onDone?.();
          }}
        />
      )}
      <p role="status" className={note === '' ? 'unseen' : 'note'}>
        {note}
      </p>
    </section>
  );
}

function kindOf(
  action: demands.DemandAction,
  forward: demands.DemandAction | undefined,
): 'default' | 'primary' | 'danger' {
  if (action === 'declare-emergency') return 'danger';
  return action === forward ? 'primary' : 'default';
}
