/** A form as it lies in a file: what it asks, and where each answer goes. Rows and columns count from 1. */

/** What may be written into a field. */
export type FieldType =
  'text' | 'long-text' | 'number' | 'date' | 'choice' | 'boolean' | 'identity-number' | 'phone' | 'file';

/**
 * `list`: a row for each subject; `card`: one subject, its values beside or below their labels; `matrix`: a value where a
 * row header and a column header meet.
 */
export type FormShape = 'list' | 'card' | 'matrix';

/** The four marks of a lawful statistical form, and the head around them. Null where the form does not show it. */
export interface FormMarks {
  readonly formNo: string | null;
  readonly maker: string | null;
  readonly approvalNo: string | null;
  readonly validUntil: string | null;
}

export interface Form {
  readonly sheet: string | null;
  /** Which of the tables of the text holds it, from 0; null where the form is made of label lines. */
  readonly table: number | null;
  readonly title: string | null;
  readonly marks: FormMarks;
  /** The period it reports on, and how often it is asked, as printed. */
  readonly period: string | null;
  readonly frequency: string | null;
  /** The unit of measure that the head gives for the whole form. */
  readonly unit: string | null;
  readonly shape: FormShape;
  readonly fields: readonly Field[];
  /** Of a list: the rows that take subjects; notes, totals and signatures below are not among them. */
  readonly rows: SubjectRows | null;
}

export interface SubjectRows {
  readonly first: number;
  readonly last: number;
  /** How many rows each subject takes where it is more than one; its lower fields stand in the lower rows. */
  readonly each?: number;
}

export interface Field {
  /** From the outermost header to the field's own words: `['户主', '姓名']`. Never empty. */
  readonly label: readonly string[];
  /** Where the (first) value goes, as a sheet names it: `C4`. A table of a text document counts the same way. */
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly type: FieldType;
  readonly unit: string | null;
  /** The answers that the form offers, in order; null where it offers none. */
  readonly options: readonly string[] | null;
  /** The serial number, a total or another value that the form itself computes: nobody is asked for it. */
  readonly isComputed: boolean;
}
