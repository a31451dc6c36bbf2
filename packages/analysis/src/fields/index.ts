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
export { readForms } from './reading/read-forms.ts';
export { isRemark } from './remark.ts';
export { STARTER_CATALOGUE } from './starter/index.ts';
export type { AnswerFault, AnswerFaultCode, CheckedField } from './values/answer-fault.ts';
export { checkAnswers, createRowChecker, type RowChecker } from './values/check-answers.ts';
export { checkRows, type RowFault } from './values/check-rows.ts';
export { derive, deriveOver } from './values/derive.ts';
export { freshUntil, isFresh } from './values/freshness.ts';
export { birthDateOf, sexOf } from './values/identity-number.ts';
export { identityViewOf, viewIdentityNumber, type IdentityView } from './values/identity-views.ts';
export { readValue, type ValueContext } from './values/read-value.ts';
export { readBankAccount, readCreditCode, readPostcode } from './values/registered-codes.ts';
export { formMinutes, reuseOf, type Figure, type Reuse, type ReusedCell, type ReusedField } from './values/reuse.ts';
export { convertUnit } from './values/units.ts';
export type { ValueFault, ValueFaultCode, ValueReading } from './values/value-reading.ts';
export { viewValue } from './values/view-value.ts';
