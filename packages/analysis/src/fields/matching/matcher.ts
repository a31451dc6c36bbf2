import type { Element, Entity } from '../element.ts';
import type { Form } from '../form.ts';
import type { FieldMatch } from '../match.ts';
import { composedMatch, compositionOf, partFields } from './composed.ts';
import { CERTAIN, decide, SHOWN } from './decide.ts';
import type { Asked } from './asked.ts';
import { createExperience, type ConfirmedMatch } from './experience.ts';
import { createRanker } from './ranking.ts';
import { readCatalogue } from './catalogue-reading.ts';

export type { ConfirmedMatch };

/** Of counts that are made of conditions which elements tell, so many are right: all words of the label are accounted for. */
const COUNTED = 0.9;
const ASKED = 0.5;

export interface Matcher {
  /** One match for each field of the form, in its order. */
  match(form: Form): readonly FieldMatch[];
}

/** 统一社会信用代码/机构编码 is a name of one element, for all its stroke. */
function isOneValue({ element, derived, confidence }: FieldMatch): boolean {
  return element !== null && derived === null && confidence >= CERTAIN;
}

/**
 * Reads the catalogue once; matching then is a matter of microseconds a field. `confirmed`: what people of the county said
 * of other forms, the oldest first; it weighs more than words the nearer label and title are.
 */
export function createMatcher(catalogue: readonly Element[], confirmed: readonly ConfirmedMatch[] = []): Matcher {
  const { surfaces, sources, count } = readCatalogue(catalogue);
  const entities = new Map(catalogue.map(({ key, entity }) => [key, entity]));
  const rank = createRanker(surfaces);
  const experience = createExperience(confirmed, catalogue);

  function decideAll(form: Form, rows?: Entity | null): { rows: Entity | null; asked: Asked[]; matches: FieldMatch[] } {
    const { fields, title, entity } = rank(form, rows);
    const matches = fields.map((field) => decide(field, sources, experience.recall(field.asked, title)));
    return { rows: entity, asked: fields.map(({ asked }) => asked), matches };
  }

  return {
    match(form) {
      const { rows, asked, matches } = decideAll(form);
      return matches.map((match, at) => {
        const field = asked[at];
        if (field === undefined || field.field.isComputed) return match;
        return matchComposed(form, field, match, rows) ?? matchCounted(match, field, rows) ?? match;
      });
    },
  };

  function matchComposed(form: Form, asked: Asked, match: FieldMatch, rows: Entity | null): FieldMatch | null {
    const composition = compositionOf(asked);
    if (composition === null || (composition.how === 'joined' && isOneValue(match))) return null;
    const { matches } = decideAll({ ...form, fields: partFields(asked.field, composition) }, rows);
    const composed = composedMatch(composition, matches);
    return composed === null ? null : { ...composed, candidates: [] };
  }

  /** A count that no element of the rows holds is made of those who are counted. */
  function matchCounted(match: FieldMatch, asked: Asked, rows: Entity | null): FieldMatch | null {
    if (match.element !== null && (rows !== 'household' || entities.get(match.element) === rows)) return null;
    const derived = count(asked, rows);
    const element = derived?.from[0];
    if (derived === null || element === undefined) return null;
    if (rows === 'household') return { element, confidence: COUNTED, derived, candidates: [] };
    // Only who keeps the register knows whether everybody of the village is in it.
    const counted = { element, confidence: ASKED, derived };
    return { ...match, candidates: [counted, ...match.candidates].slice(0, SHOWN) };
  }
}
