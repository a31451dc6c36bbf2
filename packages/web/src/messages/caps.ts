import { createWords } from '../words.tsx';
import { capsZh } from './caps-zh.ts';

/** Loaded with the pages that use them. */
export const useCapsWords = createWords(capsZh, () => import('./caps-en.ts').then(({ capsEn }) => capsEn));
