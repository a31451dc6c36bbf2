import type { Element, Entity } from '../element.ts';
import type { Form } from '../form.ts';
import type { FieldMatch } from '../match.ts';
import { composedMatch, compositionOf, partFields } from './composed.ts';
import { decide } from './decide.ts';
import type { Asked } from './evidence.ts';
import { createExperience, type ConfirmedMatch } from './experience.ts';
import { createRanker } from './ranking.ts';
import { readCatalogue } from './catalogue-reading.ts';

export type { ConfirmedMatch };

export interface Matcher {
  /** One match for each field of the form, in its order. */
  match(form: Form): readonly FieldMatch[];
}

/**
 * Reads the catalogue once; matching then is a matter of microseconds a field. `confirmed`: what people of the county said
 * of other forms, the oldest first; it weighs more than words the nearer label and title are.
 */
export function createMatcher(catalogue: readonly Element[], confirmed: readonly ConfirmedMatch[] = []): Matcher {
  const { surfaces, sources } = readCatalogue(catalogue);
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
        const composition = field === undefined || field.field.isComputed ? null : compositionOf(field);
        if (field === undefined || composition === null) return match;
        const parts = decideAll({ ...form, fields: partFields(field.field, composition) }, rows);
        const composed = composedMatch(composition, parts.matches);
        return composed === null ? match : { ...composed, candidates: [] };
      });
    },
  };
}
