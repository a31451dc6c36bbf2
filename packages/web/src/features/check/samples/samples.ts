/** Invented texts to try the page with, in the order in which they are offered. */
export const SAMPLES = [
  'daily-report',
  'chat-order',
  'video-meeting',
  'household-form',
  'app-promotion',
  'inspection',
  'good-notice',
] as const;

export type SampleName = (typeof SAMPLES)[number];
