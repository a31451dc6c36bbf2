import { transcriptsZh } from '../messages/transcripts-zh.ts';
import { createWords } from '../words.tsx';

/** Loaded with the pages that take photos. */
export const useTranscriptWords = createWords(transcriptsZh, () =>
  import('../messages/transcripts-en.ts').then(({ transcriptsEn }) => transcriptsEn),
);
