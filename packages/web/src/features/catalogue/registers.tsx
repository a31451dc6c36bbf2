import { facts, type DeepReadonly } from '@qingzhuang/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useApi } from '../../api.tsx';
import { now } from '../../clock.ts';
import { usePages } from '../../use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { dayFrom, sayInstant } from '../../ui/dates.ts';
import { TextEntry } from '../../ui/entry.tsx';
import { FileButton, TABLES } from '../../ui/file-button.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { useWords } from '../../words.tsx';
import { ChoiceEntry, OwnUnitEntry, UnitEntry, useOwnUnit } from './entries.tsx';
import { useCatalogueWords } from './words.ts';

type Report = DeepReadonly<facts.RegisterImport>;

const ROLES = ['drafter', 'unit-lead', 'bearer-clerk', 'office'] as const;
const MOST_FAULTS = 50;

/** A register that some office keeps is brought in once; every form is prefilled from it afterwards. */
export function Registers(): ReactElement {
  return (
    <>
      <RegisterDesk />
      <Batches />
    </>
  );
}

function RegisterDesk(): ReactElement {
  const words = useCatalogueWords();
  const { imports } = useWords();
  const call = useApi();
  const queries = useQueryClient();
  const [by, setBy] = useOwnUnit(...ROLES);
  const [chosenUnit, setUnit] = useState<string | null>(null);
  const [entity, setEntity] = useState<facts.Subject['entity']>('person');
  const [name, setName] = useState('');
  const [asOf, setAsOf] = useState(() => dayFrom(now(), 0));
  const [file, setFile] = useState<File | null>(null);
  const unit = chosenUnit ?? by;
  const importing = useMutation({
    mutationFn: (dryRun: boolean) =>
      file === null
        ? Promise.reject(new Error('There is no table yet.'))
        : call(facts.importRegister, { unit, entity, name: name.trim(), asOf, by, file, dryRun }),
    onSuccess: ({ applied }) => (applied ? queries.invalidateQueries({ queryKey: ['batches'] }) : undefined),
  });
  const report = importing.data;
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        importing.mutate(true);
      }}
      // What was tried holds for what stood there then.
      onChange={() => importing.reset()}
    >
      <h2>{words.registersTitle}</h2>
      <p className="soft">{words.registersHint}</p>
      <div className="catalogue-fields">
        <UnitEntry label={words.registerUnit} value={unit} onChange={setUnit} />
        <ChoiceEntry label={words.registerEntity} value={entity} names={words.entities} onChange={setEntity} />
        <TextEntry
          label={words.registerName}
          hint={words.registerNameHint}
          value={name}
          onChange={setName}
          longest={60}
          required
        />
        <TextEntry
          label={words.registerAsOf}
          type="date"
          value={asOf}
          onChange={setAsOf}
          max={dayFrom(now(), 0)}
          required
        />
        <OwnUnitEntry label={words.registerBy} value={by} onChange={setBy} roles={ROLES} />
      </div>
      <div className="row">
        <FileButton label={imports.choose} accept={TABLES} onFiles={([chosen]) => setFile(chosen ?? null)} />
        <span>{file?.name}</span>
      </div>
      <div className="row">
        <Button type="submit" disabled={file === null || importing.isPending}>
          {importing.isPending ? imports.working : imports.tryFirst}
        </Button>
        {report?.applied === false && report.created + report.updated + report.confirmed > 0 && (
          <Button kind="primary" disabled={importing.isPending} onClick={() => importing.mutate(false)}>
            {imports.apply}
          </Button>
        )}
      </div>
      <div role="status">{report && <RegisterReport report={report} />}</div>
      <RefusalNote error={importing.error} />
    </form>
  );
}

function RegisterReport({ report }: { readonly report: Report }): ReactElement {
  const words = useCatalogueWords();
  const { imports } = useWords();
  const { applied, rows, created, updated, ignored, conflicts, faultCount, faults, columns } = report;
  return (
    <div className={faultCount > 0 ? 'note note-warning' : 'note'}>
      <p>
        {applied ? imports.done : imports.wouldDo}：{words.registerCounts(rows, created, updated, ignored)}
      </p>
      {conflicts > 0 && <p>{words.registerConflicts(conflicts)}</p>}
      <details>
        <summary>{words.columns}</summary>
        <ul>
          {columns.map(({ column, name }) => (
            <li key={column}>
              {column} → {name ?? words.notImported}
            </li>
          ))}
        </ul>
      </details>
      {faultCount > 0 && (
        <>
          <p>{words.registerFaults(faultCount)}</p>
          <ul>
            {faults.slice(0, MOST_FAULTS).map(({ line, column, reason }, index) => (
              <li key={index}>
                {words.faultAt(line, column)}：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** What has been written so far, and in whose name. */
function Batches(): ReactElement {
  const words = useCatalogueWords();
  const [{ language }] = usePreferences();
  const call = useApi();
  const { items, isRead, error, more } = usePages(['batches'], (from) => call(facts.listFactBatches, from));
  return (
    <section className="panel stack">
      <h2>{words.batches}</h2>
      <RefusalNote error={error} />
      {isRead && items.length === 0 && <p className="soft">{words.noBatches}</p>}
      <ul className="lines">
        {items.map(({ id, kind, name, created, updated, confirmed, conflicts, at }) => (
          <li key={id}>
            <span className="tag">{words.kinds[kind]}</span>
            <span className="lines-main">
              {name}
              <small>{words.batchCounts(created, updated, confirmed, conflicts)}</small>
            </span>
            <span className="soft small">{sayInstant(at, language, now())}</span>
          </li>
        ))}
      </ul>
      {more && (
        <div>
          <Button onClick={more}>{words.more}</Button>
        </div>
      )}
    </section>
  );
}
