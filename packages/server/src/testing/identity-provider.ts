import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, vi } from 'vitest';

export const CLIENT = { clientId: 'qingzhuang', clientSecret: 'between-gate-and-provider' };

export interface IdentityProvider {
  readonly issuer: string;
  /** Goes to the address as a browser, signs in under the name and agrees; gives the address it is sent back to. */
  signIn(address: string, username: string): Promise<URL>;
}

/** A real OpenID Connect provider on this machine, at which everybody may be whom he says he is. */
export async function useIdentityProvider(returnTo: string): Promise<IdentityProvider> {
  // It warns at length that its defaults are for tests.
  const silenced = (['info', 'warn'] as const).map((level) => vi.spyOn(console, level).mockReturnValue());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [returnTo] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['only for this test'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub: `subject-${sub}`, preferred_username: sub }) }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  afterAll(() => {
    for (const spy of silenced) spy.mockRestore();
    server.closeAllConnections();
    server.close();
  });
  return { issuer, signIn: (address, username) => walkThrough(address, username, returnTo) };
}

/** Follows redirects with cookies, and fills in the two forms: who one is, and that one agrees. */
async function walkThrough(address: string, username: string, returnTo: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: Step = { url: new URL(address) };
  while (!next.url.href.startsWith(returnTo)) next = await take(next, cookies, username);
  return next.url;
}

interface Step {
  readonly url: URL;
  readonly form?: URLSearchParams;
}

async function take({ url, form }: Step, cookies: Map<string, string>, username: string): Promise<Step> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: form }),
  });
  for (const one of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
    cookies.set(name, value);
  }
  const location = response.headers.get('location');
  if (location !== null) return { url: new URL(location, url) };
  const page = await response.text();
  const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`The provider answered ${response.status} without a form`);
  const answer: Record<string, string> = page.includes('name="login"')
    ? { prompt: 'login', login: username, password: 'any' }
    : { prompt: 'consent' };
  return { url: new URL(action, url), form: new URLSearchParams(answer) };
}
