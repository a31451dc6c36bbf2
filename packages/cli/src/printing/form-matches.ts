import type { Element, Field, FieldMatch, Form } from '@qingzhuang/analysis';

/** What `match` found: every form of a file, and for each field the element that it asks for. */
export interface FormMatchReport {
  readonly path: string;
  readonly catalogue: readonly Element[];
  readonly forms: readonly MatchedForm[];
}

export interface MatchedForm {
  readonly form: Form;
  readonly fields: readonly MatchedField[];
}

export interface MatchedField {
  readonly field: Field;
  readonly match: FieldMatch;
}

/** How many fields a person is asked for, and how many of them the catalogue has. */
export interface ReuseCount {
  readonly asked: number;
  readonly known: number;
  readonly computed: number;
}

export function countReusable(forms: readonly MatchedForm[]): ReuseCount {
  const fields = forms.flatMap((form) => form.fields);
  const asked = fields.filter(({ field }) => !field.isComputed);
  return {
    asked: asked.length,
    known: asked.filter(({ match }) => match.element !== null).length,
    computed: fields.length - asked.length,
  };
}

/** 0 to 1; 0 of a file that asks nothing. */
export function reusableShare({ asked, known }: ReuseCount): number {
  return asked === 0 ? 0 : known / asked;
}

/** The wire format. Its keys keep the published order. */
export function formatFormMatches({ path, forms }: FormMatchReport): string {
  const fields = forms.flatMap((form) =>
    form.fields.map(({ field, match }) => ({
      sheet: form.form.sheet,
      cell: field.cell,
      label: field.label,
      unit: field.unit,
      type: field.type,
      element: match.element,
      confidence: rounded(match.confidence),
      derived: match.derived,
      computed: field.isComputed,
      candidates: match.candidates.map((one) => ({ ...one, confidence: rounded(one.confidence) })),
    })),
  );
  const wire = { version: 1, path, fields, reusableShare: reusableShare(countReusable(forms)) };
  return `${JSON.stringify(wire, null, 2)}\n`;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
