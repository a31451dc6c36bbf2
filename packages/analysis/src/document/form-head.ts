/** The forms inside a text as the rules see them: what `readLaidForms` reads, by offsets of the normalised text. */
import { readLaidForms } from '../fields/reading/read-forms.ts';
import type { LaidForm } from '../fields/reading/laid-form.ts';
import type { FormMarks } from '../fields/form.ts';
import { normalise } from './normalise.ts';
import type { NormalisedText } from './normalised.ts';
import type { SourceText } from './source-text.ts';
import type { Span } from './stance.ts';

/** Spans are into the normalised text. */
export interface FormHead extends Span, FormMarks {
  readonly title: string | null;
  readonly frequency: string | null;
  /** What bearers are asked for; the form's own serial numbers and totals are not among them. */
  readonly fields: readonly FormField[];
  readonly blankCells: number;
}

/** The span is that of the printed label. */
export interface FormField extends Span {
  /** From the outermost header to the field's own words. */
  readonly label: readonly string[];
}

/** The forms of a text in order. */
export function readFormHeads(normalised: NormalisedText, source: SourceText): FormHead[] {
  return readLaidForms(source).map((laid) => headOf(laid, normalised));
}

function headOf(laid: LaidForm, { text, fromSource }: NormalisedText): FormHead {
  const { form, blankCells } = laid;
  const start = fromSource(laid.start);
  return {
    start,
    end: fromSource(laid.end),
    title: printedTitle(laid, text.slice(0, fromSource(laid.end))),
    ...form.marks,
    frequency: form.frequency,
    fields: form.fields.flatMap(({ label, isComputed }, at) => {
      const place = laid.labels[at] ?? laid;
      return isComputed ? [] : [{ label, start: fromSource(place.start), end: fromSource(place.end) }];
    }),
    blankCells,
  };
}

/** A title on one line, else the last of its lines, so that it can be pointed at. */
function printedTitle({ form, titleLines }: LaidForm, before: string): string | null {
  const [whole, ...lines] = [form.title ?? '', ...titleLines].map((line) => normalise(line).text);
  if (form.title === null || whole === undefined || before.includes(whole))
    return whole === '' ? null : (whole ?? null);
  return lines.at(-1) ?? whole;
}
