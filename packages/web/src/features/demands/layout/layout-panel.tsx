import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { DOCUMENTS, FileButton } from '../../../ui/file-button.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import type { Demand } from '../queries.ts';
import { AlikeForms } from './alike-forms.tsx';
import { AssessedFields } from './assessed-fields.tsx';
import { FieldChoices } from './field-choices.tsx';
import './layout.css';
import { NewFields } from './new-fields.tsx';
import { Populations } from './populations.tsx';
import { type Assessment, type FormChange, type Layout, useAssessment, useFormChange, useLayout } from './queries.ts';
import { Suggestions } from './suggestions.tsx';
import { Terms } from './terms.tsx';
import { Verdict } from './verdict.tsx';
import { useLayoutWords } from './words.ts';

interface LayoutPanelProps {
  readonly demand: Demand;
  /** Something typed in the fields has not been saved: the new version would go past it. */
  readonly isDirty?: boolean;
}

/** The form of a demand: what the county holds of it already, what has to be decided, and what would cost less. */
export function LayoutPanel({ demand, isDirty = false }: LayoutPanelProps): ReactElement | null {
  const { data: layout, error } = useLayout(demand);
  if (layout === undefined) return <RefusalNote error={error} />;
  if (layout === null && !mayAttach(demand)) return null;
  return <Panel demand={demand} layout={layout} isDirty={isDirty} />;
}

function Panel({
  demand,
  layout,
  isDirty,
}: Required<LayoutPanelProps> & { readonly layout: Layout | null }): ReactElement {
  const words = useLayoutWords();
  const changing = useFormChange(demand);
  const part = { demand, isBusy: changing.isPending || isDirty, onChange: changing.mutate };
  return (
    <section className="panel stack layout">
      <h2>{words.title}</h2>
      {layout === null ? <p className="soft small">{words.offer}</p> : <Read {...part} layout={layout} />}
      {demand.actions.includes('revise') && <Files {...part} layout={layout} />}
      {isDirty && <p className="soft small">{words.saveFirst}</p>}
      <p role="status" className="soft small">
        {changing.isPending && words.reading}
      </p>
      <RefusalNote error={changing.error} />
    </section>
  );
}

/** A form may travel with anything, but only where there is a file, or where filling in is what is asked. */
function mayAttach({ actions, details, files }: Demand): boolean {
  return actions.includes('revise') && (details.kind === 'form' || files.length > 0);
}

interface PartProps {
  readonly demand: Demand;
  readonly isBusy: boolean;
  readonly onChange: (change: FormChange) => void;
}

function Read({ layout, demand, isBusy, onChange }: PartProps & { readonly layout: Layout }): ReactElement {
  const { data: assessment, error } = useAssessment(layout);
  return (
    <>
      <RefusalNote error={error} />
      {assessment && <Verdict assessment={assessment} />}
      {layout.mayDecide ? (
        <Open {...{ layout, assessment, isBusy, onChange }} />
      ) : (
        <Populations layout={layout} isBusy onChange={null} />
      )}
      {assessment && <AlikeForms assessment={assessment} />}
      {assessment && <AssessedFields layout={layout} assessment={assessment} isBusy={isBusy} onChange={onChange} />}
      <Answers demand={demand} />
    </>
  );
}

interface OpenProps extends Omit<PartProps, 'demand'> {
  readonly layout: Layout;
  readonly assessment: Assessment | undefined;
}

/** What the drafter decides, the most pressing first. */
function Open({ layout, assessment, isBusy, onChange }: OpenProps): ReactElement {
  function decide(decisions: Extract<FormChange, { decide: unknown }>['decide']): void {
    onChange({ decide: decisions });
  }
  return (
    <>
      {assessment && <Suggestions assessment={assessment} isBusy={isBusy} onDecide={decide} />}
      <FieldChoices layout={layout} isBusy={isBusy} onDecide={decide} />
      <NewFields layout={layout} isBusy={isBusy} onDecide={decide} />
      <Populations layout={layout} isBusy={isBusy} onChange={decide} />
      <Terms layout={layout} isBusy={isBusy} onDecide={decide} />
    </>
  );
}

/** The answers in the issuer's own workbook, once the demand is out. */
function Answers({ demand: { id, code } }: { readonly demand: Demand }): ReactElement | null {
  const words = useLayoutWords();
  if (code === null) return null;
  return (
    <p className="no-print">
      <Button href={`/api/v1/demands/${id}/form/workbook`} download>
        {words.answers}
      </Button>
    </p>
  );
}

interface FilesProps extends PartProps {
  readonly layout: Layout | null;
}

function Files({ demand: { files }, layout, isBusy, onChange }: FilesProps): ReactElement {
  const words = useLayoutWords();
  return (
    <div className="row">
      {layout === null &&
        files.map(({ sha256, name }) => (
          <Button key={sha256} disabled={isBusy} onClick={() => onChange({ read: sha256 })}>
            {words.readThis(name)}
          </Button>
        ))}
      <FileButton
        label={layout === null ? words.attach : words.replace}
        accept={DOCUMENTS}
        disabled={isBusy}
        onFiles={([file]) => file && onChange({ attach: file })}
      />
      {layout !== null && (
        <Button disabled={isBusy} onClick={() => onChange({ remove: true })}>
          {words.remove}
        </Button>
      )}
    </div>
  );
}
