import type { ReactElement } from 'react';
import { Clauses } from '../../ui/clauses.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

/** What the gate says: hours for one and for all, findings, and why it must be decided case by case. */
export function VerdictLine({ demand }: { readonly demand: Demand }): ReactElement {
  const { demand: words, coordination } = useWords();
  const { duration } = useMessages();
  const { screening, bearerCount } = demand;
  // Counted once, by the server: what stands in the text and what the registers say.
  const [errors, warnings] = [demand.errors ?? 0, demand.warnings ?? 0];
  if (screening === null) return <p className="verdict-line">{words.notCounted}</p>;
  const { perBearerMinutes: per, totalMinutes: total, assumptions } = screening;
  const tone = errors > 0 ? 'alarm' : warnings > 0 ? 'advice' : 'clear';
  return (
    <div className={`verdict-line verdict-line-${tone}`}>
      <p className="verdict-line-hours" role="status">
        <Clauses text={words.verdict(duration(per.likely), duration(total.likely), bearerCount)} />
      </p>
      <p>
        <b className="verdict-line-findings">{words.findings(errors, warnings)}</b>
        <span className="soft"> · {words.range(duration(total.low), duration(total.high))}</span>
      </p>
      {screening.coordination.length > 0 ? (
        <p>
          {words.coordination}：<b>{screening.coordination.map((reason) => coordination[reason]).join('；')}</b>
        </p>
      ) : (
        demand.submitted || <p className="soft">{words.byLead}</p>
      )}
      {assumptions.length > 0 && (
        <details>
          <summary>{words.assumptions}</summary>
          <ul>
            {assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
