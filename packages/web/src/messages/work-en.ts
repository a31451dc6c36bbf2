import { accountEn } from './account-en.ts';
import { consultationsEn } from './consultations-en.ts';
import { demandsEn } from './demands-en.ts';
import { documentsEn } from './documents-en.ts';
import { detailsEn } from './details-en.ts';
import { inboxEn } from './inbox-en.ts';
import { offlineEn } from './offline-en.ts';
import { returnsEn } from './returns-en.ts';
import { screeningEn } from './screening-en.ts';
import type { WorkWords } from './work-zh.ts';

/** The words of the pages behind the account in English. Refusals come from the server, in Chinese. */
export const workEn: WorkWords = {
  ...accountEn,
  ...demandsEn,
  ...detailsEn,
  ...documentsEn,
  ...consultationsEn,
  ...inboxEn,
  ...offlineEn,
  ...returnsEn,
  ...screeningEn,
  failures: {
    unreachable: 'The server cannot be reached.',
    unreachableAdvice: 'What you typed is still here. Look at the network and try again.',
    stale:
      'Somebody has just changed this; what you see now is the latest. What you typed is still here: look once more, then go on.',
    retryAfter: (seconds) => `Please wait ${String(seconds)} seconds.`,
    place(pointer) {
      const name = detailsEn.fields[pointer.split('/').at(-1) ?? ''];
      return name === undefined ? '' : `${name}: `;
    },
    again: 'Try again',
  },
  loading: 'Fetching …',
  reply: { send: 'Send', cancel: 'Cancel' },
  imports: {
    choose: 'Choose a table',
    tryFirst: 'See what would happen',
    apply: 'Import like this',
    working: 'Checking …',
    wouldDo: 'This would be imported',
    done: 'Imported',
    counts: (created: number, updated: number, ignored: number): string =>
      `${String(created)} new, ${String(updated)} changed, ${String(ignored)} the same`,
    conflicts: (count: number): string =>
      `${String(count)} lines need a change and nothing was written. Correct the table and try again:`,
    line: (line: number): string => `Line ${String(line)}`,
  },
};
