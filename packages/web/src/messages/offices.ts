import { createWords } from '../words.tsx';
import { officesZh } from './offices-zh.ts';

/** Loaded with the pages that use them. */
export const useOfficesWords = createWords(officesZh, () =>
  import('./offices-en.ts').then(({ officesEn }) => officesEn),
);
