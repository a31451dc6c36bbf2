// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 4,
  cost: -6,
  lead: 2,
  exact: 0.5,
  generic: 0,
  unsaid: 0,
  kind: 0,
  scope: 0,
  holder: 0,
} as const;
