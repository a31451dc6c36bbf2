/** The shapes that `check` answers with; they are the wire format of the command line and the API. */
import type { Place } from './document/source-text.ts';

export type Severity = 'error' | 'warning' | 'info';

export type DocumentKind =
  | 'document'
  | 'meeting-notice'
  | 'form'
  | 'inspection-notice'
  | 'task-order'
  | 'platform-notice'
  | 'chat-message'
  | 'briefing'
  | 'report-upward'
  | 'letter'
  | 'speech'
  | 'minutes'
  | 'regulation';

export type DemandAction =
  | 'submit'
  | 'fill'
  | 'enter-data'
  | 'upload'
  | 'sign'
  | 'hang'
  | 'set-up'
  | 'hold-meeting'
  | 'relay'
  | 'attend'
  | 'install'
  | 'check-in'
  | 'visit'
  | 'appraise'
  | 'receive-inspection'
  | 'second-staff'
  | 'pay'
  | 'publicise'
  | 'study'
  | 'other';

export type ExemptionClass =
  'NEG' | 'DESC' | 'SELF' | 'UP' | 'PUBLIC' | 'OTHER' | 'OK' | 'VOL' | 'EMERG' | 'LAW' | 'STAT' | 'MERGED' | 'SEC';

export interface Exemption {
  readonly class: ExemptionClass;
  readonly grade: 'shown' | 'named' | 'bare';
  /** The words of the text, or the entry of a register, that show it. */
  readonly proof: string;
}

export type Confidence = 'verified' | 'reported' | 'unverified';

export interface Citation {
  readonly key: string;
  readonly title: string;
  readonly clause: string;
  readonly confidence: Confidence;
}

/** An interval; the unit (minutes or hours) is the field's. */
export interface Interval {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly suggestion: string;
  readonly basis: readonly Citation[];
  readonly exemption: Exemption | null;
  /** UTF-16 offsets into the extracted text; `quote` is exactly that slice. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly place: Place;
  /** Index into `document.demands`, or null for findings about the document as a whole. */
  readonly demand: number | null;
  /** Hours a year that end for one bearer if the suggestion is taken; null when a factor is unknown. */
  readonly hoursSaved: Interval | null;
  /** A replacement for `quote` that resolves the finding, where one can be offered. An empty string deletes. */
  readonly rewrite: string | null;
}

/** A candidate that an exemption cleared; listed by `--explain`. */
export interface ClearedCandidate {
  readonly ruleId: string;
  readonly class: ExemptionClass;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface Suppressed {
  readonly ruleId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly reason: string;
  readonly by: 'configuration' | 'baseline';
}

export interface ReportedDeadline {
  readonly text: string;
  /** RFC 3339 with zone, or null when it cannot be resolved. */
  readonly at: string | null;
  readonly start: number;
  readonly end: number;
  /** Working hours between receipt and `at`; null when unresolved. */
  readonly leadHours: number | null;
}

export interface ReportedDemand {
  readonly actor: string | null;
  readonly action: DemandAction;
  readonly object: string | null;
  readonly frequency: { readonly text: string; readonly timesPerYear: number | null } | null;
  readonly quantity: {
    readonly text: string;
    readonly value: number;
    readonly unit: string;
    readonly comparator: 'floor' | 'ceiling' | 'exact';
  } | null;
  readonly channel: string | null;
  readonly proof: readonly string[];
  readonly consequence: string | null;
  /** Index into `document.deadlines`. */
  readonly deadline: number | null;
  readonly modality: number;
  readonly start: number;
  readonly end: number;
}

export interface ReportedMeeting {
  readonly start: string | null;
  readonly end: string | null;
  readonly minutes: number | null;
  readonly mode: 'onsite' | 'video' | 'mixed' | null;
  readonly venue: string | null;
  readonly attendees: readonly string[];
}

export interface ReportedDocument {
  readonly kind: DocumentKind;
  readonly genre: string | null;
  readonly title: string | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly recipients: readonly string[];
  readonly date: string | null;
  readonly urgency: string | null;
  readonly secrecy: string | null;
  readonly attachments: readonly string[];
  readonly bodyCharacters: number;
  readonly meeting: ReportedMeeting | null;
  readonly deadlines: readonly ReportedDeadline[];
  readonly demands: readonly ReportedDemand[];
  /** True when the text is mostly unknown tokens: no findings and no all-clear. */
  readonly unreadable: boolean;
}

export interface Burden {
  /** For one bearer, everything the text orders once; recurring work counted for a year. Null when a factor is unknown. */
  readonly perBearerMinutes: Interval | null;
  readonly assumptions: readonly string[];
  readonly activities: readonly {
    readonly label: string;
    readonly minutes: Interval | null;
    readonly formula: string;
    readonly demand: number | null;
  }[];
}

/** One file's answer without its path: what every surface shares. */
export interface CheckResult {
  readonly document: ReportedDocument;
  readonly burden: Burden;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly cleared: readonly ClearedCandidate[];
}
