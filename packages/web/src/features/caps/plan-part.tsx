import { caps, type DeepReadonly } from '@qingzhuang/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { useApi } from '../../api.tsx';
import { holds, useMe } from '../../me.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { useWords } from '../../words.tsx';

type Item = DeepReadonly<caps.PlanItem>;
type Report = DeepReadonly<caps.PlanImport>;

/** The year's plan with what was used of each item; the office imports it. */
export function PlanPart({ year }: { readonly year: number }): ReactElement {
  const {
    caps: { plan: words },
    loading,
  } = useWords();
  const mayImport = holds(useMe(), 'office');
  const { data, error, hasNextPage, fetchNextPage } = usePlan(year);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="caps-plan">
      <section className="panel stack">
        <p className="soft">{words.lead}</p>
        <RefusalNote error={error} />
        {!data && error === null && <p className="soft">{loading}</p>}
        {data && items.length === 0 && <p>{words.none}</p>}
        <ul className="lines">
          {items.map((item) => (
            <PlanLine key={item.number} item={item} />
          ))}
        </ul>
        {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
        {items.length > 0 && (
          <p className="row">
            <a href={`/api/v1/plan-items/export.xlsx?year=${String(year)}`} download>
              {words.export}
            </a>
            <a href={`/api/v1/plan-items/export.csv?year=${String(year)}`} download>
              {words.exportCsv}
            </a>
          </p>
        )}
      </section>
      {mayImport && <PlanImport year={year} />}
    </div>
  );
}

function usePlan(year: number) {
  const call = useApi();
  return useInfiniteQuery({
    queryKey: ['plan', year],
    queryFn: ({ pageParam }) => call(caps.listPlanItems, { year, ...(pageParam !== null && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

function PlanLine({ item }: { readonly item: Item }): ReactElement {
  const {
    caps: { plan: words },
    demandKinds,
  } = useWords();
  const { number, kind, title, month, issuerName, count, used } = item;
  return (
    <li>
      <span className="lines-main">
        {title}
        <small>
          {number} · {demandKinds[kind]} · {issuerName} · {month === null ? words.anyMonth : words.month(month)}
        </small>
      </span>
      <span className="caps-plan-used">
        {count === 0 ? words.dropped : words.count(used, count)}
        {count > 0 && <ShareBar share={used / count} />}
      </span>
    </li>
  );
}

function PlanImport({ year }: { readonly year: number }): ReactElement {
  const {
    caps: { plan: words, saving },
  } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const importing = useMutation({
    mutationFn: ({ table, dryRun }: { readonly table: File; readonly dryRun: boolean }) =>
      call(caps.importPlan, { year, dryRun, file: table }),
    onSuccess: ({ applied }) => (applied ? queries.invalidateQueries({ queryKey: ['plan', year] }) : undefined),
  });
  const report = importing.data;
  const mayApply = report !== undefined && !report.applied && report.conflicts.length === 0;
  return (
    <section className="panel stack">
      <h2>{words.importTitle}</h2>
      <p className="soft">{words.importHint}</p>
      <div className="row">
        <Button onClick={() => chooser.current?.click()}>{words.file}</Button>
        <span>{file?.name}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.xls,.ods,.csv"
        aria-label={words.file}
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null);
          importing.reset();
          target.value = '';
        }}
      />
      {file !== null && (
        <div className="row">
          <Button disabled={importing.isPending} onClick={() => importing.mutate({ table: file, dryRun: true })}>
            {importing.isPending ? saving : words.tryFirst}
          </Button>
          {mayApply && (
            <Button
              kind="primary"
              disabled={importing.isPending}
              onClick={() => importing.mutate({ table: file, dryRun: false })}
            >
              {words.apply}
            </Button>
          )}
        </div>
      )}
      <div role="status">{report && <ImportReport report={report} />}</div>
      <RefusalNote error={importing.error} />
    </section>
  );
}

const MOST_CONFLICTS = 100;

function ImportReport({ report }: { readonly report: Report }): ReactElement {
  const {
    caps: { plan: words },
  } = useWords();
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
