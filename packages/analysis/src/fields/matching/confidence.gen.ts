// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 0.71,
  cost: -3.49,
  lead: 6.04,
  exact: 1.41,
  generic: -0.13,
  unsaid: -0.22,
  kind: 0.01,
  scope: 0.26,
  holder: -1.38,
} as const;
