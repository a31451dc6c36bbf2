import { Refusal, signIn } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useApi } from '../../api.tsx';
import type { Me } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import './account.css';
import { type Credentials, DemoAccounts } from './demo-accounts.tsx';
import { knowsPasskeys, proveByPasskey, refusalOnly } from './passkey.ts';

const NOBODY: Credentials = { username: '', password: '' };

/** The door: user name and password, then what the server still asks for; passkey and single sign-on beside it. */
export function SignInPage(): ReactElement {
  const { signIn: words } = useWords();
  const enter = useEnter();
  const [chosen, setChosen] = useState(NOBODY);
  return (
    <div className="sign-in stack">
      <header className="page-head">
        <h1>{words.title}</h1>
        <p>
          {words.lead} <a href={hrefOf()}>{words.check}</a>
        </p>
      </header>
      <ReturnFromSingleSignOn onEnter={enter} />
      <PasswordForm key={chosen.username} filled={chosen} onEnter={enter} />
      <div className="stack sign-in-others">
        <PasskeyButton onEnter={enter} />
        <SingleSignOnButton />
        <p className="soft small">{words.forgot}</p>
      </div>
      <DemoAccounts onChoose={setChosen} />
    </div>
  );
}

interface WayIn {
  readonly onEnter: (me: Me) => void;
}

/** Lets a person in: what the server said about him becomes what the pages know. */
function useEnter(): (me: Me) => void {
  const queries = useQueryClient();
  return (me) => {
    // What was read for somebody else is not for this one.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    queries.setQueryData(['me'], me);
  };
}

function PasswordForm({ filled, onEnter }: WayIn & { readonly filled: Credentials }): ReactElement {
  const { signIn: words } = useWords();
  const call = useApi();
  const [username, setUsername] = useState(filled.username);
  const [password, setPassword] = useState(filled.password);
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  // Once asked for, a field stays: a wrong code must not make it vanish.
  const [asked, setAsked] = useState<readonly string[]>([]);
  const asksCode = asked.includes('code-needed');
  const asksNew = asked.includes('new-password-needed');
  const differ = asksNew && repeat !== '' && repeat !== newPassword;
  const entering = useMutation({
    mutationFn: () =>
      call(signIn.signIn, {
        username,
        password,
        ...(asksCode && { code }),
        ...(asksNew && { newPassword }),
      }),
    onSuccess: onEnter,
    onError(error) {
      if (error instanceof Refusal) setAsked([...new Set([...asked, error.code])]);
    },
  });
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!differ) entering.mutate();
      }}
    >
      <TextEntry
        label={words.username}
        value={username}
        onChange={setUsername}
        autoComplete="username"
        required
        autoFocus
      />
      <TextEntry
        label={words.password}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        required
      />
      {asksCode && (
        <TextEntry
          label={words.code}
          hint={words.codeHint}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          required
          autoFocus
        />
      )}
      {asksNew && (
        <>
          <p className="note">{words.firstTime}</p>
          <TextEntry
            label={words.newPassword}
            hint={words.newPasswordHint}
            type="password"
            value={newPassword}
            onChange={setNewPassword}
            autoComplete="new-password"
            required
            autoFocus
          />
          <TextEntry
            label={words.repeat}
            wrong={differ ? words.differ : undefined}
            type="password"
            value={repeat}
            onChange={setRepeat}
            autoComplete="new-password"
            required
          />
        </>
      )}
      <Button kind="primary" large type="submit" wide disabled={entering.isPending}>
        {entering.isPending ? words.working : words.submit}
      </Button>
      <RefusalNote error={isQuestion(entering.error) ? null : entering.error} />
    </form>
  );
}

/** The server asks for one more thing: the field that has appeared says so, no alarm is needed. */
function isQuestion(error: Error | null): boolean {
  return error instanceof Refusal && (error.code === 'code-needed' || error.code === 'new-password-needed');
}

function PasskeyButton({ onEnter }: WayIn): ReactElement | null {
  const { signIn: words } = useWords();
  const call = useApi();
  const entering = useMutation({
    async mutationFn() {
      const answer = await proveByPasskey(await call(signIn.preparePasskeySignIn));
      return call(signIn.signInWithPasskey, { answer });
    },
    onSuccess: onEnter,
  });
  if (!knowsPasskeys()) return null;
  return (
    <>
      <Button large wide disabled={entering.isPending} onClick={() => entering.mutate()}>
        {words.passkey}
      </Button>
      <RefusalNote error={refusalOnly(entering.error)} />
      {entering.error !== null && refusalOnly(entering.error) === null && (
        <p role="status" className="soft">
          {words.passkeyFailed}
        </p>
      )}
    </>
  );
}

function SingleSignOnButton(): ReactElement | null {
  const { signIn: words } = useWords();
  const call = useApi();
  const { data } = useQuery({ queryKey: ['single-sign-on'], queryFn: () => call(signIn.describeSingleSignOn) });
  const leaving = useMutation({
    mutationFn: () => call(signIn.beginSingleSignOn),
    onSuccess: ({ address }) => location.assign(address),
  });
  const name = data?.name ?? null;
  if (name === null) return null;
  return (
    <>
      <Button large wide disabled={leaving.isPending} onClick={() => leaving.mutate()}>
        {words.singleSignOn(name)}
      </Button>
      <RefusalNote error={leaving.error} />
    </>
  );
}

/** The browser comes back from single sign-on with an answer in its address. */
function ReturnFromSingleSignOn({ onEnter }: WayIn): ReactElement | null {
  const { signIn: words } = useWords();
  const call = useApi();
  const query = location.pathname === '/' ? '' : location.search.slice(1);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (answer: string) => call(signIn.finishSingleSignOn, { query: answer }),
    onSuccess(me) {
      history.replaceState(null, '', '/#/home');
      onEnter(me);
    },
  });
  useEffect(() => {
    if (query !== '') mutate(query);
  }, [query, mutate]);
  return (
    <>
      {isPending && <p role="status">{words.returning}</p>}
      <RefusalNote error={error} />
    </>
  );
}
