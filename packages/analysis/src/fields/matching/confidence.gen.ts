// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 1.02,
  cost: -2.6,
  lead: 4.93,
  exact: 1.67,
  generic: -0.35,
  unsaid: 0,
  unexplained: -1.07,
  kind: -2.25,
  scope: 0.4,
  holder: -0.66,
  entity: -1.83,
} as const;
