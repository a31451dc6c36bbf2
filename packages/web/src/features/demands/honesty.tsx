import { inbox } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { useWords } from '../../words.tsx';

const RATIO_DIGITS = 1;

/** How the issuer's estimates have compared with what was measured. Nothing where nothing was measured. */
export function Honesty({ issuer }: { readonly issuer: string }): ReactElement | null {
  const { honesty: words } = useWords();
  const call = useApi();
  const { data } = useQuery({ queryKey: ['honesty', issuer], queryFn: () => call(inbox.readHonesty, { issuer }) });
  if (!data || data.count === 0) return null;
  const { ratio, count, explanation } = data;
  return (
    <div>
      <dt>{words.title}</dt>
      <dd>
        {ratio === null ? words.notYet(count) : words.ratio(ratio.toFixed(RATIO_DIGITS), count)}
        <details>
          <summary>{words.how}</summary>
          <p className="soft">{explanation}</p>
        </details>
      </dd>
    </div>
  );
}
