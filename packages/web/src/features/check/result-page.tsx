import type { CheckResult, Finding, SourceText } from '@qingzhuang/analysis';
import { lazy, type ReactElement, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/language.tsx';
import { usePhone } from '../../ui/media.ts';
import { hrefOf } from '../../ui/route.ts';
import { Segments } from '../../ui/segments.tsx';
import { desk } from '../../desk/app-desk.ts';
import { BurdenMeter } from './burden-meter.tsx';
import { CheckSettings } from './check-settings.tsx';
import type { DeskDocument } from '../../desk/desk.ts';
import { DocumentSheet } from '../../sheet/document-sheet.tsx';
import type { RewriteChoice } from './finding-detail.tsx';
import { FindingList } from './finding-list.tsx';
import { FindingPopover } from './finding-popover.tsx';
import { markEvidence, readingOrder } from '../../sheet/marks.ts';
import './result-page.css';
import { isBlocked, rewritesOf, takenFrom } from './revision.ts';
import { useEvidence } from './use-evidence.ts';
import { judge } from './verdict.ts';
import { VerdictBanner } from './verdict-banner.tsx';

const RevisedView = lazy(() => import('./revised-view.tsx').then((module) => ({ default: module.RevisedView })));
const ExportPanel = lazy(() => import('./export-panel.tsx').then((module) => ({ default: module.ExportPanel })));
const KeyHelp = lazy(() => import('./key-help.tsx').then((module) => ({ default: module.KeyHelp })));
const FindingSheet = lazy(() => import('./finding-sheet.tsx').then((module) => ({ default: module.FindingSheet })));

export interface ResultPageProps {
  readonly document: DeskDocument;
  readonly source: SourceText;
  readonly result: CheckResult;
  readonly titles: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

type Tab = 'findings' | 'text' | 'revised';

/** A wide screen shows the findings beside the text. */
const DESKTOP_TABS: readonly Tab[] = ['text', 'revised'];
const PHONE_TABS: readonly Tab[] = ['findings', ...DESKTOP_TABS];

/** The answer to one text: verdict, evidence in the text, findings beside it, the revised version, exports. */
export function ResultPage({ document, source, result, titles, milliseconds }: ResultPageProps): ReactElement {
  const { tabs, verdict: words, export: exportWords } = useMessages();
  const phone = usePhone();
  const verdict = useMemo(() => judge(result, source), [result, source]);
  const [tab, setTab] = useState<Tab>(phone ? 'findings' : 'text');
  const [exporting, setExporting] = useState(false);
  const openable = verdict.reason === 'checked' || verdict.reason === 'partly-read';
  return (
    <article className="result">
      <p className="no-print result-back">
        <a className="back" href={hrefOf()}>
          ← {words.another}
        </a>
      </p>
      <div className="result-top">
        <VerdictBanner
          name={document.name}
          verdict={verdict}
          result={result}
          source={source}
          milliseconds={milliseconds}
        />
        {openable && <BurdenMeter burden={result.burden} verdict={verdict} />}
      </div>
      {openable && (
        <>
          <div className="result-bar no-print">
            <Segments<Tab>
              label={tabs.label}
              value={!phone && tab === 'findings' ? 'text' : tab}
              onChange={setTab}
              options={(phone ? PHONE_TABS : DESKTOP_TABS).map((value) => ({ value, label: tabs[value] }))}
            />
            <CheckSettings id={document.id} receivedAt={document.receivedAt} />
            <Button onClick={() => setExporting(true)}>{exportWords.title}</Button>
          </div>
          <Evidence document={document} source={source} result={result} titles={titles} tab={tab} setTab={setTab} />
        </>
      )}
      <Suspense fallback={null}>
        {exporting && (
          <ExportPanel
            document={document}
            source={source}
            result={result}
            verdict={verdict}
            onClose={() => setExporting(false)}
          />
        )}
      </Suspense>
    </article>
  );
}

interface EvidenceProps extends Omit<ResultPageProps, 'milliseconds'> {
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
}

function Evidence({ document, source, result, titles, tab, setTab }: EvidenceProps): ReactElement {
  const phone = usePhone();
  const { frame } = useMessages();
  const marks = useMemo(() => markEvidence(result.findings), [result]);
  const order = useMemo(() => readingOrder(result.findings), [result]);
  const severities = useMemo(() => result.findings.map(({ severity }) => severity), [result]);
  const taken = useMemo(() => takenFrom(result.findings, document.accepted), [result, document.accepted]);
  const sheet = useRef<HTMLDivElement>(null);
  const [asksHelp, setAsksHelp] = useState(false);

  const choiceOf = useCallback(
    (index: number): RewriteChoice | null => {
      const finding = result.findings[index];
      if (!finding || finding.end <= finding.start) return null;
      function keep(change: (taken: Map<number, string>) => void): void {
        const changed = new Map(taken);
        change(changed);
        desk.accept(document.id, rewritesOf(result.findings, changed));
      }
      return {
        state: taken.has(index) ? 'accepted' : isBlocked(result.findings, taken, index) ? 'blocked' : 'open',
        words: taken.get(index) ?? finding.rewrite,
        take: (words) => keep((changed) => changed.set(index, words)),
        undo: () => keep((changed) => changed.delete(index)),
      };
    },
    [result, taken, document.id],
  );

  const titleOf = useCallback(({ ruleId }: Finding) => titles[ruleId] ?? ruleId, [titles]);
  const evidence = useEvidence({ sheet, order, shown: tab, choiceOf, onHelp: () => setAsksHelp(true) });
  const text = (
    <div
      className="result-sheet"
      onPointerOver={evidence.onPointerOver}
      onPointerLeave={evidence.onLeave}
      onClick={evidence.onClick}
      onKeyDown={evidence.onKeyDown}
    >
      <DocumentSheet
        source={source}
        title={result.document.title}
        marks={marks}
        severities={severities}
        sheetRef={sheet}
      />
      {evidence.hover && !phone && (
        <FindingPopover
          hover={evidence.hover}
          findings={result.findings}
          titleOf={titleOf}
          choiceOf={choiceOf}
          onEnter={evidence.onEnter}
          onLeave={evidence.onLeave}
        />
      )}
    </div>
  );
  const list = (
    <FindingList
      result={result}
      titleOf={titleOf}
      order={order}
      selected={evidence.selected}
      onSelect={evidence.select}
      onShow={
        phone
          ? (index) => {
              setTab('text');
              evidence.select(index);
            }
          : null
      }
      choiceOf={choiceOf}
    />
  );
  const revised = (
    <Suspense fallback={<p className="soft">{frame.loading}</p>}>
      <RevisedView document={document} source={source} result={result} taken={taken} />
    </Suspense>
  );
  return (
    <>
      {phone ? (
        { findings: list, text, revised }[tab]
      ) : (
        <div className="result-columns">
          {tab === 'revised' ? revised : text}
          <aside className="result-side">{list}</aside>
        </div>
      )}
      <Suspense fallback={null}>
        {phone && tab === 'text' && (
          <FindingSheet
            findings={result.findings}
            order={order}
            selected={evidence.selected}
            onSelect={evidence.select}
            titleOf={titleOf}
            choiceOf={choiceOf}
          />
        )}
        {asksHelp && <KeyHelp onClose={() => setAsksHelp(false)} />}
      </Suspense>
    </>
  );
}
