export { inboxRoutes } from './inbox/routes.ts';
export { demandRoutes } from './routes.ts';
