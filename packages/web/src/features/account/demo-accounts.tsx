import { demo, type Role } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { useWords } from '../../words.tsx';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

type Group = 'issuers' | 'gate' | 'bearers' | 'watchers';

/** People choose an account by what they want to see. */
const GROUPS: Readonly<Record<Group, readonly Role[]>> = {
  issuers: ['drafter', 'unit-lead'],
  gate: ['office', 'leader'],
  bearers: ['bearer-clerk'],
  watchers: ['supervisor', 'auditor', 'administrator'],
};
const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** The accounts of the demo county; a press fills the form in. Nothing at all where a real county works. */
export function DemoAccounts({ onChoose }: { readonly onChoose: (chosen: Credentials) => void }): ReactElement | null {
  const { demoAccounts: words } = useWords();
  const call = useApi();
  const { data } = useQuery({ queryKey: ['demo-accounts'], queryFn: () => call(demo.readDemoAccounts) });
  if (!data?.demo) return null;
  const { password, accounts } = data.demo;
  return (
    <section className="panel stack demo-accounts" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.lead(password)}</p>
      {GROUP_NAMES.map((group) => (
        <div key={group} className="demo-accounts-group" role="group" aria-label={words.groups[group]}>
          <span className="soft">{words.groups[group]}</span>
          <div className="choices">
            {accounts
              .filter(({ role }) => GROUPS[group].includes(role))
              .map(({ username, what }) => (
                <button
                  key={username}
                  type="button"
                  className="choice"
                  onClick={() => onChoose({ username, password })}
                >
                  {what}
                </button>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}
