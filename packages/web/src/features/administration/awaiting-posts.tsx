import { people } from '@qingzhuang/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useUnits } from '../../units.ts';
import { useAdministrationWords } from '../../messages/administration.ts';
import { useWords } from '../../words.tsx';

/** Posts that an administrator gave himself: another one confirms them. Nothing when none waits. */
export function AwaitingPosts(): ReactElement | null {
  const {
    administration: { people: words },
  } = useAdministrationWords();
  const { roles } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { data, error } = useQuery({
    queryKey: ['posts-awaiting'],
    queryFn: () => call(people.listPostsAwaiting, {}),
  });
  const deciding = useMutation({
    mutationFn: ({ id, confirms }: { readonly id: string; readonly confirms: boolean }) =>
      call(confirms ? people.confirmPost : people.withdrawPost, { id }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!data || data.items.length === 0) return <RefusalNote error={error} />;
  return (
    <section className="panel">
      <h2>{words.awaitingTitle}</h2>
      <ul className="lines">
        {data.items.map(({ id, unit, role }) => (
          <li key={id}>
            <span className="lines-main">
              {names.get(unit) ?? unit} · {roles[role]}
            </span>
            <Button kind="primary" onClick={() => deciding.mutate({ id, confirms: true })}>
              {words.confirm}
            </Button>
            <Button onClick={() => deciding.mutate({ id, confirms: false })}>{words.refuse}</Button>
          </li>
        ))}
      </ul>
      <RefusalNote error={deciding.error} />
    </section>
  );
}
