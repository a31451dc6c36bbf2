// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 1,
  cost: -3.16,
  lead: 5.39,
  exact: 1.75,
  generic: -0.27,
  unsaid: -0.63,
  kind: -0.62,
  scope: 0.7,
  holder: 0.12,
} as const;
