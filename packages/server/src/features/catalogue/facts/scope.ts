import { isCountyBlock, type Role } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';
import { holds, isReadBy, speaksForOwner } from './sight.ts';

interface Delivery {
  /** The unit in whose name it is written. */
  readonly by: string;
  /** The unit whose data it is. */
  readonly unit: string;
  /** Of the person who sends it. */
  readonly posts: readonly { readonly unit: string; readonly role: Role }[];
}

/**
 * The elements that a unit may write about the subjects of another: a village or town of its own area all that it may
 * read, a body of the county what it owns anywhere, and the office what nobody owns. Nothing else: what becomes of a value
 * tells whether it was guessed right.
 */
export function decideScope(elements: readonly CountyElement[], { by, unit, posts }: Delivery): CountyElement[] {
  if (!isCountyBlock(by)) return holds(by, unit) ? elements.filter((element) => isReadBy(by, element)) : [];
  const own = posts.filter((post) => post.unit === by);
  return elements.filter((element) => speaksForOwner(own, element));
}
