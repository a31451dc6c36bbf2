import type { DeepReadonly } from '@qingzhuang/contract';
import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';

type PageOf<Item> = DeepReadonly<{ items: Item[]; next: string | null }>;

export interface Pages<Item> {
  readonly items: readonly DeepReadonly<Item>[];
  /** Whether the first page is there. */
  readonly isRead: boolean;
  readonly error: Error | null;
  /** Reads the next page; null when there is none, or while one is under way. */
  readonly more: (() => void) | null;
}

/** A list that the server gives page by page: all pages read so far as one. */
export function usePages<Item>(
  key: QueryKey,
  read: (from: { readonly cursor?: string }) => Promise<PageOf<Item>>,
): Pages<Item> {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  return {
    items: data?.pages.flatMap((page) => page.items) ?? [],
    isRead: data !== undefined,
    error,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
  };
}
