export { importDivisions } from './divisions/operations.ts';
export { listDivisions, type Division } from './divisions/store.ts';
export { organisationRoutes } from './routes.ts';
export { assertUnits, namesOf, unitsBelow } from './store.ts';
export { isBelow, rangeOf } from './unit-code.ts';
