import { FITTED } from './confidence.gen.ts';
import type { Asked } from './asked.ts';
import type { Weighed } from './weighed.ts';

/** What tells a right answer from a wrong one; the names are those of the fitted weights. */
export const SIGNS = [
  ...(['bias', 'cost', 'lead', 'exact', 'generic'] as const),
  ...(['unsaid', 'unexplained', 'kind', 'scope', 'holder', 'entity'] as const),
];
type Sign = (typeof SIGNS)[number];
export type Weights = Readonly<Record<Sign, number>>;

/** A greater lead does not make an answer surer. */
const MOST_LEAD = 0.25;
const MOST_COST = 1.6;
/** The same words among other things (检查日期 of people) may ask something else. */
const AT_HOME = 0.4;

/** The signs of one of the ranked answers. */
export function signsOf(asked: Asked, { evidence }: Weighed, rival: Weighed | undefined): Weights {
  const { cost, isExact, entity, unsaid, unexplained, kind, scope, holder } = evidence;
  const lead = (rival?.evidence.cost ?? MOST_COST) - cost;
  return {
    bias: 1,
    cost: Math.min(MOST_COST, cost),
    lead: Math.max(-MOST_LEAD, Math.min(MOST_LEAD, lead)),
    exact: isExact && entity < AT_HOME ? 1 : 0,
    generic: asked.isGeneric && !isExact ? 1 : 0,
    unsaid: Math.min(1, unsaid),
    unexplained: Math.min(1, unexplained),
    kind: Math.min(1, kind),
    scope: Math.min(1, scope),
    holder: Math.min(1, holder),
    entity: Math.min(1, entity),
  };
}

/** Of the answers with such signs, so many are right (0 to 1), as fitted on the tuning set. */
export function confidenceOf(asked: Asked, weighed: Weighed, rival: Weighed | undefined): number {
  const signs = signsOf(asked, weighed, rival);
  return shareOf(SIGNS.reduce((sum, sign) => sum + FITTED[sign] * signs[sign], 0));
}

/** How much one confirmation of the same label in a form of the same title says, in logarithmic odds. */
const CONFIRMATION = 12;

/** The confidence after people confirmed this answer (`support`) and others (`against`). */
export function strengthen(confidence: number, support: number, against: number): number {
  const odds = Math.log(confidence / (1 - confidence));
  return shareOf(odds + CONFIRMATION * (Math.min(2, support) - Math.min(2, against)));
}

const LEAST = 0.001;

function shareOf(logarithmicOdds: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, 1 / (1 + Math.exp(-logarithmicOdds))));
}
