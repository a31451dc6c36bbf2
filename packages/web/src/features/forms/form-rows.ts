import type { Fill } from '../../fills.ts';
import type { FillForm, Row } from './draft.ts';
import type { CheckRow } from './standing.ts';
import type { Draft } from './use-draft.ts';

/** What a table of a form is shown from. */
export interface FormRowsProps {
  readonly form: FillForm;
  readonly rows: readonly Row[];
  readonly read: CheckRow;
  readonly sources: Fill['sources'];
  readonly onEdit: Draft['edit'] | undefined;
}
