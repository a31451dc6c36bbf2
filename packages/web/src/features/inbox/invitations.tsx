import { consultations, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { WordsEntry } from '../../ui/entry.tsx';
import { useMessages } from '../../ui/language.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import './consultations.css';
import { nameDeed } from '../../offline/name-deed.ts';
import { bearerUnits } from './units.ts';

type Invitation = DeepReadonly<consultations.Invitation>;

const LONGEST_WORDS = 1000;

/** What this bearer is asked, above what it has to do. Nothing when it is not asked. */
export function Invitations({ unit }: { readonly unit: string }): ReactElement | null {
  const { consultation: words } = useWords();
  const me = useMe();
  const call = useApi();
  const acts = bearerUnits(me).some(({ code }) => code === unit);
  const { data } = useQuery({
    queryKey: ['invitations', unit],
    queryFn: () => call(consultations.listInvitations, { unit }),
    enabled: acts,
  });
  const shown = data?.items.filter(({ isOpen, reply }) => isOpen || reply !== null) ?? [];
  if (shown.length === 0) return null;
  const open = shown.filter(({ isOpen }) => isOpen).length;
  return (
    <section className="card invitations">
      <h2>{open > 0 ? words.invited(open) : words.title}</h2>
      {open > 0 && <p className="soft">{words.optional}</p>}
      <ul className="lines">
        {shown.map((invitation) => (
          <InvitationLine key={invitation.demand} unit={unit} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

interface InvitationLineProps {
  readonly unit: string;
  readonly invitation: Invitation;
}

function InvitationLine({ unit, invitation }: InvitationLineProps): ReactElement {
  const { consultation: words } = useWords();
  const { duration } = useMessages();
  const [{ language }] = usePreferences();
  const { ask, issuerName, question, minutes, closesAt, isOpen, reply, isGuessable } = invitation;
  return (
    <li className="invitation">
      <span className="lines-main">
        <small>{words.from(issuerName)}</small>
        <b>{ask}</b>
        <small>
          {minutes !== null && `${words.cost(duration(minutes))} · `}
          {words.until(sayInstant(closesAt, language, now()))}
        </small>
        <span>{question}</span>
      </span>
      {isOpen && <p className="soft">{isGuessable ? words.guessable : words.unseen}</p>}
      {isOpen && <Answer unit={unit} invitation={invitation} />}
      {reply !== null && (
        <p className="note">
          {words.replied}
          {reply}
        </p>
      )}
    </li>
  );
}

/** One tap answers; a sentence may go with it. */
function Answer({ unit, invitation }: InvitationLineProps): ReactElement {
  const { consultation: words } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const { demand, ask, verdict } = invitation;
  const [said, setSaid] = useState(invitation.words ?? '');
  const answering = useMutation({
    mutationFn: (given: consultations.Verdict) =>
      call(consultations.giveOpinion, {
        ...{ unit, demand, event: nameDeed(), verdict: given },
        ...(said.trim() !== '' && { words: said.trim() }),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['invitations', unit] }),
  });
  return (
    <div className="stack invitation-answer">
      <div className="row" role="group" aria-label={ask}>
        {(['fit', 'unfit'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="choice invitation-verdict"
            aria-pressed={verdict === one}
            disabled={answering.isPending}
            onClick={() => answering.mutate(one)}
          >
            {words[one]}
          </button>
        ))}
      </div>
      <details>
        <summary>{words.words}</summary>
        <WordsEntry label={words.wordsOf(ask)} value={said} onChange={setSaid} longest={LONGEST_WORDS} />
      </details>
      <p role="status" className={verdict === null ? 'unseen' : 'soft'}>
        {verdict !== null && words.said(words[verdict])}
      </p>
      <RefusalNote error={answering.error} />
    </div>
  );
}
