import { caps } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../../api.tsx';
import { now } from '../../../clock.ts';
import { dayFrom } from '../../../ui/dates.ts';
import { useMessages } from '../../../ui/language.tsx';
import { useWords } from '../../../words.tsx';
import '../following.css';
import type { Demand } from '../queries.ts';

/** How much of the year's caps the issuer has left, for this kind and for all hours. Nothing where none is counted. */
export function CapsLeft({ demand: { issuer, kind } }: { readonly demand: Demand }): ReactElement | null {
  const { screening: words, demandKinds } = useWords();
  const { duration } = useMessages();
  const call = useApi();
  const year = Number(dayFrom(now(), 0).slice(0, 4));
  const { data } = useQuery({
    queryKey: ['caps', issuer, year],
    queryFn: () => call(caps.listCaps, { year, issuer }),
  });
  const shown = data?.caps.filter(({ measure }) => measure === kind || measure === 'minutes') ?? [];
  if (shown.length === 0) return null;
  function say(measure: caps.CapMeasure, amount: number): string {
    return measure === 'minutes' ? duration(amount) : words.times(amount);
  }
  return (
    <section className="panel">
      <h2>{words.capsTitle}</h2>
      <dl className="facts">
        {shown.map(({ measure, used, granted, left }) => (
          <div key={measure}>
            <dt>{words.capOf(measure === 'minutes' ? '' : demandKinds[measure])}</dt>
            <dd className={left !== null && left <= 0 ? 'caps-spent' : undefined}>
              {granted === null || left === null
                ? words.capUnset(say(measure, used))
                : (left < 0 ? words.capOver : words.capLeft)(
                    say(measure, used),
                    say(measure, granted),
                    say(measure, Math.abs(left)),
                  )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
