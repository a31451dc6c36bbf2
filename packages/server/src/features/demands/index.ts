export { inboxRoutes } from './inbox/routes.ts';
export { demandRoutes } from './routes.ts';
export { isVisible } from './store.ts';
