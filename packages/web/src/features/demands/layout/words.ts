import { layoutZh } from '../../../messages/layout-zh.ts';
import { createWords } from '../../../words.tsx';

/** The words about the form that a demand sends. */
export const useLayoutWords = createWords(layoutZh, () =>
  import('../../../messages/layout-en.ts').then(({ layoutEn }) => layoutEn),
);
