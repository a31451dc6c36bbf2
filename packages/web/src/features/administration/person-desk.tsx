import { people, Role, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Entry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { nameMatches, useUnits } from '../../units.ts';
import { useAdministrationWords } from '../../messages/administration.ts';
import { useWords } from '../../words.tsx';

export type Person = DeepReadonly<people.Person>;

/** What an administrator does for one person: posts, password, active or not. */
export function PersonDesk({ person }: { readonly person: Person }): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const call = useApi();
  const refresh = useRefresh();
  const { id, name, active, version } = person;
  const [asksReset, setAsksReset] = useState(false);
  const resetting = useMutation({
    mutationFn: () => call(people.resetPassword, { id }),
    onSuccess: () => setAsksReset(false),
  });
  const changing = useMutation({
    mutationFn: () => call(people.changePerson, { id, active: !active }, { ifMatch: version }),
    onSettled: refresh,
  });
  return (
    <div className="stack person-desk">
      <Posts person={person} />
      <GrantForm person={person} />
      <div className="row">
        <Button aria-label={words.resetOf(name)} aria-expanded={asksReset} onClick={() => setAsksReset(!asksReset)}>
          {words.reset}
        </Button>
        <Button disabled={changing.isPending} onClick={() => changing.mutate()}>
          {active ? words.deactivate : words.activate}
        </Button>
      </div>
      {asksReset && (
        <div className="note note-warning stack">
          <p>{words.resetAsk}</p>
          <div className="row">
            <Button kind="danger" disabled={resetting.isPending} onClick={() => resetting.mutate()}>
              {words.reset}
            </Button>
            <Button onClick={() => setAsksReset(false)}>{words.cancel}</Button>
          </div>
        </div>
      )}
      {resetting.data && <OneTimePassword name={name} password={resetting.data.oneTimePassword} />}
      <RefusalNote error={resetting.error ?? changing.error} />
    </div>
  );
}

/** A password that is shown this once. */
export function OneTimePassword({
  name,
  password,
}: {
  readonly name: string;
  readonly password: string;
}): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  return (
    <div className="note note-warning stack" role="status">
      <p>{words.once(name)}</p>
      <p className="code-line">
        <b>{password}</b>
      </p>
      <p>{words.onceAdvice}</p>
      <div className="row">
        <CopyButton text={password} />
      </div>
    </div>
  );
}

function Posts({ person: { posts } }: { readonly person: Person }): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const { roles } = useWords();
  const call = useApi();
  const refresh = useRefresh();
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const withdrawing = useMutation({
    mutationFn: (id: string) => call(people.withdrawPost, { id }),
    onSuccess: refresh,
  });
  return (
    <>
      <ul className="lines">
        {posts.map(({ id, unit, role, state }) => (
          <li key={id}>
            <span className="lines-main">
              {names.get(unit) ?? unit} · {roles[role]}
              {state === 'awaiting' && <small>{words.awaiting}</small>}
            </span>
            <Button
              aria-label={words.withdrawOf(roles[role], names.get(unit) ?? unit)}
              disabled={withdrawing.isPending}
              onClick={() => withdrawing.mutate(id)}
            >
              {words.withdraw}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNote error={withdrawing.error} />
    </>
  );
}

const MOST_OFFERED = 50;

function GrantForm({ person: { id, name } }: { readonly person: Person }): ReactElement {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const { roles } = useWords();
  const call = useApi();
  const refresh = useRefresh();
  const { data: units = [] } = useUnits();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState<Role>('bearer-clerk');
  const offered = units.filter((unit) => nameMatches(unit.name, search)).slice(0, MOST_OFFERED);
  // A name typed in full is the one that is meant, even where others hold it too.
  const unit = offered.find((one) => one.name === search) ?? (offered.length === 1 ? offered[0] : undefined);
  const granting = useMutation({
    mutationFn: () => call(people.grantPost, { id, unit: unit?.code ?? '', role }),
    onSuccess() {
      setSearch('');
      return refresh();
    },
  });
  return (
    <form
      className="stack"
      aria-label={words.grantTo(name)}
      onSubmit={(event) => {
        event.preventDefault();
        granting.mutate();
      }}
    >
      <Entry label={words.unit}>
        {(named) => (
          <>
            <input
              {...named}
              className="field"
              list={`${named.id}-units`}
              autoComplete="off"
              value={search}
              onChange={({ target }) => setSearch(target.value)}
            />
            <datalist id={`${named.id}-units`}>
              {offered.map((one) => (
                <option key={one.code} value={one.name}>
                  {one.code}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Entry>
      <Entry label={words.role}>
        {(named) => (
          <select {...named} className="field" value={role} onChange={({ target }) => setRole(target.value as Role)}>
            {Role.options.map((one) => (
              <option key={one} value={one}>
                {roles[one]}
              </option>
            ))}
          </select>
        )}
      </Entry>
      <div>
        <Button kind="primary" type="submit" disabled={unit === undefined || granting.isPending}>
          {words.grant}
        </Button>
      </div>
      <RefusalNote error={granting.error} />
    </form>
  );
}

function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['people'] }),
      queries.invalidateQueries({ queryKey: ['posts-awaiting'] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ]);
  };
}
