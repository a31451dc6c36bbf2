import type { Confidence } from '../../report.ts';

/** A law, provision or published model that rules rest on. Keys never change; a new edition gets a new key. */
export interface Instrument {
  readonly key: string;
  /** As it is cited, in Chinese where it has a Chinese title. */
  readonly title: string;
  /** Document or law number; null where none was made public or none was read. */
  readonly number: string | null;
  readonly issuer: string;
  /** As far as confirmed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when not confirmed. */
  readonly issued: string | null;
  readonly inForce: string | null;
  readonly status: 'in-force' | 'superseded' | 'policy-signal' | 'foreign' | 'local';
  /** Where the wording must be compared before each release; null until it is filled in. */
  readonly officialPage: string | null;
  readonly confidence: Confidence;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** A word, or the article number. */
  readonly key: string;
  /** As printed (第十六条); empty while it is not confirmed. */
  readonly place: string;
  /** What it says, in our own concise words. */
  readonly says: string;
  readonly confidence: Confidence;
}

/** One clause in short form: key, place, what it says, confidence. */
export function clause(key: string, place: string, says: string, confidence: Confidence): Clause {
  return { key, place, says, confidence };
}
