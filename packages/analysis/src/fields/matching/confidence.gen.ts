// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 1.01,
  cost: -2.96,
  lead: 4.98,
  exact: 1.64,
  generic: -0.41,
  unsaid: 0.67,
  unexplained: -0.78,
  kind: -2.09,
  scope: 0.6,
  holder: -0.28,
  entity: -1.41,
} as const;
