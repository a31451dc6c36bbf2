import { isCountyBlock } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';
import { holds } from './sight.ts';

interface Delivery {
  /** The unit in whose name it is written. */
  readonly by: string;
  /** The unit whose data it is. */
  readonly unit: string;
}

/**
 * The elements that a unit may write about the subjects of another: a village or town all of its own area, a body of the
 * county what it owns anywhere, and what nobody owns.
 */
export function decideScope(elements: readonly CountyElement[], { by, unit }: Delivery): CountyElement[] {
  if (!isCountyBlock(by)) return holds(by, unit) ? [...elements] : [];
  return elements.filter(({ owner }) => owner === null || owner === by);
}
