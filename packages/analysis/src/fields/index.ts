export type { Field, FieldType, Form, FormMarks, FormShape } from './form.ts';
export {
  ENTITIES,
  UPDATE_PERIODS,
  type CatalogueElement,
  type Element,
  type Entity,
  type PersonalClass,
  type SharingClass,
  type UpdatePeriod,
} from './element.ts';
export type { Candidate, Derivation, DerivationKind, FieldMatch } from './match.ts';
export { createMatcher, type ConfirmedMatch, type Matcher } from './matching/matcher.ts';
export { STARTER_CATALOGUE } from './starter/index.ts';
