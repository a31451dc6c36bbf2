import { SESSION_COOKIE } from '@qingzhuang/contract';

/** The value of a cookie in a `Cookie` header. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.split('=', 2);
    if (key?.trim() === name && value !== undefined) return value.trim();
  }
  return undefined;
}

export interface CookieLife {
  readonly seconds: number;
  /** The request came by https, so the cookie never leaves by http. */
  readonly secure: boolean;
}

/** A `Set-Cookie` header that no script can read and no other site's form can use. */
export function describeCookie(name: string, value: string, { seconds, secure }: CookieLife): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export interface Proof {
  readonly kind: 'session' | 'token';
  readonly secret: string;
}

/** What a request shows to prove who asks. A header outweighs the cookie: a script means what it sends itself. */
export function readProof(headers: Headers): Proof | undefined {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const secret = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1];
    return secret === undefined ? undefined : { kind: 'token', secret };
  }
  const secret = readCookie(headers.get('cookie'), SESSION_COOKIE);
  return secret === undefined || secret === '' ? undefined : { kind: 'session', secret };
}
