// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 1,
  cost: -3,
  lead: 4.98,
  exact: 1.66,
  generic: -0.37,
  unsaid: 0.7,
  unexplained: -0.7,
  kind: -2.11,
  scope: 0.63,
  holder: -0.25,
  entity: -1.63,
} as const;
