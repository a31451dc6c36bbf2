// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 0.62,
  cost: -2.91,
  lead: 6.1,
  exact: 1.53,
  generic: -0.44,
  unsaid: -0.51,
  kind: -0.43,
  scope: 0.75,
  holder: -1.04,
} as const;
