export { keepText, placeOfDraft, placeOfText, prepareEntry, type LibraryEntry } from './operations.ts';
export { contentOf, PASTED } from './pasted.ts';
export { rebuildFingerprints } from './rebuilding/operations.ts';
export { documentRoutes } from './routes.ts';
export { listHolders } from './search/store.ts';
