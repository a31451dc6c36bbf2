import type { ChainLevel } from '@qingzhuang/analysis';
import type { FailureCode } from '../../desk/check-protocol.ts';

/** Files from the highest level to the lowest. They never leave the browser. */
export interface CompareRequest {
  readonly id: number;
  readonly files: readonly File[];
}

export type CompareReply = CompareOutcome & { readonly id: number };

export type CompareOutcome =
  | { readonly kind: 'compared'; readonly levels: readonly ComparedLevel[] }
  /** `file` is the place of the file that could not be read. */
  | { readonly kind: 'failed'; readonly file: number; readonly code: FailureCode };

export interface ComparedLevel extends ChainLevel {
  readonly fileName: string;
  readonly title: string | null;
  readonly issuer: string | null;
}
