import type {
  CheckResult,
  Finding,
  ReportedDeadline,
  ReportedDemand,
  ReportedDocument,
  ReportedMeeting,
} from '@qingzhuang/analysis';
import type { FileReport } from '../checking/file-report.ts';
import type { PrintSettings, Printer, RunSummary } from './printer.ts';

/** The wire format. Its keys keep the published order, and what was added later stands after them. */
export function jsonPrinter({ withText, explain }: Pick<PrintSettings, 'withText' | 'explain'>): Printer {
  return {
    head: '{"version":1,"files":[\n',
    separator: ',\n',
    part: (report) => JSON.stringify(toWire(report, { withText, explain })),
    tail: (summary) => `\n],"summary":${JSON.stringify(toWireSummary(summary))}}\n`,
  };
}

function toWire(report: FileReport, { withText, explain }: Pick<PrintSettings, 'withText' | 'explain'>): object {
  if (!report.ok) return { path: report.path, ok: false, error: report.error };
  return {
    path: report.path,
    ok: true,
    ...toWireResult(report.result),
    unread: report.unread,
    ...(report.superior === undefined ? {} : { superior: report.superior }),
    ...(explain ? { cleared: report.result.cleared } : {}),
    ...(withText ? { text: report.text } : {}),
  };
}

function toWireResult({ document, burden, findings, suppressed }: CheckResult): object {
  const { perBearerMinutes, assumptions, activities } = burden;
  return {
    document: toWireDocument(document),
    burden: { perBearerMinutes, assumptions, activities },
    findings: findings.map(toWireFinding),
    suppressed,
  };
}

function toWireDocument(document: ReportedDocument): object {
  const { kind, genre, title, docNumber, issuer, recipients, date, urgency, secrecy, attachments } = document;
  const { bodyCharacters, meeting, deadlines, demands, unreadable } = document;
  return {
    ...{ kind, genre, title, docNumber, issuer, recipients, date, urgency, secrecy, attachments, bodyCharacters },
    meeting: meeting === null ? null : toWireMeeting(meeting),
    deadlines: deadlines.map(toWireDeadline),
    demands: demands.map(toWireDemand),
    unreadable,
  };
}

function toWireMeeting({ start, end, minutes, mode, venue, attendees }: ReportedMeeting): object {
  return { start, end, minutes, mode, venue, attendees };
}

function toWireDeadline({ text, at, start, end, leadHours }: ReportedDeadline): object {
  return { text, at, start, end, leadHours };
}

function toWireDemand(demand: ReportedDemand): object {
  const { actor, action, object, frequency, quantity, channel, proof, consequence, deadline, modality } = demand;
  const { start, end } = demand;
  return {
    ...{ actor, action, object, frequency, quantity, channel, proof, consequence, deadline, start, end, modality },
  };
}

function toWireFinding(finding: Finding): object {
  const { ruleId, severity, message, suggestion, basis, exemption, start, end, quote } = finding;
  const { place, demand, hoursSaved, rewrite } = finding;
  return {
    ...{ ruleId, severity, message, suggestion, basis: basis.map(toWireCitation), exemption, start, end, quote },
    ...{ place, demand, hoursSaved, rewrite },
  };
}

function toWireCitation({ key, title, clause, confidence }: Finding['basis'][number]): object {
  return { key, title, clause, confidence };
}

function toWireSummary({ tally, elapsedMs }: RunSummary): object {
  const { files, errors, warnings, infos, unreadable } = tally;
  return { files, errors, warnings, infos, unreadable, elapsedMs };
}
