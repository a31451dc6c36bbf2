import type { CheckResult, SourceText } from '@qingzhuang/analysis';
import { type ReactElement, useState } from 'react';
import { now } from '../../clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useMessages } from '../../ui/language.tsx';
import type { DeskDocument } from '../../desk/desk.ts';
import { download } from '../../ui/download.ts';
import { toZonedTime } from './received-at.ts';
import { editsOf, revise, takenFrom } from './revision.ts';
import type { Verdict } from './verdict.ts';
import './panels.css';

export interface ExportPanelProps {
  readonly document: DeskDocument;
  readonly source: SourceText;
  readonly result: CheckResult;
  readonly verdict: Verdict;
  readonly onClose: () => void;
}

/** Every way out of the page. The writers of files are fetched when one of them is asked for. */
export function ExportPanel({ document, source, result, verdict, onClose }: ExportPanelProps): ReactElement {
  const messages = useMessages();
  const { export: words } = messages;
  const [note, setNote] = useState('');
  const edits = editsOf(source.text, result.findings, takenFrom(result.findings, document.accepted));
  const stem = document.name.replace(/\.[^.]{1,5}$/u, '');
  const report = {
    name: document.name,
    checkedAt: toZonedTime(now()),
    headline: messages.verdict.headline(verdict),
    result,
    source,
  };

  async function run(work: () => Promise<void>, done = ''): Promise<void> {
    setNote(words.working);
    try {
      await work();
      setNote(done);
    } catch {
      setNote(words.failed);
    }
  }

  async function copy(text: string): Promise<void> {
    setNote('');
    try {
      await navigator.clipboard.writeText(text);
      setNote(words.copied);
    } catch {
      setNote(words.copyFailed);
    }
  }

  async function saveDocx(tracked: boolean): Promise<void> {
    const { writeDocx } = await import('./export-docx.ts');
    const blob = await writeDocx({ source, edits, title: result.document.title, tracked, at: now() });
    download(`${stem}${edits.length > 0 ? '（改）' : ''}.docx`, blob);
  }

  const choices: [string, string, () => void][] = [
    [words.docx, words.docxHint, () => void run(() => saveDocx(false))],
    ...(edits.length > 0
      ? ([[words.tracked, words.trackedHint, () => void run(() => saveDocx(true))]] satisfies [
          string,
          string,
          () => void,
        ][])
      : []),
    [
      words.html,
      words.htmlHint,
      () =>
        void run(async () => {
          const { writeHtmlReport } = await import('./export-html.ts');
          download(`${stem} 检查意见.html`, new Blob([writeHtmlReport(report)], { type: 'text/html' }));
        }),
    ],
    [
      words.copyReport,
      words.copyReportHint,
      () => void run(async () => copy((await import('./report-text.ts')).writeReportText(report)), words.copied),
    ],
    [words.copy, words.copyHint, () => void copy(revise(source, edits).text)],
    [
      words.json,
      words.jsonHint,
      () =>
        void run(async () => {
          const { writeJsonReport } = await import('./report-text.ts');
          download(`${stem}.json`, new Blob([writeJsonReport(report)], { type: 'application/json' }));
        }),
    ],
    [
      words.print,
      '',
      () => {
        onClose();
        // The panel must be gone before the browser takes the picture of the page.
        setTimeout(() => print(), 300);
      },
    ],
  ];

  return (
    <Dialog title={words.title} onClose={onClose}>
      <ul className="export-list">
        {choices.map(([label, hint, act]) => (
          <li key={label}>
            <button type="button" className="export-choice" onClick={act}>
              {label}
              {hint !== '' && <span>{hint}</span>}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="small">
        {note}
      </p>
    </Dialog>
  );
}
