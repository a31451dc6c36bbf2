import { demands, type DeepReadonly } from '@qingzhuang/contract';
import {
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  type InfiniteData,
} from '@tanstack/react-query';
import { useApi } from '../../api.tsx';

export type Demand = DeepReadonly<demands.Demand>;
export type Summary = DeepReadonly<demands.DemandSummary>;
type Page = DeepReadonly<{ items: demands.DemandSummary[]; next: string | null }>;

export interface DemandFilter {
  readonly state?: readonly demands.DemandState[];
  readonly kind?: demands.DemandKind;
}

/** One demand as it is now, with what the person may do. */
export function useDemand(id: string): UseQueryResult<Demand> {
  const call = useApi();
  return useQuery({ queryKey: ['demand', id], queryFn: () => call(demands.readDemand, { id }) });
}

/** The register, part by part. */
export function useDemands(filter: DemandFilter, limit = 50): UseInfiniteQueryResult<InfiniteData<Page>> {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: ['demands', filter, limit],
    queryFn: ({ pageParam }) =>
      call(demands.listDemands, {
        limit,
        ...(filter.state && { state: [...filter.state] }),
        ...(filter.kind && { kind: filter.kind }),
        ...(pageParam !== null && { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Takes in what a demand has become, and lets the lists be read again. */
export function useTakeIn(): (demand: Demand) => void {
  const queries = useQueryClient();
  return (demand) => {
    queries.setQueryData(['demand', demand.id], demand);
    void queries.invalidateQueries({ queryKey: ['history', demand.id] });
    void queries.invalidateQueries({ queryKey: ['demands'] });
  };
}
