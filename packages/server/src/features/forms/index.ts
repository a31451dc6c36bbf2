export { followForm, formOfDraft, type FormOfDraft, type OtherForm } from './gate/operations.ts';
export { produceForms } from './producing/operations.ts';
export { formRoutes } from './routes.ts';
