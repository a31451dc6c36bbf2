// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 0.56,
  cost: -3.29,
  lead: 4.02,
  exact: 1.03,
  generic: -0.15,
  unsaid: -0.14,
  kind: 0.22,
  scope: 0.05,
  holder: -1.29,
} as const;
