export { baseName, openCheckers, runCheck, type Checkers } from './operations.ts';
export { checkRoutes } from './routes.ts';
