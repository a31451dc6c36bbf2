import type { ReactElement } from 'react';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { useMessages } from '../../ui/language.tsx';
import { useWords } from '../../words.tsx';
import { type Beside, besideFinding } from '../../lineage/beside-finding.ts';
import type { ShownComparison } from '../../lineage/chain-level.ts';
import { Lines } from '../../lineage/side-by-side.tsx';
import type { Demand } from './queries.ts';

type Finding = NonNullable<Demand['screening']>['findings'][number];

const ORDER = { error: 0, warning: 1, info: 2 };

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** The text beside its superior's: what was raised or taken over shows with the words of both. */
  readonly comparison?: ShownComparison | null;
}

/** What the check found: the words themselves, what is wrong, what to do, by which clause. The worst stand first. */
export function Findings({ findings, comparison = null }: FindingsProps): ReactElement | null {
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
            <Found
              key={index}
              finding={finding}
              index={index}
              beside={comparison && besideFinding(finding, comparison)}
            />
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

interface FoundProps {
  readonly finding: Finding;
  readonly index: number;
  readonly beside: Beside | null;
}

/** Passages longer than this open when they are asked for. */
const LONGEST_SHOWN = 120;

function Found({ finding, index, beside }: FoundProps): ReactElement {
  const { demand: words } = useWords();
  const { chain, severity: severities, confidence, confidenceHint, duration } = useMessages();
  const { severity, quote, message, suggestion, basis, exemption, hoursSaved } = finding;
  const saved = (hoursSaved?.likely ?? 0) * 60;
  return (
    <li className={`found-${severity}`} id={`found-${index}`} tabIndex={-1}>
      {quote !== '' && <q className="found-quote">{shortened(quote)}</q>}
      <p id={`finding-${index}-message`}>
        <b className="found-severity">{severities[severity]}</b> {message.replace(quote, () => shortened(quote))}
        {exemption !== null && <span className="tag">{words.exempt}</span>}
      </p>
      {beside && (
        <details className="found-beside" open={beside.above.length <= LONGEST_SHOWN}>
          <summary>{chain.besideAbove}</summary>
          <Lines {...beside} />
        </details>
      )}
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

const LONGEST_QUOTE = 90;

/** A passage is known by its beginning and its end; all of it stands in the text. */
function shortened(quote: string): string {
  return quote.length <= LONGEST_QUOTE
    ? quote
    : `${quote.slice(0, LONGEST_QUOTE / 2)}……${quote.slice(-LONGEST_QUOTE / 3)}`;
}
