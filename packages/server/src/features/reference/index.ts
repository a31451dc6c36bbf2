export { REFERENCE_STYLE } from './page.ts';
export { referenceRoutes } from './routes.ts';
