/** The document as the wire shows it: offsets in the extracted text, instants in RFC 3339. */
import { leadMinutes } from '../document/deadlines.ts';
import type { OfficialDocument } from '../document/read-document.ts';
import type { Span } from '../document/stance.ts';
import type { ReportedDocument, ReportedMeeting } from '../report.ts';
import { formatInstant } from '../schedule/local-time.ts';

/** Everything `check` tells of a document besides its findings. */
export function reportDocument(document: OfficialDocument): ReportedDocument {
  const { header, normalised, deadlines } = document;
  function place({ start, end }: Span): Span {
    return { start: normalised.toSource(start), end: normalised.toSourceEnd(end) };
  }
  function sourceText(span: Span): string {
    const { start, end } = place(span);
    return document.source.text.slice(start, end);
  }
  return {
    kind: document.kind,
    genre: header.genre,
    title: header.title && onOneLine(sourceText(header.title)),
    docNumber: header.docNumber,
    issuer: header.issuer?.name ?? null,
    // 同志们 opens a speech; nobody is addressed as a unit.
    recipients:
      document.kind === 'speech'
        ? []
        : header.recipients.map((name) => asPrinted(document, name, header.fieldSpans.recipients)),
    date: header.date,
    urgency: header.urgency,
    secrecy: header.secrecy,
    attachments: document.attachments,
    bodyCharacters: document.bodyCharacters,
    meeting: reportMeeting(document),
    deadlines: deadlines.map((deadline) => ({
      text: sourceText(deadline),
      at: deadline.at === null ? null : formatInstant(deadline.at),
      ...place(deadline),
      leadHours: leadHours(document, deadline),
    })),
    demands: document.demands.map((demand) => ({
      actor: demand.actor,
      action: demand.action,
      object: demand.object,
      frequency: demand.frequency && { text: demand.frequency.text, timesPerYear: demand.frequency.timesPerYear },
      quantity: demand.quantity,
      channel: demand.channel,
      proof: demand.proof,
      consequence: demand.consequence,
      deadline: demand.deadline === null ? null : deadlines.indexOf(demand.deadline),
      modality: demand.modality,
      ...place(demand),
    })),
    unreadable: document.unreadable,
  };
}

/** The lines of a title run on without a space, unless Latin words meet. */
function onOneLine(title: string): string {
  return title
    .replaceAll(/[ \t\u3000]*\r?\n\s*/gu, '')
    .replaceAll('\u3000', ' ')
    .trim();
}

/** The words of the extracted text behind a name that was read in folded form. */
function asPrinted({ text, normalised, source }: OfficialDocument, name: string, within: Span | undefined): string {
  const start = text.indexOf(name, within?.start ?? 0);
  if (start === -1 || (within && start >= within.end)) return name;
  return source.text.slice(normalised.toSource(start), normalised.toSourceEnd(start + name.length));
}

function leadHours(document: OfficialDocument, deadline: OfficialDocument['deadlines'][number]): number | null {
  const { receivedAt, header, workHours } = document;
  const minutes = leadMinutes(deadline, { receivedAt, issuedOn: header.date, workHours });
  return minutes === null ? null : Math.round((minutes / 60) * 10) / 10;
}

function reportMeeting({ meeting }: OfficialDocument): ReportedMeeting | null {
  if (!meeting) return null;
  const { start, end, minutes, mode, venue, attendees } = meeting;
  return { start, end, minutes, mode, venue, attendees };
}
