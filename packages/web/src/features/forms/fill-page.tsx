import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { now } from '../../clock.ts';
import type { Fill } from '../../fills.ts';
import { useMe } from '../../me.tsx';
import { dayFrom } from '../../ui/dates.ts';
import { usePhone } from '../../ui/media.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { hrefOf } from '../../ui/route.ts';
import { useWords } from '../../words.tsx';
import type { FillForm } from './draft.ts';
import { FillAbout, FillHead } from './fill-head.tsx';
import { FillSteps } from './fill-steps.tsx';
import './forms.css';
import { useFill } from './queries.ts';
import { type CheckRow, createRowReader, standingOf } from './standing.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { useMoved } from './use-moved.ts';
import { useFillingWords } from './words.ts';

const AskCells = lazy(() => import('./ask-cells.tsx').then((module) => ({ default: module.AskCells })));
// Most forms have none.
const Conflicts = lazy(() => import('./conflicts.tsx').then((module) => ({ default: module.Conflicts })));
const MovedNote = lazy(() => import('./moved-note.tsx').then((module) => ({ default: module.MovedNote })));
const FillTroubles = lazy(() => import('./troubles.tsx').then((module) => ({ default: module.FillTroubles })));
// A phone shows the one, below what it asks, and a desk the other.
const RowList = lazy(() => import('./row-list.tsx').then((module) => ({ default: module.RowList })));
const FillTable = lazy(() => import('./fill-table.tsx').then((module) => ({ default: module.FillTable })));

interface FillPageProps {
  readonly unit: string;
  readonly demand: string;
}

/** 办理 a form: what is known stands there with source and date, only the unknown is asked, one tap confirms the rest. */
export function FillPage({ unit, demand }: FillPageProps): ReactElement {
  const { loading } = useWords();
  const { data: fill, error } = useFill({ unit, demand });
  return (
    <article className="fill">
      <p className="no-print">
        <Back unit={unit} />
      </p>
      {fill === undefined && error === null && <h1 className="task-loading">{loading}</h1>}
      {fill === undefined && <RefusalNote error={error} />}
      {fill && <FillView server={fill} />}
    </article>
  );
}

/** A village comes from its list, and its township from the forms that it checks. */
function Back({ unit }: Pick<FillPageProps, 'unit'>): ReactElement {
  const { approvals: words } = useFillingWords();
  const { posts } = useMe();
  const township = `${unit.slice(0, 9)}000`;
  const checks = township !== unit && posts.some((post) => post.unit === township);
  return (
    <a className="back" href={checks ? hrefOf('inbox', township, 'approvals') : hrefOf('inbox')}>
      ← {checks ? words.backHere : words.back}
    </a>
  );
}

function FillView({ server }: { readonly server: Fill }): ReactElement {
  const draft = useDraft(server);
  const { fill } = draft;
  const moved = useMoved(server);
  const phone = usePhone();
  const readers = useReaders(server.forms);
  const standing = useMemo(() => standingOf(fill, readers), [fill, readers]);
  // On a phone what has to be filled in comes before what sends it.
  const asks = phone && fill.mayEdit;
  return (
    <>
      <FillHead draft={draft} standing={standing} />
      <Suspense>
        <FillTroubles draft={draft} />
      </Suspense>
      {moved.rows.length > 0 && (
        <Suspense>
          <MovedNote rows={moved.rows} onLooked={moved.looked} />
        </Suspense>
      )}
      {standing.conflicts.length > 0 && (
        <Suspense>
          <Conflicts
            places={standing.conflicts}
            sources={fill.sources}
            onEdit={fill.mayEdit ? draft.edit : undefined}
          />
        </Suspense>
      )}
      {!asks && <FillSteps draft={draft} standing={standing} />}
      {asks && (
        <Suspense>
          <AskCells fill={fill} toDo={standing.toDo} onEdit={draft.edit} />
        </Suspense>
      )}
      {asks && <FillSteps draft={draft} standing={standing} />}
      {fill.forms.map((form) => (
        <OneForm key={form.form} form={form} draft={draft} reader={readers.get(form.form)} isPhone={phone} />
      ))}
      <FillAbout fill={fill} />
    </>
  );
}

interface OneFormProps {
  readonly form: FillForm;
  readonly draft: Draft;
  readonly reader: CheckRow | undefined;
  readonly isPhone: boolean;
}

/** One table of the file: rows to unfold on a phone, a sheet elsewhere. */
function OneForm({ form, draft, reader, isPhone }: OneFormProps): ReactElement | null {
  const { fill, edit } = draft;
  const rows = useMemo(() => fill.rows.filter((row) => row.form === form.form), [fill.rows, form.form]);
  if (reader === undefined) return null;
  const onEdit = fill.mayEdit ? edit : undefined;
  const shared = { form, rows, read: reader, sources: fill.sources, onEdit };
  return (
    <Suspense>
      {isPhone ? <RowList {...shared} isAlone={fill.forms.length === 1} /> : <FillTable {...shared} />}
    </Suspense>
  );
}

// The fields do not change while a form is filled in: a row that was read stays read.
function useReaders(forms: readonly FillForm[]): ReadonlyMap<number, CheckRow> {
  const shape = JSON.stringify(forms);
  return useMemo(() => {
    const today = dayFrom(now(), 0);
    return new Map((JSON.parse(shape) as FillForm[]).map((form) => [form.form, createRowReader(form, today)]));
  }, [shape]);
}
