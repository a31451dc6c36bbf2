export { createClient, encodeRequest, type Call, type CallOptions, type FetchLike } from './client.ts';
export {
  endpoint,
  stepsOf,
  type Access,
  type AnyEndpoint,
  type DeepReadonly,
  type Endpoint,
  type Media,
  type Method,
} from './endpoint.ts';
export { endpoints } from './endpoints.ts';
export { fromForm } from './form.ts';
export { describeApi, refusalsOf, SESSION_COOKIE, type ApiDocument, type ApiOperation } from './openapi.ts';
export { DEFAULT_ITEMS, type Page } from './page.ts';
export { Problem, toProblem } from './problem.ts';
export { isRefusalCode, Refusal, refusals, type InputError, type RefusalCode, type RefusalFacts } from './refusal.ts';
export { Role } from './role.ts';
export { isBelow, isCountyBlock, rangeOf } from './unit-code.ts';
export * as account from './account.ts';
export * as audit from './audit.ts';
export * as breakGlass from './break-glass.ts';
export * as caps from './caps.ts';
export * as catalogue from './catalogue.ts';
export * as check from './check.ts';
export * as consultations from './consultations.ts';
export * as codes from './codes.ts';
export * as demands from './demands.ts';
export * as demo from './demo.ts';
export * as documents from './documents.ts';
export * as forms from './forms.ts';
export * as facts from './facts.ts';
export * as health from './health.ts';
export * as inbox from './inbox.ts';
export * as notices from './notices.ts';
export * as insights from './insights.ts';
export * as organisations from './organisations.ts';
export * as people from './people.ts';
export * as recognition from './recognition.ts';
export * as reference from './reference.ts';
export * as replays from './replays.ts';
export * as signIn from './sign-in.ts';
export * as webhooks from './webhooks.ts';
