import { fillingZh, type FillingWords } from '../../messages/filling-zh.ts';
import { createWords } from '../../words.tsx';

/** The words of the page on which a form is filled in. */
export const useFillingWords = createWords<FillingWords>(fillingZh, () =>
  import('../../messages/filling-en.ts').then(({ fillingEn }) => fillingEn),
);
