export { followForm, formOfDraft } from './gate/operations.ts';
export { produceForms } from './producing/operations.ts';
export { formRoutes } from './routes.ts';
