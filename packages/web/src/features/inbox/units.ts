import type { Role } from '@qingzhuang/contract';
import { useMe, type Me } from '../../me.tsx';
import { useKept } from '../../ui/kept.ts';

/** A unit in whose name somebody answers and returns. */
export interface BearerUnit {
  readonly code: string;
  readonly name: string;
}

const BEARERS: readonly Role[] = ['bearer-clerk', 'unit-lead'];

/** The units that the person acts for, each once; those for which he is the clerk stand first. */
export function bearerUnits({ posts }: Pick<Me, 'posts'>): BearerUnit[] {
  const found = new Map<string, string>();
  for (const role of BEARERS) {
    for (const post of posts) if (post.role === role) found.set(post.unit, post.unitName);
  }
  return [...found].map(([code, name]) => ({ code, name }));
}

/** The unit whose list is shown: the last chosen one, else the first; undefined for who bears nothing. */
export function useBearerUnit(): readonly [
  unit: BearerUnit | undefined,
  all: readonly BearerUnit[],
  choose: (code: string) => void,
] {
  const me = useMe();
  const all = bearerUnits(me);
  const [code, choose] = useKept(`bearer-unit/${me.person}`, '');
  return [all.find((unit) => unit.code === code) ?? all[0], all, choose];
}
