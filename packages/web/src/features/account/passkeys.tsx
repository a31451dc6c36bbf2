import { account } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { TextEntry } from '../../ui/entry.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { knowsPasskeys, makePasskey, refusalOnly } from './passkey.ts';
import { PasswordQuestion } from './second-factor.tsx';

const LONGEST_NAME = 40;

/** The passkeys of the account: listed, added after the password, removed. */
export function Passkeys(): ReactElement {
  const { account: words, signIn } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [name, setName] = useState<string | null>(null);
  const { data, error } = useQuery({ queryKey: ['passkeys'], queryFn: () => call(account.listPasskeys) });
  function refresh(): Promise<void> {
    return queries.invalidateQueries({ queryKey: ['passkeys'] });
  }
  const adding = useMutation({
    async mutationFn(password: string) {
      const answer = await makePasskey(await call(account.preparePasskey, { password }));
      return call(account.addPasskey, { name: name ?? '', answer });
    },
    onSuccess() {
      setName(null);
      return refresh();
    },
  });
  const removing = useMutation({
    mutationFn: (id: string) => call(account.removePasskey, { id }),
    onSuccess: refresh,
  });
  return (
    <section className="panel stack">
      <h2>{words.passkeys}</h2>
      <p className="soft">{knowsPasskeys() ? words.passkeysHint : words.noPasskeys}</p>
      <RefusalNote error={error ?? removing.error} />
      <ul className="lines">
        {data?.items.map((passkey) => (
          <li key={passkey.id}>
            <span className="lines-main">{passkey.name}</span>
            <Button aria-label={words.removeOf(passkey.name)} onClick={() => removing.mutate(passkey.id)}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {knowsPasskeys() && name === null && (
        <div>
          <Button onClick={() => setName('')}>{words.addPasskey}</Button>
        </div>
      )}
      {name !== null && (
        <>
          <TextEntry label={words.passkeyName} value={name} onChange={setName} longest={LONGEST_NAME} autoFocus />
          <PasswordQuestion
            verb={words.addPasskey}
            error={refusalOnly(adding.error)}
            onAnswer={(password) => adding.mutate(password)}
            onCancel={() => setName(null)}
          />
          {adding.error !== null && refusalOnly(adding.error) === null && <p role="status">{signIn.passkeyFailed}</p>}
        </>
      )}
    </section>
  );
}
