/** What the rules rest on: the registry of instruments, and citations from it. */
import type { Citation } from '../report.ts';
import { FOREIGN } from './instruments/foreign.ts';
import type { Clause, Instrument } from './instruments/instrument.ts';
import { LAW } from './instruments/law.ts';
import { LOCAL } from './instruments/local.ts';
import { NATIONAL } from './instruments/national.ts';
import { PROVISIONS } from './instruments/provisions.ts';

export type { Instrument } from './instruments/instrument.ts';

/** Every instrument, national first. */
export const INSTRUMENTS: readonly Instrument[] = [...PROVISIONS, ...NATIONAL, ...LAW, ...LOCAL, ...FOREIGN];

const BY_KEY: ReadonlyMap<string, Instrument> = new Map(
  INSTRUMENTS.map((instrument): [string, Instrument] => [instrument.key, instrument]),
);

const CITATIONS: ReadonlyMap<string, Citation> = new Map(
  INSTRUMENTS.flatMap((instrument) => instrument.clauses.map((clause) => citationOf(instrument, clause))).map(
    (citation): [string, Citation] => [citation.key, citation],
  ),
);

function citationOf(instrument: Instrument, { key, place, says, confidence }: Clause): Citation {
  return {
    key: `${instrument.key}.${key}`,
    title: instrument.title,
    clause: place === '' ? says : `${place}：${says}`,
    confidence,
  };
}

/** The instrument of a key, or null. */
export function findInstrument(key: string): Instrument | null {
  return BY_KEY.get(key) ?? null;
}

/**
 * The citation of `instrument.clause`; an instrument with a single clause may be cited by its own key. Throws
 * `RangeError` on an unknown key: a rule that cites nothing known is a defect.
 */
export function cite(key: string): Citation {
  const [only, ...others] = BY_KEY.get(key)?.clauses ?? [];
  const found = CITATIONS.get(only !== undefined && others.length === 0 ? `${key}.${only.key}` : key);
  if (found === undefined) throw new RangeError(`Unknown citation: ${key}`);
  return found;
}

/** The citations of a rule's basis; the house rules `h` and `h/sp` cite nothing. */
export function citeAll(keys: readonly string[]): readonly Citation[] {
  return keys.filter((key) => key !== 'h' && key !== 'h/sp').map((key) => cite(key));
}
