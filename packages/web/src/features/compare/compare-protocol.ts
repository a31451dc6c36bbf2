import type { FailureCode } from '../../desk/check-protocol.ts';
import type { ShownLevel } from '../../lineage/chain-level.ts';

/** The files never leave the browser. */
export interface CompareRequest {
  readonly id: number;
  readonly files: readonly File[];
  /** The files stand as the person has put them; else the levels of their issuers decide, where all of them are known. */
  readonly inGivenOrder: boolean;
}

export type CompareReply = CompareOutcome & { readonly id: number };

export type CompareOutcome =
  | {
      readonly kind: 'compared';
      /** From the highest to the lowest. */
      readonly levels: readonly ShownLevel[];
      /** Place of each level's file among those that were sent. */
      readonly order: readonly number[];
    }
  /** `file` is the place of the file that could not be read. */
  | { readonly kind: 'failed'; readonly file: number; readonly code: FailureCode };
