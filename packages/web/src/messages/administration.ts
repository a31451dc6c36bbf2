import { createWords } from '../words.tsx';
import { administrationZh } from './administration-zh.ts';

/** Loaded with the pages that use them. */
export const useAdministrationWords = createWords(administrationZh, () =>
  import('./administration-en.ts').then(({ administrationEn }) => administrationEn),
);
