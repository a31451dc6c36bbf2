export { makeOneTimePassword, hashNewPassword } from './passwords/operations.ts';
export { foundCounty } from './persons/operations.ts';
export { hasCounty } from './persons/store.ts';
export { peopleRoutes } from './routes.ts';
export { resealSecrets } from './second-factor/operations.ts';
export { createFindActor, startSession } from './sessions/operations.ts';
export { foldUsername } from './username.ts';
