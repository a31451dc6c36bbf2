// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 0.78,
  cost: -3.69,
  lead: 5.72,
  exact: 1.31,
  generic: -0.31,
  unsaid: -0.21,
  kind: -0.21,
  scope: 0.62,
  holder: -1.29,
} as const;
