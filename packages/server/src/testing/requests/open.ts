import { codes } from '@qingzhuang/contract';
import type { CountyWorld } from '../county-world.ts';
import type { Ask } from './request.ts';

async function codeOf({ call, code }: CountyWorld): Promise<string> {
  const { items } = await call(codes.listRegister, { county: code, limit: 1 });
  return items[0]?.code ?? 'AA26-0000-00';
}

const answer = { id: 'a', rawId: 'a', type: 'public-key' };

/** What needs no account. */
export const openRequests = {
  checkDocument: () => ({ input: { text: '请各村报送名单。' } }),
  readApiDocument: () => ({}),
  readApiPage: () => ({}),
  reportLiveness: () => ({}),
  reportReadiness: () => ({}),
  reportMetrics: () => ({}),
  readDemoAccounts: () => ({}),
  readCode: async (world) => ({ input: { code: await codeOf(world) } }),
  listRegisters: () => ({}),
  listRegister: ({ code }) => ({ input: { county: code } }),
  readRegisterFeed: ({ code }) => ({ input: { county: code } }),
  signIn: () => ({ input: { username: 'nobody.here', password: '不是口令不是口令' } }),
  preparePasskeySignIn: () => ({}),
  signInWithPasskey: () => ({
    input: {
      answer: { ...answer, response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' } },
    },
  }),
  describeSingleSignOn: () => ({}),
  beginSingleSignOn: () => ({}),
  finishSingleSignOn: () => ({ input: { query: 'code=1&state=2' } }),
} satisfies Readonly<Record<string, Ask>>;
