import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

type Screening = NonNullable<Demand['screening']>;
type GateFinding = Screening['register'][number];

const ORDER = { error: 0, warning: 1, info: 2 };

/** What the registers, the calendar and the caps say; what a finding in the text says already is not said again. */
export function RegisterFindings({ screening }: { readonly screening: Screening | null }): ReactElement | null {
  const { screening: words } = useWords();
  if (screening === null) return null;
  const own = screening.register.filter(({ sameAs }) => sameAs === null);
  if (own.length + screening.unchecked.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.gateTitle}</h2>
      {own.length > 0 && <p className="soft">{words.gateLead}</p>}
      <ol className="found">
        {own
          .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity])
          .map((finding, index) => (
            <Found key={index} finding={finding} />
          ))}
      </ol>
      {screening.unchecked.length > 0 && (
        <details>
          <summary>
            {words.unchecked} {screening.unchecked.length}
          </summary>
          <p className="soft">
            {words.uncheckedHint}
            {screening.unchecked.join('、')}
          </p>
        </details>
      )}
    </section>
  );
}

function Found({ finding }: { readonly finding: GateFinding }): ReactElement {
  const { screening: words, demand: demandWords } = useWords();
  const { severity: severities, duration } = useMessages();
  const { severity, message, suggestion, demands, units, exemption, hoursSaved } = finding;
  const saved = (hoursSaved?.likely ?? 0) * 60;
  return (
    <li className={`found-${severity}`}>
      <p>
        <b className="found-severity">{severities[severity]}</b> {message}
        {exemption !== null && <span className="tag">{demandWords.exempt}</span>}
      </p>
      <p className="soft">
        {suggestion}
        {saved >= 1 && ` ${demandWords.reduces(duration(saved))}`}
        {units.length > 0 && ` ${words.units(units.length)}`}
      </p>
      {demands.length > 0 && (
        <p className="row">
          {demands.slice(0, MOST_LINKS).map((id, index) => (
            <a key={id} href={hrefOf('demands', id)}>
              {demands.length === 1 ? words.with : words.relatedOne(index + 1)}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}

const MOST_LINKS = 5;
