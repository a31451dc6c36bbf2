import { createClient, people, signIn, type Call } from '@qingzhuang/contract';
import type { App } from '../platform/api.ts';

/** Keeps cookies between requests, as a browser does. */
export interface Browser {
  readonly call: Call;
  readonly cookies: Map<string, string>;
  /** The `Set-Cookie` headers of the last reply. */
  lastCookies(): readonly string[];
}

export const ORIGIN = 'http://gate.example';

export function openBrowser(app: App, headers: Readonly<Record<string, string>> = {}, origin = ORIGIN): Browser {
  const cookies = new Map<string, string>();
  let last: readonly string[] = [];
  const call = createClient(async (url, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { ...(cookie !== '' && { cookie }), 'user-agent': 'Browser', ...headers };
    const response = await app.request(origin + url, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...own },
    });
    last = response.headers.getSetCookie();
    for (const one of last) {
      const [pair = ''] = one.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  });
  return { call, cookies, lastCookies: () => last };
}

export interface Somebody {
  readonly id: string;
  /** For `signIn`. */
  readonly credentials: { readonly username: string; readonly password: string };
}

export const PASSWORD = '山高水长，春风化雨，润物无声';

/** A person whom the administrator made, and who has chosen a password of his own. */
export async function makeSomebody(app: App, administrator: Call, username: string): Promise<Somebody> {
  const { person, oneTimePassword } = await administrator(people.createPerson, { name: '李明', username });
  const first = { username, password: oneTimePassword, newPassword: PASSWORD };
  await openBrowser(app).call(signIn.signIn, first);
  return { id: person.id, credentials: { username, password: PASSWORD } };
}
