import { checkZh, type CheckWords } from './check-zh.ts';
import { compareZh, type CompareWords } from './compare-zh.ts';
import { pagesZh, type PageWords } from './pages-zh.ts';

/** What every language must say: all words of the interface. Findings come from the checker, in Chinese. */
export type Messages = CheckWords & CompareWords & PageWords;

export const zh: Messages = { ...checkZh, ...compareZh, ...pagesZh };
