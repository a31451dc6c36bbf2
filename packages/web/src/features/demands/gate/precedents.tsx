import { demands } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../../api.tsx';
import { hrefOf } from '../../../ui/route.ts';
import { usePlanningWords } from '../../../messages/planning.ts';
import type { Demand } from '../queries.ts';
import { StateTag } from '../state-tag.tsx';

/** What has been decided about: admitted and what became of it, or refused. */
const DECIDED: readonly demands.DemandState[] = [
  ...(['admitted', 'running', 'suspended', 'closed', 'reviewed', 'expired'] as const),
  ...(['refused', 'merged'] as const),
];
const SHOWN = 5;

/** How the same issuer's last demands of this kind were decided. Nothing where there is none. */
export function Precedents({ demand }: { readonly demand: Demand }): ReactElement | null {
  const { planning: words } = usePlanningWords();
  const call = useApi();
  const { issuer, kind, id } = demand;
  const { data } = useQuery({
    queryKey: ['demands', 'precedents', issuer, kind],
    queryFn: () => call(demands.listDemands, { issuer, kind, state: [...DECIDED], limit: SHOWN + 1 }),
  });
  const others = (data?.items ?? []).filter((other) => other.id !== id).slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.precedents}</h2>
      <ul className="lines">
        {others.map((other) => (
          <li key={other.id}>
            <span className="lines-main">
              <a href={hrefOf('demands', other.id)}>{other.ask}</a>
            </span>
            <StateTag demand={other} />
          </li>
        ))}
      </ul>
    </section>
  );
}
