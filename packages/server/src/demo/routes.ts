import { demo, type DeepReadonly } from '@qingzhuang/contract';
import type { Api } from '../platform/api.ts';
import { ACCOUNTS, ADMINISTRATOR, DEMO_PASSWORD } from './county.ts';

const demoAccounts: DeepReadonly<demo.DemoAccounts> = {
  password: DEMO_PASSWORD,
  accounts: [
    ...ACCOUNTS.map(({ username, role, what }) => ({ username, role, what })),
    { ...ADMINISTRATOR, role: 'administrator' },
  ],
};

/** Tells the accounts of the demo county where there is one: whoever can open the page may try everything. */
export function demoRoutes(api: Api, isDemo: boolean): void {
  api.open(demo.readDemoAccounts, () => ({ demo: isDemo ? demoAccounts : null }));
}

/** For the terminal: who can sign in, and with what. */
export function listDemoAccounts(): string {
  const { password, accounts } = demoAccounts;
  const lines = accounts.map(({ username, what }) => `  ${username.padEnd(10)} ${what}`);
  return `演示账号（口令都是 ${password}）：\n${lines.join('\n')}\nDemo accounts, all with the password ${password}`;
}
