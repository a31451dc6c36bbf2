export { assertUnits, namesOf, unitsBelow } from './store.ts';
export { isBelow } from './unit-code.ts';
