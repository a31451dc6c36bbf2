import { account, signIn } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { forgetSession, useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { goTo } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import './account.css';
import { Passkeys } from './passkeys.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Tokens } from './tokens.tsx';

/** 我的账号: posts, where one is signed in, password, second factor, passkeys, tokens. */
export function AccountPage(): ReactElement {
  const { account: words, roles } = useWords();
  const { name, username, countyName, posts } = useMe();
  const call = useApi();
  const leaving = useMutation({
    mutationFn: () => call(signIn.signOut),
    onSuccess() {
      goTo();
      forgetSession();
    },
  });
  return (
    <div className="account stack">
      <header className="page-head">
        <h1>{name}</h1>
        <span className="soft">
          {countyName} · {username}
        </span>
        <Button onClick={() => leaving.mutate()} disabled={leaving.isPending}>
          {words.signOut}
        </Button>
      </header>
      <RefusalNote error={leaving.error} />
      <section className="panel">
        <h2>{words.posts}</h2>
        {posts.length === 0 && <p className="soft">{words.noPosts}</p>}
        <ul className="lines">
          {posts.map(({ id, unitName, role }) => (
            <li key={id}>
              <span className="lines-main">{unitName}</span>
              <span className="tag">{roles[role]}</span>
            </li>
          ))}
        </ul>
      </section>
      <Sessions />
      <SecondFactor />
      <Passkeys />
      <PasswordChange />
      <Tokens />
    </div>
  );
}

function Sessions(): ReactElement {
  const { account: words } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const queries = useQueryClient();
  const { data, error } = useQuery({ queryKey: ['sessions'], queryFn: () => call(account.listSessions) });
  const ending = useMutation({
    mutationFn: (id: string) => call(account.endSession, { id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
  return (
    <section className="panel">
      <h2>{words.sessions}</h2>
      <RefusalNote error={error ?? ending.error} />
      <ul className="lines">
        {data?.items.map(({ id, agent, seenAt, current }) => (
          <li key={id}>
            <span className="lines-main">
              {nameBrowser(agent)}
              <small>{words.seen(sayInstant(seenAt, language, now()))}</small>
            </span>
            {current ? (
              <span className="tag tag-live">{words.thisOne}</span>
            ) : (
              <Button aria-label={words.endOf(nameBrowser(agent))} onClick={() => ending.mutate(id)}>
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const BROWSERS = /(Edg|OPR|MicroMessenger|Firefox|Chrome|Safari)\/?[\d.]*/u;
const SYSTEMS = /Windows|Android|iPhone|iPad|Mac OS X|HarmonyOS|Linux/u;

/** A browser's own name is a line of history; two words of it are of use. */
function nameBrowser(agent: string): string {
  const [browser] = BROWSERS.exec(agent) ?? [];
  const [system] = SYSTEMS.exec(agent) ?? [];
  return [browser?.replace('/', ' ').replace(/\..*$/u, ''), system].filter(Boolean).join(' · ') || agent.slice(0, 60);
}

function PasswordChange(): ReactElement {
  const { account: words, signIn: signInWords } = useWords();
  const call = useApi();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => call(account.changePassword, { password, newPassword }),
    onSuccess() {
      setPassword('');
      setNewPassword('');
    },
  });
  return (
    <section className="panel">
      <h2>{words.password}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate();
        }}
      >
        <TextEntry
          label={words.oldPassword}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          required
        />
        <TextEntry
          label={signInWords.newPassword}
          hint={signInWords.newPasswordHint}
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onChange={setNewPassword}
          required
        />
        <div className="row">
          <Button type="submit" disabled={changing.isPending}>
            {words.change}
          </Button>
          <span role="status">{changing.isSuccess && words.passwordChanged}</span>
        </div>
        <RefusalNote error={changing.error} />
      </form>
    </section>
  );
}
