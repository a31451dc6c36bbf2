import type { offlineZh } from './offline-zh.ts';

/** The words about working without a network, in English. */
export const offlineEn: typeof offlineZh = {
  offline: {
    noLine: 'No network',
    shownFrom: (when: string): string => `You see what was there on ${when}, and can work on.`,
    waiting: (count: number): string => `${String(count)} to be sent`,
    sending: 'Being sent.',
    sendsItself: 'Kept on this device; it goes out by itself once there is a network.',
    sendNow: 'Send now',
    refused: 'Something was not taken.',
    look: 'Have a look',
    signInToSend: 'Kept on this device. It goes out once the person who did it signs in.',
    kept: 'Noted. It goes out by itself once there is a network.',
    waitsHere: 'To be sent',
    trouble: {
      title: (when: string): string => `What you did on ${when} was not taken`,
      mine: 'Yours',
      theirs: 'As it is now',
      unchanged: 'As before',
      files: (count: number): string => `${String(count)} files`,
      nothing: 'Not answered',
      keepMine: 'Use mine',
      keepTheirs: 'Use the other',
      seen: 'All right',
      answeredMeanwhile: 'A colleague has answered meanwhile. Choose one:',
      names: {
        answer: 'Answer',
        return: 'Return',
        open: 'Opening',
        time: 'Time',
        fill: 'Filling in',
        submit: 'Submission',
        decide: 'Approval',
      },
    },
  },
};
