import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useWords } from '../words.tsx';
import { Button } from './button.tsx';
import { FileButton, TABLES } from './file-button.tsx';
import { RefusalNote } from './refusal-note.tsx';
import './work.css';

/** What an import has done, or would do. */
interface ImportReport {
  readonly applied: boolean;
  readonly created: number;
  readonly updated: number;
  readonly ignored: number;
  readonly conflicts: readonly { readonly line: number; readonly reason: string }[];
}

interface ImportProps {
  readonly title: string;
  readonly hint: string;
  /** What is read anew afterwards. */
  readonly refreshes: QueryKey;
}

interface ImportPanelProps extends ImportProps {
  /** Null while something is missing. */
  readonly run: ((dryRun: boolean) => Promise<ImportReport>) | null;
  readonly children?: ReactNode;
}

/** A way to bring records in: first what it would do, then the button that does it. */
export function ImportPanel({ title, hint, refreshes, run, children }: ImportPanelProps): ReactElement {
  const { imports: words } = useWords();
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: (dryRun: boolean) => run?.(dryRun) ?? Promise.reject(new Error('There is no table yet.')),
    onSuccess: ({ applied }) => (applied ? queries.invalidateQueries({ queryKey: refreshes }) : undefined),
  });
  const report = importing.data;
  const mayApply = report !== undefined && !report.applied && report.conflicts.length === 0;
  return (
    <section className="panel stack">
      <h2>{title}</h2>
      <p className="soft">{hint}</p>
      {children}
      <div className="row">
        <Button disabled={run === null || importing.isPending} onClick={() => importing.mutate(true)}>
          {importing.isPending ? words.working : words.tryFirst}
        </Button>
        {mayApply && (
          <Button kind="primary" disabled={importing.isPending} onClick={() => importing.mutate(false)}>
            {words.apply}
          </Button>
        )}
      </div>
      <div role="status">{report && <Report report={report} />}</div>
      <RefusalNote error={importing.error} />
    </section>
  );
}

interface TableImportProps extends ImportProps {
  readonly run: (file: File, dryRun: boolean) => Promise<ImportReport>;
  /** Stands beside the chosen table. */
  readonly children?: ReactNode;
}

/** The same from a table that is chosen first; another table begins anew. */
export function TableImport({ run, children, ...props }: TableImportProps): ReactElement {
  const { imports: words } = useWords();
  const [file, setFile] = useState<File | null>(null);
  return (
    <ImportPanel
      key={file === null ? '' : `${file.name}/${String(file.lastModified)}/${String(file.size)}`}
      {...props}
      run={file === null ? null : (dryRun) => run(file, dryRun)}
    >
      <div className="row">
        <FileButton label={words.choose} accept={TABLES} onFiles={([chosen]) => setFile(chosen ?? null)} />
        <span>{file?.name}</span>
        {children}
      </div>
    </ImportPanel>
  );
}

const MOST_CONFLICTS = 100;

function Report({ report }: { readonly report: ImportReport }): ReactElement {
  const { imports: words } = useWords();
  const { applied, created, updated, ignored, conflicts } = report;
  return (
    <div className={conflicts.length > 0 ? 'note note-warning' : 'note'}>
      <p>
        {applied ? words.done : words.wouldDo}：{words.counts(created, updated, ignored)}
      </p>
      {conflicts.length > 0 && (
        <>
          <p>{words.conflicts(conflicts.length)}</p>
          <ul>
            {conflicts.slice(0, MOST_CONFLICTS).map(({ line, reason }, index) => (
              <li key={index}>
                {words.line(line)}：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
