export { takeOverDivisions } from './divisions/operations.ts';
export { organisationRoutes } from './routes.ts';
export { assertUnits, insertUnits, namesOf, unitsBelow } from './store.ts';
