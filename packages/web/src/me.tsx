import type { DeepReadonly, Role, signIn } from '@qingzhuang/contract';
import { createContext, use, type ReactElement, type ReactNode } from 'react';

export type Me = DeepReadonly<signIn.Me>;

const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below the door: everyone there is somebody. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('Nobody is signed in here.');
  return me;
}

export function MeProvider({ me, children }: { readonly me: Me; readonly children: ReactNode }): ReactElement {
  return <MeContext value={me}>{children}</MeContext>;
}

/** Whether somebody holds one of the roles, for whatever unit. */
export function holds({ posts }: Me, ...roles: readonly Role[]): boolean {
  return posts.some(({ role }) => roles.includes(role));
}
