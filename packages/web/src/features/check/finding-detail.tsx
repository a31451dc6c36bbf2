import type { Citation, Finding } from '@qingzhuang/analysis';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useMessages } from '../../ui/language.tsx';
import { hrefOf } from '../../ui/route.ts';
import './findings.css';

/** What a person can do with one finding's rewrite. */
export interface RewriteChoice {
  readonly state: 'open' | 'accepted' | 'blocked';
  readonly toggle: () => void;
}

export interface FindingDetailProps {
  readonly finding: Finding;
  /** Chinese name of the rule. */
  readonly title: string;
  /** Null when there is no rewrite to take. */
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
      {choice !== null && finding.rewrite !== null && (
        <Rewrite finding={finding} rewrite={finding.rewrite} choice={choice} />
      )}
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

function Rewrite({
  finding,
  rewrite,
  choice,
}: {
  finding: Finding;
  rewrite: string;
  choice: RewriteChoice;
}): ReactElement {
  const { findings } = useMessages();
  return (
    <div className="finding-rewrite">
      <p className="finding-diff">
        <del>{finding.quote}</del>
        {rewrite !== '' && <ins>{rewrite}</ins>}
      </p>
      {choice.state === 'blocked' ? (
        <span className="soft small">{findings.blocked}</span>
      ) : (
        <Button type={choice.state === 'accepted' ? 'default' : 'primary'} onClick={choice.toggle}>
          {choice.state === 'accepted'
            ? `✓ ${findings.accepted} · ${findings.undo}`
            : rewrite === ''
              ? findings.acceptDelete
              : findings.accept}
        </Button>
      )}
    </div>
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

/** How sure a clause is, in words; the hint says what they mean. */
export function ConfidenceMark({
  mark,
  word,
  hint,
}: {
  readonly mark: string;
  readonly word: string;
  readonly hint: string;
}): ReactElement {
  return (
    <span className={`confidence confidence-${mark}`} title={hint}>
      {word}
    </span>
  );
}
