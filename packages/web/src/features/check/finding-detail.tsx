import type { Citation, Finding } from '@qingzhuang/analysis';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import './findings.css';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';

/** What a person can do with the words of one finding. */
export interface RewriteChoice {
  readonly state: 'open' | 'accepted' | 'blocked';
  /** The new words that were taken, else those that are offered; null when none are. */
  readonly words: string | null;
  readonly take: (words: string) => void;
  readonly undo: () => void;
}

export interface FindingDetailProps {
  readonly finding: Finding;
  /** Chinese name of the rule. */
  readonly title: string;
  /** Null when the finding has no words of its own to replace. */
  readonly choice: RewriteChoice | null;
}

/** Everything behind a finding: what to do, the rewrite, the clauses and how sure they are, the exemption. */
export function FindingDetail({ finding, title, choice }: FindingDetailProps): ReactElement {
  const messages = useMessages();
  const { findings, exemption: classes, grade } = messages;
  const saved = finding.hoursSaved?.likely ?? 0;
  return (
    <div className="finding-detail">
      <p>
        <b className="finding-label">{findings.suggestion}</b>
        {finding.suggestion}
      </p>
      {choice !== null && <Rewrite quote={finding.quote} choice={choice} />}
      {saved > 0 && finding.severity !== 'info' && (
        <p className="soft small">{findings.saves(messages.duration(saved * 60))}</p>
      )}
      {finding.exemption && (
        <p className="finding-exempt">
          {findings.exempt(classes[finding.exemption.class])} · {grade[finding.exemption.grade]}
          {finding.exemption.proof !== '' && <q>{finding.exemption.proof}</q>}
        </p>
      )}
      <Basis basis={finding.basis} ruleId={finding.ruleId} title={title} />
    </div>
  );
}

interface RewriteProps {
  readonly quote: string;
  readonly choice: RewriteChoice;
}

/** The offered words to take, or a field for one's own; what was taken can be undone. */
function Rewrite({ quote, choice }: RewriteProps): ReactElement {
  const { findings } = useMessages();
  const [own, setOwn] = useState<string | null>(null);
  const { state, words } = choice;
  if (state === 'blocked') return <p className="soft small">{findings.blocked}</p>;
  if (own !== null && state === 'open') {
    return (
      <OwnWords
        before={quote}
        words={own}
        onChange={setOwn}
        onTake={() => choice.take(own)}
        onCancel={() => setOwn(null)}
      />
    );
  }
  return (
    <div className={words === null ? undefined : 'finding-rewrite'}>
      {words !== null && (
        <p className="finding-diff">
          <del>{quote}</del>
          {words !== '' && <ins>{words}</ins>}
        </p>
      )}
      <div className="row">
        {state === 'accepted' ? (
          <Button onClick={choice.undo}>{`✓ ${findings.accepted} · ${findings.undo}`}</Button>
        ) : (
          <Offer choice={choice} onOwn={() => setOwn(words ?? quote)} />
        )}
      </div>
    </div>
  );
}

interface OfferProps {
  readonly choice: RewriteChoice;
  readonly onOwn: () => void;
}

function Offer({ choice: { words, take }, onOwn }: OfferProps): ReactElement {
  const { findings } = useMessages();
  return (
    <>
      {words !== null && (
        <Button kind="primary" onClick={() => take(words)}>
          {words === '' ? findings.acceptDelete : findings.accept}
        </Button>
      )}
      <Button onClick={onOwn}>{findings.own}</Button>
    </>
  );
}

interface OwnWordsProps {
  readonly before: string;
  readonly words: string;
  readonly onChange: (words: string) => void;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}

function OwnWords({ before, words, onChange, onTake, onCancel }: OwnWordsProps): ReactElement {
  const { findings, intake } = useMessages();
  return (
    <form
      className="finding-rewrite"
      onSubmit={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <textarea
        className="field finding-own"
        aria-label={findings.ownLabel}
        rows={3}
        autoFocus
        value={words}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="row">
        <Button kind="primary" type="submit" disabled={words === before}>
          {words.trim() === '' ? findings.acceptDelete : findings.accept}
        </Button>
        <Button onClick={onCancel}>{intake.cancel}</Button>
      </div>
    </form>
  );
}

interface BasisProps {
  readonly basis: readonly Citation[];
  readonly ruleId: string;
  readonly title: string;
}

function Basis({ basis, ruleId, title: ruleTitle }: BasisProps): ReactElement {
  const { findings, confidence, confidenceHint } = useMessages();
  return (
    <div className="finding-basis">
      <b className="finding-label">{findings.basis}</b>
      <ul>
        {basis.map(({ key, title, clause, confidence: mark }) => (
          <li key={key}>
            {title}
            {clause !== '' && ` ${clause}`}{' '}
            <ConfidenceMark mark={mark} hint={confidenceHint[mark]} word={confidence[mark]} />
          </li>
        ))}
        {basis.length === 0 && (
          <li>
            <ConfidenceMark mark="house" hint={confidenceHint.house} word={confidence.house} />
          </li>
        )}
      </ul>
      <a className="finding-rule" href={hrefOf('rules', ...ruleId.split('/'))}>
        {findings.rule(ruleTitle)}
      </a>
    </div>
  );
}
