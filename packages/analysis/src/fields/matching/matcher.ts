import type { Element } from '../element.ts';
import type { Form } from '../form.ts';
import type { FieldMatch } from '../match.ts';
import { decide } from './decide.ts';
import { createExperience, type ConfirmedMatch } from './experience.ts';
import { createRanker } from './ranking.ts';
import { findSources } from './sources.ts';
import { surfacesOf } from './surface.ts';

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
  const surfaces = catalogue.flatMap(surfacesOf);
  const sources = findSources(catalogue, surfaces);
  const rank = createRanker([...surfaces, ...sources.surfaces]);
  const experience = createExperience(confirmed, catalogue);

  return {
    match(form) {
      const ranked = rank(form);
      return ranked.fields.map((field) => decide(field, sources, experience.recall(field.asked, ranked.title)));
    },
  };
}
