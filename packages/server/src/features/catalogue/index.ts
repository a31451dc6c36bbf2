export { logLookUp } from './facts/looks/operations.ts';
export { factsOf, knownShare, type SubjectFacts } from './facts/operations.ts';
export { writeFacts } from './facts/writing/operations.ts';
export type { FactWrite } from './facts/writing/writing.ts';
export type { CountyElement } from './elements/element.ts';
export { listElements } from './elements/store.ts';
