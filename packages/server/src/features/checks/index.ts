export {
  baseName,
  compareLevels,
  fillIn,
  fingerprintTexts,
  meetForms,
  openCheckers,
  runCheck,
  type Checkers,
} from './operations.ts';
export { checkRoutes } from './routes.ts';
export type { LibraryReading } from './worker.ts';
