import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../ui/language.tsx';
import type { RuleEntry } from '../../desk/check-protocol.ts';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { useRulebook } from '../../desk/rulebook.ts';
import './rules-page.css';
import { matchesSearch, splitExample } from './rule-search.ts';

/** Every rule with what it reports, what it lets pass, its basis and how sure that is. `#/rules/AREA/NAME` opens one. */
export function RulesPage({ ruleId }: { readonly ruleId: string | null }): ReactElement {
  const { rules: words } = useMessages();
  const rulebook = useRulebook();
  const [search, setSearch] = useState('');
  const found = (rulebook?.rules ?? []).filter((rule) => matchesSearch(rule, search));
  const areas = [...new Set(found.map(areaOf))];
  return (
    <article className="rules">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      <div className="rules-search no-print">
        <input
          className="field"
          type="search"
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <span className="soft" role="status">
          {rulebook === null ? words.loading : words.count(found.length)}
        </span>
      </div>
      {rulebook !== null && found.length === 0 && <p>{words.none}</p>}
      {areas.map((area) => (
        <section key={area}>
          <h2>{words.areas[area] ?? area}</h2>
          {found
            .filter((rule) => areaOf(rule) === area)
            .map((rule) => (
              <Rule key={rule.id} rule={rule} wanted={rule.id === ruleId} />
            ))}
        </section>
      ))}
    </article>
  );
}

function Rule({ rule, wanted }: { readonly rule: RuleEntry; readonly wanted: boolean }): ReactElement {
  const { rules: words, severity, confidence, confidenceHint, findings } = useMessages();
  const [open, setOpen] = useState(wanted);
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!wanted) return;
    setOpen(true);
    box.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return (
    <details ref={box} className="rule card" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <b>{rule.title}</b>
        {rule.severity !== 'off' && (
          <span className={`rule-severity rule-${rule.severity}`}>
            <i className={`dot dot-${rule.severity}`} /> {severity[rule.severity]}
          </span>
        )}
      </summary>
      {open && (
        <div className="rule-body">
          <Examples title={words.fires} texts={rule.bad} />
          <Examples title={words.passes} texts={rule.good} />
          <p>
            <b className="rule-label">{findings.suggestion}</b>
            {rule.suggestion.replace(/\{[^}]*\}/gu, '…')}
          </p>
          {rule.needsMore && <p className="soft">{words.needs}</p>}
          <div>
            <b className="rule-label">{words.basis}</b>
            <ul>
              {rule.basis.map(({ key, title, clause, confidence: mark }) => (
                <li key={key}>
                  {title} {clause} <ConfidenceMark mark={mark} word={confidence[mark]} hint={confidenceHint[mark]} />
                </li>
              ))}
              {rule.basis.length === 0 && (
                <li>
                  <ConfidenceMark mark="house" word={confidence.house} hint={confidenceHint.house} />
                </li>
              )}
            </ul>
          </div>
          {rule.options.length > 0 && (
            <div>
              <b className="rule-label">{words.options}</b>
              <ul>
                {rule.options.map(({ meaning, value }) => (
                  <li key={meaning}>
                    {meaning}：{value}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p className="soft small">
            {words.id}：<code>{rule.id}</code>
          </p>
        </div>
      )}
    </details>
  );
}

function Examples({
  title,
  texts,
}: {
  readonly title: string;
  readonly texts: readonly string[];
}): ReactElement | null {
  if (texts.length === 0) return null;
  return (
    <div>
      <b className="rule-label">{title}</b>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            {splitExample(text).map(({ words, reported }, index) =>
              reported ? <mark key={index}>{words}</mark> : words,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function areaOf({ id }: RuleEntry): string {
  return id.split('/')[0] ?? id;
}
