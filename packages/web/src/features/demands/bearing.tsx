import { inbox, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayDay, sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ReplyForm } from '../../ui/reply-form.tsx';
import { useWords } from '../../words.tsx';
import './following.css';
import type { Demand } from './queries.ts';

type Status = DeepReadonly<inbox.BearerStatus>;

const ISSUERS = ['drafter', 'unit-lead', 'office'] as const;

/** Where every bearer stands, as an issuer may know it: returns to be answered first, then everybody. */
export function Bearing({ demand }: { readonly demand: Demand }): ReactElement | null {
  const { bearing: words } = useWords();
  const me = useMe();
  const call = useApi();
  const mayRead = holds(me, ...ISSUERS, 'leader', 'supervisor', 'auditor');
  const isOut = demand.code !== null && demand.state !== 'admitted';
  const { data, error } = useQuery({
    queryKey: ['bearing', demand.id],
    queryFn: () => call(inbox.listBearerStatuses, { id: demand.id }),
    enabled: mayRead && isOut,
  });
  if (!mayRead || !isOut) return null;
  const statuses = data?.items ?? [];
  const returns = statuses.filter(({ state }) => state === 'returned');
  return (
    <section className="panel stack">
      <h2>{words.title}</h2>
      <p className="soft">{words.lead}</p>
      <RefusalNote error={error} />
      {data && <Counts statuses={statuses} />}
      {returns.map((status) => (
        <Return key={status.unit} demand={demand} status={status} mayAnswer={holds(me, ...ISSUERS)} />
      ))}
      {statuses.length > 0 && (
        <details>
          <summary>{words.all}</summary>
          <ul className="lines bearing-all" tabIndex={0} aria-label={words.all}>
            {statuses.map((status) => (
              <BearerLine key={status.unit} demand={demand} status={status} />
            ))}
          </ul>
        </details>
      )}
      {holds(me, 'office', 'supervisor') && <ReturnPersons id={demand.id} />}
    </section>
  );
}

/** To an administrator the page says nothing of the bearers but, while he has broken the glass, who returned it. */
export function PersonsBehindGlass({ demand: { id, code } }: { readonly demand: Demand }): ReactElement | null {
  const { bearing: words } = useWords();
  const me = useMe();
  if (code === null || !holds(me, 'administrator') || holds(me, 'office', 'supervisor')) return null;
  return (
    <section className="panel" aria-label={words.persons}>
      <ReturnPersons id={id} />
    </section>
  );
}

function Counts({ statuses }: { readonly statuses: readonly Status[] }): ReactElement {
  const { bearing: words } = useWords();
  const states = ['waiting', 'answered', 'returned', 'released'] as const;
  return (
    <p className="bearing-counts">
      {states.map((state) => {
        const count = statuses.filter((status) => status.state === state).length;
        return count === 0 ? null : <b key={state}>{words[state](count)}</b>;
      })}
    </p>
  );
}

interface BearerLineProps {
  readonly demand: Demand;
  readonly status: Status;
}

function BearerLine({ demand, status }: BearerLineProps): ReactElement {
  const { bearing: words } = useWords();
  const [{ language }] = usePreferences();
  const { unit, name, state, answer, answeredOn, returnedOn } = status;
  const day = state === 'returned' ? returnedOn : answeredOn;
  return (
    <li>
      <span className="lines-main">
        {name}
        {answer !== null && (
          <small className="bearing-answer">
            {answer.unchanged ? words.unchanged : answer.text}{' '}
            {answer.files.map(({ sha256, name: file }) => (
              <a key={sha256} href={`/api/v1/demands/${demand.id}/bearers/${unit}/files/${sha256}`} download={file}>
                {file}
              </a>
            ))}
          </small>
        )}
      </span>
      {day !== null && <span className="soft small">{sayDay(day, language, now())}</span>}
      <span className={`tag ${state === 'answered' ? 'tag-live' : state === 'returned' ? 'tag-wait' : ''}`}>
        {words.states[state]}
      </span>
    </li>
  );
}

interface ReturnProps extends BearerLineProps {
  readonly mayAnswer: boolean;
}

/** A return with the system's reasons; the issuer agrees, or says why it still has to be done. */
function Return({ demand, status, mayAnswer }: ReturnProps): ReactElement {
  const { bearing: words } = useWords();
  const { unit, name, reasons, note } = status;
  return (
    <article className="bearing-return">
      <p>
        <b>{name}</b> <span className="tag tag-wait">{words.states.returned}</span>
      </p>
      <ul>
        {reasons.map(({ code, says, grounds, confidence, quote }) => (
          <li key={code}>
            {says}
            <br />
            <span className="soft">
              {words.grounds}：{grounds}（{words.confidence[confidence]}）
            </span>
            {quote !== null && <q className="found-quote">{quote}</q>}
          </li>
        ))}
      </ul>
      {note !== null && (
        <p>
          {words.yourNote}：{note}
        </p>
      )}
      {mayAnswer && <ReturnAnswer key={note} id={demand.id} unit={unit} name={name} />}
    </article>
  );
}

function ReturnAnswer({ id, unit, name }: { readonly id: string; readonly unit: string; readonly name: string }) {
  const { bearing: words } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const refreshes = ['bearing', id];
  const accepting = useMutation({
    mutationFn: () => call(inbox.acceptReturn, { id, unit }),
    onSuccess: () => queries.invalidateQueries({ queryKey: refreshes }),
  });
  if (isOpen) {
    return (
      <ReplyForm
        label={words.note}
        hint={words.noteHint}
        refreshes={refreshes}
        send={(note) => call(inbox.answerReturn, { id, unit, note })}
        onClose={() => setOpen(false)}
      />
    );
  }
  return (
    <>
      <div className="row">
        <Button
          kind="primary"
          disabled={accepting.isPending}
          aria-label={words.acceptOf(name)}
          onClick={() => accepting.mutate()}
        >
          {words.accept}
        </Button>
        <Button aria-label={words.answerOf(name)} onClick={() => setOpen(true)}>
          {words.answer}
        </Button>
      </div>
      <RefusalNote error={accepting.error} />
    </>
  );
}

/** Who returned it: asked for on purpose, never shown by itself. */
function ReturnPersons({ id }: { readonly id: string }): ReactElement {
  const { bearing: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const asking = useMutation({ mutationFn: () => call(inbox.listReturnPersons, { id }) });
  return (
    <div className="stack">
      <div className="row">
        <Button disabled={asking.isPending} onClick={() => asking.mutate()}>
          {words.persons}
        </Button>
        <span className="soft small">{words.personsHint}</span>
      </div>
      {asking.data?.items.length === 0 && <p>{words.noPersons}</p>}
      <ul className="lines">
        {asking.data?.items.map(({ unit, person, name, returnedAt }) => (
          <li key={unit + person + returnedAt}>
            <span className="lines-main">{name}</span>
            <span className="soft small">{sayInstant(returnedAt, language, now())}</span>
          </li>
        ))}
      </ul>
      <RefusalNote error={asking.error} />
    </div>
  );
}
