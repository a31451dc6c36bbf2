/** Compares header fields, meeting times and deadlines with their labels. */
import type { ReportedDocument, ReportedMeeting } from '../src/index.ts';
import type { LabelledDocument, MeetingLabel } from './evaluation-set.ts';
import { occurrences } from './occurrences.ts';

export interface FieldOutcome {
  readonly field: string;
  readonly kind: string;
  readonly file: string;
  readonly right: boolean;
  readonly expected: string;
  readonly actual: string;
}

type Compared = Pick<FieldOutcome, 'field' | 'right' | 'expected' | 'actual'>;

/** One outcome for each labelled field of the document; unlabelled fields are left out. */
export function scoreFields(label: LabelledDocument, document: ReportedDocument): FieldOutcome[] {
  const fields = label.fields ?? {};
  const compared: Compared[] = [compare('kind', label.kind, document.kind)];
  for (const field of ['title', 'docNumber', 'issuer', 'date', 'genre'] as const) {
    const expected = fields[field];
    if (expected !== undefined) compared.push(compare(field, unspaced(expected), unspaced(document[field])));
  }
  if (fields.recipients !== undefined) compared.push(compare('recipients', fields.recipients, document.recipients));
  if (fields.meeting !== undefined) compared.push(...compareMeeting(fields.meeting, document.meeting));
  for (const deadline of fields.deadlines ?? []) compared.push(compareDeadline(deadline, label.text, document));
  return compared.map((outcome) => ({ ...outcome, kind: label.kind, file: label.file }));
}

function compareMeeting(expected: MeetingLabel | null, actual: ReportedMeeting | null): Compared[] {
  if (expected === null) return [compare('meeting', null, actual === null ? null : 'a meeting')];
  const labelled = Object.entries(expected) as [keyof MeetingLabel, string | number | null][];
  return labelled.map(([field, wanted]) =>
    compare(`meeting.${field}`, instantOrSame(wanted), instantOrSame(actual?.[field] ?? null)),
  );
}

/** An unresolved deadline is right when it is reported without a time or not at all. */
function compareDeadline(
  expected: { readonly text: string; readonly at: string | null },
  text: string,
  document: ReportedDocument,
): Compared {
  const places = occurrences(text, expected.text);
  const near = document.deadlines.filter((deadline) =>
    places.some(({ start, end }) => deadline.start < end && start < deadline.end),
  );
  const wanted = instant(expected.at);
  const found = near.find((deadline) => instant(deadline.at) === wanted) ?? near[0];
  return compare('deadline', wanted, instant(found?.at ?? null));
}

function instantOrSame(value: string | number | null): string | number | null {
  return typeof value === 'string' && value.includes('T') ? instant(value) : value;
}

function instant(at: string | null): string | null {
  if (at === null) return null;
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString();
}

/** Titles stand in several lines; where they were joined says nothing about the reading. */
function unspaced(words: string | null): string | null {
  return words?.replace(/\s/g, '') ?? null;
}

function compare(field: string, expected: unknown, actual: unknown): Compared {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(actual)];
  return { field, right: wanted === got, expected: wanted, actual: got };
}
