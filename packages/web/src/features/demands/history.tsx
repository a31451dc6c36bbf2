import { demands } from '@qingzhuang/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { holds, useMe } from '../../me.tsx';
import { sayInstant } from '../../ui/dates.ts';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useUnits } from '../../units.ts';
import { useWords } from '../../words.tsx';
import './following.css';
import { Replay } from './replay.tsx';

/** Every step, who decided (a unit, never a person), and the receipt that the step stands in the audit log. */
export function History({ id }: { readonly id: string }): ReactElement {
  const { demand: words, receipt, receiptOf, decidedBy } = useWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const mayReplay = holds(useMe(), 'office', 'leader', 'supervisor', 'auditor');
  const { data: units = [] } = useUnits();
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const { data, error } = useQuery({
    queryKey: ['history', id],
    queryFn: () => call(demands.readDemandHistory, { id }),
  });
  return (
    <section className="panel">
      <h2>{words.history}</h2>
      <RefusalNote error={error} />
      <ol className="history">
        {data?.map(({ version, type, at, unit, reason }) => (
          <li key={version}>
            <span>{words.steps[type] ?? type}</span>
            {unit !== null && <span className="soft">{decidedBy(names.get(unit) ?? unit)}</span>}
            <time dateTime={at}>{sayInstant(at, language, now())}</time>
            <a
              className="history-receipt no-print"
              href={`/api/v1/demands/${id}/history/${String(version)}/receipt`}
              download={`receipt-${String(version)}.json`}
              aria-label={receiptOf(words.steps[type] ?? type)}
            >
              {receipt}
            </a>
            {reason !== null && <p>{reason}</p>}
            {mayReplay && type === 'demand-screened' && <Replay id={id} step={version} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
