import { account } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';

const LONGEST_NAME = 60;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** Access tokens for programs: listed, made for chosen posts, revoked. */
export function Tokens(): ReactElement {
  const { account: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ queryKey: ['tokens'], queryFn: () => call(account.listTokens) });
  const revoking = useMutation({
    mutationFn: (id: string) => call(account.revokeToken, { id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  return (
    <section className="panel stack">
      <h2>{words.tokens}</h2>
      <p className="soft">{words.tokensHint}</p>
      <RefusalNote error={error ?? revoking.error} />
      <ul className="lines">
        {data?.items.map(({ id, name, endsAt }) => (
          <li key={id}>
            <span className="lines-main">
              {name}
              <small>{words.until(sayInstant(endsAt, language, now()))}</small>
            </span>
            <Button aria-label={words.revokeOf(name)} onClick={() => revoking.mutate(id)}>
              {words.revoke}
            </Button>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <NewToken onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{words.create}</Button>
        </div>
      )}
    </section>
  );
}

function NewToken({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { account: words, roles } = useWords();
  const { posts } = useMe();
  const call = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [chosen, setChosen] = useState<readonly string[]>(posts.map(({ id }) => id));
  const making = useMutation({
    mutationFn: () => call(account.createToken, { name, days, posts: [...chosen] }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  if (making.data) {
    return (
      <div className="stack">
        <p className="note note-warning">{words.tokenOnce}</p>
        <p className="code-line">{making.data.token}</p>
        <div className="row">
          <CopyButton text={making.data.token} />
          <Button onClick={onClose}>{words.kept}</Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <TextEntry label={words.tokenName} value={name} onChange={setName} longest={LONGEST_NAME} required autoFocus />
      <TextEntry
        label={words.tokenDays}
        type="number"
        min={1}
        max={MOST_DAYS}
        value={String(days)}
        onChange={(typed) => setDays(Number(typed) || 1)}
      />
      <fieldset className="token-posts">
        <legend>{words.tokenPosts}</legend>
        {posts.map(({ id, unitName, role }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
            {unitName} · {roles[role]}
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button kind="primary" type="submit" disabled={making.isPending || chosen.length === 0}>
          {words.create}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
      <RefusalNote error={making.error} />
    </form>
  );
}
