import { createWords } from '../words.tsx';
import { planningZh } from './planning-zh.ts';

/** Loaded with the pages that use them. */
export const usePlanningWords = createWords(planningZh, () =>
  import('./planning-en.ts').then(({ planningEn }) => planningEn),
);
