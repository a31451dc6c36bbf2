// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 0.73,
  cost: -3.6,
  lead: 5.91,
  exact: 1.3,
  generic: -0.33,
  unsaid: -0.24,
  kind: -0.16,
  scope: 0.5,
  holder: -1.3,
} as const;
