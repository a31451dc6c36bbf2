import { forms } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';

/** A township's villages have filled in forms that it checks; nothing where none waits. */
export function AwaitingLine({ unit }: { readonly unit: string }): ReactElement | null {
  const { inbox: words } = useWords();
  const call = useApi();
  const { data } = useQuery({
    queryKey: ['awaiting-fills', unit, 'first'],
    queryFn: () => call(forms.listAwaitingFills, { unit, limit: 1 }),
    // A village has nobody below it.
    enabled: unit.endsWith('000'),
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <p className="note">
      <a href={hrefOf('inbox', unit, 'approvals')}>{words.awaiting}</a>
    </p>
  );
}
