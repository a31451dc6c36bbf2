export { addPerson, foundCounty, type Founding } from './persons/operations.ts';
export { grantPost } from './posts/operations.ts';
export { createFindActor, startSession, type SessionSettings } from './sessions/operations.ts';
