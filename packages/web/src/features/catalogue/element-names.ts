import { catalogue } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api.tsx';

const MOST_AT_ONCE = 200;

/** What the elements of the catalogue are called, by key; empty until they have been read. */
export function useElementNames(): ReadonlyMap<string, string> {
  const call = useApi();
  const { data } = useQuery({
    queryKey: ['elements', 'names'],
    async queryFn() {
      const first = await call(catalogue.listElements, { limit: MOST_AT_ONCE });
      const elements = [...first.items];
      for (let cursor = first.next; cursor !== null;) {
        const page = await call(catalogue.listElements, { limit: MOST_AT_ONCE, cursor });
        elements.push(...page.items);
        cursor = page.next;
      }
      return new Map(elements.map(({ key, name }) => [key, name]));
    },
  });
  return data ?? new Map();
}
