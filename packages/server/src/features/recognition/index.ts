export { openRecognisers, type Recognisers } from './operations.ts';
export { recognitionRoutes } from './routes.ts';
