import { catalogueZh } from '../../messages/catalogue-zh.ts';
import { createWords } from '../../words.tsx';

/** The words of 数据目录. */
export const useCatalogueWords = createWords(catalogueZh, () =>
  import('../../messages/catalogue-en.ts').then(({ catalogueEn }) => catalogueEn),
);
