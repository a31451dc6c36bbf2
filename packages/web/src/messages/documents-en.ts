import type { DocumentWords } from './documents-zh.ts';

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}

/** The words about the texts from above in English. */
export const documentsEn: DocumentWords = {
  documents: {
    title: 'From above',
    lead: 'The documents that the county has received from above. A draft is held against the one that it goes by.',
    search: 'Find a document',
    searchHint: 'Words of the title or the number, with spaces between',
    levels: {
      national: 'State',
      province: 'Province',
      city: 'City',
      county: 'County',
      township: 'Town',
      village: 'Village',
    },
    level: 'Level',
    all: 'Above the county',
    add: 'Add one',
    addHint: 'Or drop it here. Title, number and date are read from the file; say only which level issued it.',
    levelOfFile: 'Issued by which level',
    adding: 'Reading the file…',
    added: (title) => `Added: ${title}`,
    none: 'Nothing found. Try other words, or add a document.',
    empty: 'No documents from above yet. Add one, and drafts are held against it.',
    noNumber: 'no number',
    characters: (count) => `${String(count)} characters`,
    more: 'Show more',
    back: 'Back to the documents',
    ofDemand: 'The demand',
  },
  superior: {
    title: 'From above',
    by: { named: 'named by the text', found: 'found by comparison', chosen: 'chosen by the drafter' },
    compare: 'Compare with above',
    reading: 'Looking for the superior’s document…',
    comparing: 'Comparing…',
    none: 'No document from above was found.',
    declared: 'The drafter says that there is none.',
    noneYet: 'If there is none, leave it. If there is one, add it to see what was copied and raised.',
    change: 'Not this one?',
    provide: 'There is one',
    candidates: 'It may be one of these',
    shared: (percent) => `${String(percent)}% the same`,
    choose: 'Choose',
    chooseOf: (title) => `Choose ${title}`,
    find: 'Find it in the library',
    addOne: 'Not in the library: add it',
    declareNone: 'There is none',
    saveFirst: 'There are unsaved changes. Save them first.',
    changing: 'Checking again…',
    copied: (percent) => `${String(percent)}% copied`,
    made: (raised, squeezed, added) => {
      const parts = [
        counted(raised, 'target raised', 'targets raised'),
        counted(squeezed, 'deadline moved forward', 'deadlines moved forward'),
        counted(added, 'demand added', 'demands added'),
      ].filter((part) => part !== '');
      return parts.length === 0 ? 'nothing raised, moved forward or added' : parts.join(', ');
    },
    chainTitle: 'Compare levels',
    chainBack: 'Back to the demand',
    chainReading: 'Comparing the levels…',
    noChain: 'This demand has no text to compare.',
    alone: 'No document from above is known yet, and none was made from this one. Choose one on the drafting page.',
  },
};
