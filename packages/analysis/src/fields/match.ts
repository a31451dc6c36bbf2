/** How a field of a form meets the elements of a catalogue. */

/** A value that is worked out and not stored. `from`: the elements it is taken from. */
export interface Derivation {
  readonly from: readonly string[];
  readonly how: DerivationKind;
  /** What it depends on besides: which view of an identity number, which condition is counted, which unit is wanted. */
  readonly by?: string;
}

export type DerivationKind =
  'age' | 'sex' | 'birth-date' | 'identity-view' | 'part' | 'unit' | 'count' | 'sum' | 'share' | 'joined';

export interface Candidate {
  readonly element: string;
  /** 0 to 1: of the answers given with this confidence, so many are right (calibrated on the tuning set). */
  readonly confidence: number;
  readonly derived: Derivation | null;
}

export interface FieldMatch {
  /** Null for a field that the catalogue does not know, or knows too uncertainly. */
  readonly element: string | null;
  /** Of the element; of its being new where that is null. */
  readonly confidence: number;
  readonly derived: Derivation | null;
  /** The three best, the best first, when a person has to be asked; empty where the answer is certain. */
  readonly candidates: readonly Candidate[];
}
