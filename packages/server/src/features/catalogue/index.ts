export { beginCatalogue } from './elements/operations.ts';
export { listElements } from './elements/store.ts';
export { logLookUp } from './facts/looks/operations.ts';
export { factsOf, type SubjectFacts } from './facts/operations.ts';
export { resealFacts } from './facts/resealing/operations.ts';
export { writeFacts } from './facts/writing/operations.ts';
export { CODE_ELEMENTS } from './facts/fact.ts';
export { catalogueRoutes } from './routes.ts';
export { decideSharing } from './sharing/operations.ts';
