export interface VisitSettings {
  /** Where people reach the program, `https://gate.example`; without it, where the request says it came. */
  readonly url: string | undefined;
  /** Requests come by a proxy that says by what protocol they reached it. */
  readonly behindProxy: boolean;
}

/** The origin that the browser shows. Passkeys and the return from single sign-on are bound to it. */
export function originOf(request: Request, { url, behindProxy }: VisitSettings): string {
  if (url !== undefined) return new URL(url).origin;
  const { protocol, host } = new URL(request.url);
  const forwarded = behindProxy ? request.headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim() : undefined;
  return `${forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : protocol}//${host}`;
}
