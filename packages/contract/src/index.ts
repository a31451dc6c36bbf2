export { createClient, type Call, type FetchLike } from './client.ts';
export type { AnyEndpoint, Endpoint, Media, Method } from './endpoint.ts';
export { fromForm } from './form.ts';
export { describeApi, type ApiDocument, type ApiOperation } from './openapi.ts';
export { Problem, toProblem } from './problem.ts';
export { isRefusalCode, Refusal, refusals, type InputError, type RefusalCode, type RefusalFacts } from './refusal.ts';
export * as check from './check.ts';
export * as health from './health.ts';
export * as reference from './reference.ts';
