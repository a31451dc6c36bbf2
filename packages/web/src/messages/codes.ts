import { createWords } from '../words.tsx';
import { codesZh } from './codes-zh.ts';

/** Loaded with the pages that use them. */
export const useCodesWords = createWords(codesZh, () => import('./codes-en.ts').then(({ codesEn }) => codesEn));
