import type { ReactElement } from 'react';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useWords } from '../../words.tsx';
import type { Demand } from './queries.ts';

type Finding = NonNullable<Demand['screening']>['findings'][number];

const ORDER = { error: 0, warning: 1, info: 2 };

/** What the check found: the words themselves, what is wrong, what to do, by which clause. The worst stand first. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const { demand: words } = useWords();
  if (findings.length === 0) return null;
  return (
    <section className="panel">
      <h2>{words.findingsTitle}</h2>
      <ol className="found">
        {findings
          .map((finding, index) => ({ finding, index }))
          .toSorted(({ finding: a }, { finding: b }) => ORDER[a.severity] - ORDER[b.severity] || a.start - b.start)
          .map(({ finding, index }) => (
            <Found key={index} finding={finding} index={index} />
          ))}
      </ol>
    </section>
  );
}

/** Brings one finding into sight, by its place in the screening. */
export function showFinding(index: number): void {
  const place = document.querySelector<HTMLElement>(`#found-${String(index)}`);
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

function Found({ finding, index }: { readonly finding: Finding; readonly index: number }): ReactElement {
  const { demand: words } = useWords();
  const { severity: severities, confidence, confidenceHint, duration } = useMessages();
  const { severity, quote, message, suggestion, basis, exemption, hoursSaved } = finding;
  const saved = (hoursSaved?.likely ?? 0) * 60;
  return (
    <li className={`found-${severity}`} id={`found-${index}`} tabIndex={-1}>
      {quote !== '' && <q className="found-quote">{quote}</q>}
      <p id={`finding-${index}-message`}>
        <b className="found-severity">{severities[severity]}</b> {message}
        {exemption !== null && <span className="tag">{words.exempt}</span>}
      </p>
      <details>
        <summary>
          {words.suggestion}
          {saved >= 1 && <span className="soft"> · {words.reduces(duration(saved))}</span>}
        </summary>
        <p>{suggestion}</p>
        <ul className="found-basis">
          {basis.map(({ key, title, clause, confidence: mark }) => (
            <li key={key}>
              {title} {clause} <ConfidenceMark mark={mark} word={confidence[mark]} hint={confidenceHint[mark]} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
