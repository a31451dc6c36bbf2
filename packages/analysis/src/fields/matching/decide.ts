import type { Candidate, Derivation, FieldMatch } from '../match.ts';
import { identityViewOf } from '../values/identity-views.ts';
import type { Asked, Evidence } from './evidence.ts';
import type { Sources } from './sources.ts';
import type { Surface } from './surface.ts';

export interface Weighed {
  readonly surface: Surface;
  readonly evidence: Evidence;
}

const ACCEPTED = 0.8;
const CERTAIN = 0.9;
const SHOWN = 3;

/** Says which element a field is, or that it is new or unsure. */
export function decide(asked: Asked, ranked: readonly Weighed[], sources: Sources): FieldMatch {
  const candidates = ranked.slice(0, SHOWN).map((weighed, at): Candidate => {
    const rival = ranked[at === 0 ? 1 : 0];
    return {
      element: weighed.surface.element.key,
      confidence: confidenceOf(weighed, rival, at === 0),
      derived: derivationFor(asked, weighed.surface, sources),
    };
  });
  const [best] = candidates;
  if (best === undefined || asked.field.isComputed)
    return { element: null, confidence: 0.95, derived: null, candidates: [] };
  if (best.confidence < ACCEPTED) {
    return { element: null, confidence: 1 - best.confidence, derived: null, candidates };
  }
  return { ...best, candidates: best.confidence >= CERTAIN ? [] : candidates };
}

function confidenceOf({ evidence }: Weighed, rival: Weighed | undefined, isFirst: boolean): number {
  const lead = rival === undefined ? 1 : rival.evidence.cost - evidence.cost;
  const alone = 1 / (1 + Math.exp(6 * (evidence.cost - 0.75)));
  return isFirst ? alone * (lead >= 0.1 ? 1 : 0.6 + 4 * lead) : Math.min(0.5, alone * 0.5);
}

function derivationFor(asked: Asked, { element, derived }: Surface, sources: Sources): Derivation | null {
  if (derived !== null) return derived;
  if (element.type === 'identity-number') {
    const view = identityViewOf(asked.field.label);
    return view === 'whole' ? null : { from: [element.key], how: 'identity-view', by: view };
  }
  const known = sources.derivationOf(element.key);
  if (known !== null) return known;
  const { unit } = asked;
  const isConverted = element.type === 'number' && unit !== null && element.unit !== null && unit !== element.unit;
  return isConverted ? { from: [element.key], how: 'unit', by: unit } : null;
}
