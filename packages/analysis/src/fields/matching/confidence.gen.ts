// Fitted by `node packages/analysis/eval/fields/fit-confidence.ts`; run it again when the costs change.
export const FITTED = {
  bias: 1.02,
  cost: -2.98,
  lead: 4.96,
  exact: 1.62,
  generic: -0.43,
  vague: -2,
  unsaid: 0.7,
  unexplained: -0.81,
  kind: -2.09,
  scope: 0.6,
  holder: -0.27,
  entity: -1.38,
} as const;
