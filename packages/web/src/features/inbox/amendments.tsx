import { consultations } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { Entry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { nameDeed } from './deed.ts';
import type { TaskKey } from './queries.ts';

const LONGEST_WORDS = 1000;

/** What this unit has proposed to change, and the way to propose something. */
export function Amendments({ unit, demand, mayPropose }: TaskKey & { readonly mayPropose: boolean }): ReactElement {
  const { amendment: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['amendments', demand, unit],
    queryFn: () => call(consultations.listAmendments, { id: demand, unit }),
  });
  return (
    <>
      {data && data.items.length > 0 && (
        <section className="panel stack">
          <h2>{words.own}</h2>
          <ul className="lines">
            {data.items.map(({ id, words: said, reply, replyDueAt }) => (
              <li key={id}>
                <span className="lines-main">
                  {said}
                  <small>
                    {reply === null
                      ? words.waiting(sayInstant(replyDueAt, language, now()))
                      : `${reply.adopted ? words.adopted : words.notAdopted}：${reply.words}`}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayPropose && !isOpen && (
        <p>
          <Button onClick={() => setOpen(true)}>{words.propose}</Button>
        </p>
      )}
      {mayPropose && isOpen && <Proposal unit={unit} demand={demand} onClose={() => setOpen(false)} />}
    </>
  );
}

function Proposal({ unit, demand, onClose }: TaskKey & { readonly onClose: () => void }): ReactElement {
  const { amendment: words } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  // Kept while the form is open: what is sent twice because the signal broke off happens once.
  const [event] = useState(nameDeed);
  const proposing = useMutation({
    mutationFn: () => call(consultations.proposeAmendment, { id: demand, unit, event, words: said.trim() }),
    onSuccess() {
      onClose();
      return queries.invalidateQueries({ queryKey: ['amendments', demand] });
    },
  });
  return (
    <form
      className="panel stack"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        proposing.mutate();
      }}
    >
      <Entry label={words.words} hint={words.hint}>
        {(named) => (
          <textarea
            {...named}
            className="field"
            rows={3}
            required
            autoFocus
            maxLength={LONGEST_WORDS}
            value={said}
            onChange={({ target }) => setSaid(target.value)}
          />
        )}
      </Entry>
      <div className="row">
        <Button kind="primary" type="submit" disabled={proposing.isPending || said.trim() === ''}>
          {words.send}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={proposing.error} />
    </form>
  );
}
