export { openCheckers, type Checkers } from './operations.ts';
export { checkRoutes } from './routes.ts';
