export { addPerson, foundCounty, type Founding } from './persons/operations.ts';
export { hasCounty } from './persons/store.ts';
export { grantPost } from './posts/operations.ts';
export { peopleRoutes } from './routes.ts';
export { createFindActor, startSession } from './sessions/operations.ts';
