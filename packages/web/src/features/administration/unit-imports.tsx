import { organisations, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { useApi } from '../../api.tsx';
import { useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';

type Report = DeepReadonly<organisations.UnitImport>;

/** Two ways to bring a county's units in. Both show first what they would do. */
export function UnitImports(): ReactElement {
  const {
    administration: { units: words },
  } = useWords();
  const { county } = useMe();
  const call = useApi();
  const [file, setFile] = useState<File | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Import
        key={county}
        title={words.byCode}
        hint={words.byCodeHint(county)}
        run={(dryRun) => call(organisations.importDivisions, { dryRun })}
      />
      <Import
        key={file === null ? '' : `${file.name}/${String(file.lastModified)}/${String(file.size)}`}
        title={words.byTable}
        hint={words.byTableHint}
        run={file === null ? null : (dryRun) => call(organisations.importUnits, { file, dryRun })}
      >
        <div className="row">
          <Button onClick={() => chooser.current?.click()}>{words.choose}</Button>
          <span>{file?.name}</span>
          <a href="/api/v1/units/export.xlsx" download>
            {words.export}
          </a>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.xls,.ods,.csv"
          aria-label={words.choose}
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null);
            target.value = '';
          }}
        />
      </Import>
    </>
  );
}

interface ImportProps {
  readonly title: string;
  readonly hint: string;
  /** Null while something is missing. */
  readonly run: ((dryRun: boolean) => Promise<Report>) | null;
  readonly children?: ReactElement[];
}

function Import({ title, hint, run, children }: ImportProps): ReactElement {
  const {
    administration: { units: words },
  } = useWords();
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: (dryRun: boolean) => run?.(dryRun) ?? Promise.reject(new Error('There is no table yet.')),
    onSuccess: ({ applied }) => (applied ? queries.invalidateQueries({ queryKey: ['units'] }) : undefined),
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
      <div role="status">{report && <ImportReport report={report} />}</div>
      <RefusalNote error={importing.error} />
    </section>
  );
}

const MOST_CONFLICTS = 100;

function ImportReport({ report }: { readonly report: Report }): ReactElement {
  const {
    administration: { units: words },
  } = useWords();
  const { applied, created, updated, ignored, conflicts } = report;
  const counts = [words.created(created), words.updated(updated), words.ignored(ignored)].join('，');
  return (
    <div className={conflicts.length > 0 ? 'note note-warning' : 'note'}>
      <p>
        {applied ? words.done : words.wouldDo}：{counts}
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
