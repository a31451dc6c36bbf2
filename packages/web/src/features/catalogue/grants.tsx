import { catalogue, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { dayFrom, sayDay } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { UnitEntry } from './entries.tsx';
import { useCatalogueWords } from './words.ts';

const LONGEST_GRANT_DAYS = 365;

/** Who may use an element that is shared under conditions, and for what. */
export function Grants({ element }: { readonly element: DeepReadonly<catalogue.Element> }): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  const me = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const { key, owner } = element;
  const queryKey = ['grants', key];
  const { data, error } = useQuery({ queryKey, queryFn: () => call(catalogue.listGrants, { key }) });
  const withdrawing = useMutation({
    mutationFn: (receiver: string) => call(catalogue.withdrawSharing, { key, receiver }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const [granting, setGranting] = useState(false);
  const mayGrant = me.posts.some(({ unit, role }) => unit === owner || (owner === null && role === 'office'));
  return (
    <section className="panel stack">
      <h2>{words.grants}</h2>
      <RefusalNote error={error ?? withdrawing.error} />
      {data?.items.length === 0 && <p className="soft">{words.noGrants}</p>}
      <ul className="lines">
        {data?.items.map(({ receiver, receiverName, purpose, until }) => (
          <li key={receiver}>
            <span className="lines-main">
              {receiverName ?? receiver}
              <small>
                {purpose} · {words.until(sayDay(until, language, now()))}
              </small>
            </span>
            {mayGrant && (
              <Button disabled={withdrawing.isPending} onClick={() => withdrawing.mutate(receiver)}>
                {words.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayGrant && !granting && (
        <div>
          <Button onClick={() => setGranting(true)}>{words.grant}</Button>
        </div>
      )}
      {granting && <GrantDesk elementKey={key} onClose={() => setGranting(false)} />}
    </section>
  );
}

interface GrantDeskProps {
  readonly elementKey: string;
  readonly onClose: () => void;
}

function GrantDesk({ elementKey: key, onClose }: GrantDeskProps): ReactElement {
  const words = useCatalogueWords();
  const call = useApi();
  const queries = useQueryClient();
  const [receiver, setReceiver] = useState('');
  const [purpose, setPurpose] = useState('');
  const [until, setUntil] = useState(() => dayFrom(now(), LONGEST_GRANT_DAYS));
  const granting = useMutation({
    mutationFn: () => call(catalogue.grantSharing, { key, receiver, purpose: purpose.trim(), until }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['grants', key] });
      onClose();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        granting.mutate();
      }}
    >
      <div className="catalogue-fields">
        <UnitEntry label={words.grantTo} value={receiver} onChange={setReceiver} />
        <TextEntry label={words.grantUntil} type="date" value={until} onChange={setUntil} required />
      </div>
      <TextEntry label={words.grantFor} value={purpose} onChange={setPurpose} longest={200} required />
      <div className="row">
        <Button kind="primary" type="submit" disabled={granting.isPending}>
          {words.grant}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={granting.error} />
    </form>
  );
}
