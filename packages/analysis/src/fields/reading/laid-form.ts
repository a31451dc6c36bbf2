/** A form with where its words stand in the text: what the checker points at. */
import type { Field, Form } from '../form.ts';

export interface LaidForm {
  readonly form: Form;
  /** Offsets in the source text; in the order of `form.fields`: where the own words of each label stand. */
  readonly start: number;
  readonly end: number;
  readonly labels: readonly { readonly start: number; readonly end: number }[];
  readonly blankCells: number;
  /** The lines that its title is made of, folded. */
  readonly titleLines: readonly string[];
}

/** A field before it is known what its form says of all of them. */
export interface LaidField {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}
