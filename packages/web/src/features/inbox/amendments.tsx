import { consultations } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { useWords } from '../../words.tsx';
import { nameDeed } from '../../offline/name-deed.ts';
import type { TaskKey } from './queries.ts';

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
  // Kept while the form is open: what is sent twice because the signal broke off happens once.
  const [event] = useState(nameDeed);
  return (
    <ReplyForm
      className="panel stack"
      label={words.words}
      hint={words.hint}
      refreshes={['amendments', demand]}
      send={(said) => call(consultations.proposeAmendment, { id: demand, unit, event, words: said })}
      onClose={onClose}
    />
  );
}
