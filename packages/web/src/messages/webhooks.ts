import { createWords } from '../words.tsx';
import { webhooksZh } from './webhooks-zh.ts';

/** Loaded with the pages that use them. */
export const useWebhooksWords = createWords(webhooksZh, () =>
  import('./webhooks-en.ts').then(({ webhooksEn }) => webhooksEn),
);
