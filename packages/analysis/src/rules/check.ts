import { plainSource, type SourceText } from '../document/source-text.ts';
import type { CheckResult } from '../report.ts';
import type { CheckConfig } from './settings.ts';

/** A configuration, checked against the rules and ready for use. */
export interface Checker {
  check(source: SourceText | string, facts?: CheckFacts): CheckResult;
}

/** What the caller knows about this reading of the text. */
export interface CheckFacts {
  /** When the bearer received it, RFC 3339 with zone. */
  readonly receivedAt?: string;
  /** For suppressions by path. */
  readonly path?: string;
  /** The day on which suppressions are judged, `YYYY-MM-DD`. Without it none expires. */
  readonly today?: string;
}

/** Throws `ConfigurationError` with every mistake it finds. */
export function createChecker(_config: CheckConfig = {}): Checker {
  return {
    check(source) {
      const { text } = typeof source === 'string' ? plainSource(source) : source;
      return {
        document: {
          kind: 'document',
          genre: null,
          title: null,
          docNumber: null,
          issuer: null,
          recipients: [],
          date: null,
          urgency: null,
          secrecy: null,
          attachments: [],
          bodyCharacters: text.length,
          meeting: null,
          deadlines: [],
          demands: [],
          unreadable: false,
        },
        burden: { perBearerMinutes: null, assumptions: [], activities: [] },
        findings: [],
        suppressed: [],
        cleared: [],
      };
    },
  };
}
