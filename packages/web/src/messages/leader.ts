import { createWords } from '../words.tsx';
import { leaderZh } from './leader-zh.ts';

/** Loaded with the pages that use them. */
export const useLeaderWords = createWords(leaderZh, () => import('./leader-en.ts').then(({ leaderEn }) => leaderEn));
