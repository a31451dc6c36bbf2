import { documents, type DeepReadonly } from '@qingzhuang/contract';
import {
  type InfiniteData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useApi } from '../api.tsx';

type Page = DeepReadonly<{ items: documents.DocumentSummary[]; next: string | null }>;

export interface DocumentFilter {
  /** Of the title or the number; empty for all. */
  readonly words: string;
  readonly level?: documents.DocumentLevel;
  /** All levels that are higher. */
  readonly above?: documents.DocumentLevel;
}

/** The library's documents, part by part. */
export function useDocuments({ words, ...levels }: DocumentFilter): UseInfiniteQueryResult<InfiniteData<Page>> {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: ['documents', words, levels],
    queryFn: ({ pageParam }) =>
      call(documents.listDocuments, {
        ...(words !== '' && { words }),
        ...levels,
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

export type Superior = DeepReadonly<documents.Superior>;

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** What the text of a demand was taken from, as far as it is known. */
export function useSuperior({ id, version }: Versioned): UseQueryResult<Superior> {
  const call = useApi();
  return useQuery({
    queryKey: ['superior', id, version],
    queryFn: () => call(documents.readSuperior, { id }),
    placeholderData: (before) => before,
  });
}

export type Chain = DeepReadonly<documents.Chain>;

/** The levels from the highest known superior down to the demand, compared; not asked for without a text. */
export function useChain({ id, version }: Versioned, isWanted = true): UseQueryResult<Chain> {
  const call = useApi();
  return useQuery({
    queryKey: ['chain', id, version],
    queryFn: () => call(documents.readChain, { id }),
    enabled: isWanted,
    placeholderData: (before) => before,
  });
}
