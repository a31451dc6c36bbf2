import type { consultationsZh } from './consultations-zh.ts';

/** The words of consultations in English. */
export const consultationsEn: typeof consultationsZh = {
  consultation: {
    invited: (count: number): string => (count === 1 ? 'You are asked once' : `You are asked ${String(count)} times`),
    optional: 'No answer is needed and counts as no objection.',
    unseen: 'The issuer does not see who answers.',
    guessable: 'Fewer than three units bear this: the issuer may guess who answers.',
    from: (issuer: string): string => `${issuer} intends to demand:`,
    cost: (minutes: string): string => `about ${minutes} a year for each unit`,
    until: (when: string): string => `until ${when}`,
    fit: 'Fits',
    unfit: 'Does not fit',
    said: (verdict: string): string => `Answered: ${verdict}. May be changed until the end.`,
    words: 'Add a sentence (optional)',
    wordsOf: (ask: string): string => `Add a sentence about “${ask}”`,
    replied: 'The issuer replies: ',
    title: 'What bearers think',
    asked: (asked: number, minutes: number): string =>
      `${String(asked)} bearers drawn by chance, ${String(minutes)} minutes in all, counted with this demand.`,
    open: (answered: number, when: string): string => `${String(answered)} have answered; shown after ${when}.`,
    result: (fit: number, unfit: number, silent: number): string =>
      `fits ${String(fit)}, does not fit ${String(unfit)}, silent ${String(silent)} (no objection)`,
    reply: 'Reply',
    replyOf: (words: string): string => `Reply to “${words}”`,
  },
  amendment: {
    propose: 'Propose an amendment',
    hint: 'What is unreasonable, and how would it be better? The issuer must reply within 5 working days and does not see who proposes.',
    words: 'What to change',
    own: 'Amendments that this unit proposed',
    title: 'Amendments that bearers propose',
    due: (when: string): string => `reply by ${when}`,
    overdue: 'reply overdue',
    waiting: (when: string): string => `a reply will come by ${when}`,
    adopted: 'Adopted',
    notAdopted: 'Not adopted',
    reply: 'Explanation',
  },
  comparison: {
    title: 'Estimated and measured',
    says: (estimated: string, measured: string, count: number): string =>
      `${String(count)} units together: estimated ${estimated}, measured ${measured}`,
    more: (ratio: number): string => `measured is ${String(ratio)} times the estimate`,
    none: 'Fewer than 5 units were measured: nothing is compared.',
  },
};
