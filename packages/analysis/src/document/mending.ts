/** The source from `start` to `end` is replaced by one code unit, or by nothing when `by` is 0. */
export interface Mending {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}
