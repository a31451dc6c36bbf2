import { checkEn } from './check-en.ts';
import { compareEn } from './compare-en.ts';
import { pagesEn } from './pages-en.ts';
import type { Messages } from './zh.ts';

export const en: Messages = { ...checkEn, ...compareEn, ...pagesEn };
