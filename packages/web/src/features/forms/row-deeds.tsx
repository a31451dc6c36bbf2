import type { ReactElement } from 'react';
import { nameDeed } from '../../offline/name-deed.ts';
import { Button } from '../../ui/button.tsx';
import type { FillForm, NewEdit, Row } from './draft.ts';
import { useFillingWords } from './words.ts';

type Removal = Extract<NewEdit, { do: 'remove-row' }>['reason'];

interface RowDeedsProps {
  readonly row: Row;
  readonly form: FillForm;
  readonly onEdit: ((edit: NewEdit) => void) | undefined;
}

/** Strikes a row out, with a reason, or restores it. */
export function RowDeeds({ row, form, onEdit }: RowDeedsProps): ReactElement | null {
  const { row: words } = useFillingWords();
  if (row.removed !== null) {
    return (
      <p className="row">
        <span className="soft">{words.removed(sayReason(words.reasons, row.removed))}</span>
        {onEdit && <Button onClick={() => onEdit({ do: 'restore-row', row: row.row })}>{words.restore}</Button>}
      </p>
    );
  }
  if (onEdit === undefined || !form.mayAddRows) return null;
  return (
    <p>
      <select
        className="field"
        aria-label={words.remove}
        value=""
        onChange={({ target }) => onEdit({ do: 'remove-row', row: row.row, reason: target.value as Removal })}
      >
        <option value="">{words.remove}…</option>
        {Object.entries(words.reasons).map(([reason, says]) => (
          <option key={reason} value={reason}>
            {says}
          </option>
        ))}
      </select>
    </p>
  );
}

function sayReason(reasons: Readonly<Record<string, string>>, reason: string): string {
  return reasons[reason] ?? reason;
}

/** Adds a row at the end, where the form may grow. */
export function AddRow({
  form,
  isFirst,
  onEdit,
}: Pick<RowDeedsProps, 'form' | 'onEdit'> & { readonly isFirst: boolean }): ReactElement | null {
  const { row: words } = useFillingWords();
  if (onEdit === undefined || !form.mayAddRows) return null;
  return (
    <p className="no-print">
      <Button
        {...(isFirst && { kind: 'primary', large: true })}
        onClick={() => onEdit({ do: 'add-row', form: form.form, row: nameDeed() })}
      >
        ＋ {words.add}
      </Button>
    </p>
  );
}
