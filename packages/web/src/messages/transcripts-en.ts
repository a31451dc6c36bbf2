import type { TranscriptWords } from './transcripts-zh.ts';

/** The words of the step in which the text of a photo is checked, in English. */
export const transcriptsEn: TranscriptWords = {
  title: 'Check the words of the photo',
  reading: 'Reading the words, a few seconds a page…',
  original: 'Original',
  line: (number) => `Line ${String(number)}`,
  doubtful: 'Hard to read, please check',
  missing: 'What is missing goes here',
  byHand: 'What was not read can be typed here',
  send: 'Checked, send',
  sending: 'Sending…',
  cancel: 'Leave this one out',
  kept: 'The photo is kept as the original on the county’s own server.',
};
