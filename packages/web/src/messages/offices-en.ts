import type { officesZh } from './offices-zh.ts';

/** The words about changing units and about the audit log in English. */
export const officesEn: typeof officesZh = {
  unitDesk: {
    open: (name) => `Change ${name}`,
    changes: { rename: 'Rename', merge: 'Merge into another', dissolve: 'Dissolve' },
    founded: (day) => `founded ${day}`,
    former: (name, day) => `called ${name} until ${day}`,
    ended: (day) => `ended ${day}`,
    below: (count) => (count === 0 ? 'nothing below it' : `${String(count)} units below it`),
    newName: 'New name',
    into: 'Into which unit',
    choose: 'Choose',
    day: 'From which day',
    dayHint: 'Today or before',
    look: 'See what would happen',
    doIt: (verb) => `${verb} like this`,
    would: 'This would happen:',
    renames: (name, next, day) => [
      `From ${day} on ${name} is called ${next}; its code, posts and demands stay.`,
      'Earlier demands keep the old name, and the unit is still found by it.',
    ],
    merges: (name, into, count, day) => [
      `From ${day} on ${name} is no more and ${into} follows it.`,
      ...(count > 0
        ? [`The ${String(count)} units below move to ${into} under new codes; the old ones are still found.`]
        : []),
      'Past demands and the audit log stay as they are.',
    ],
    dissolves: (name, day) => [
      `From ${day} on ${name} is no more and cannot be asked for anything.`,
      'Past demands and the audit log stay as they are.',
    ],
    hasBelow: (count) => `There are ${String(count)} units below it: dissolve them first, or merge the whole unit.`,
  },
  audit: {
    tab: 'Audit',
    breakGlass: 'Break-glass',
    breakGlassHint: 'What is closed may be opened in an emergency: for hours, with a reason, told to others at once.',
    noBreakGlass: 'Nobody has used it.',
    purposes: { 'see-return-persons': 'saw who returned a demand', 'decide-alone': 'decided without a second person' },
    glassTitle: 'Break the glass',
    glassWarning: 'This cannot be undone.',
    glassFacts:
      'Leaders, supervisors and the office are told at once; who, why and what was done goes into the audit log. It opens this one demand only and closes by itself after 4 hours.',
    glassDemand: 'Which demand',
    glassChoose: 'Please choose',
    glassPurpose: 'What for',
    glassReason: 'Reason',
    glassReasonHint: 'Why it cannot wait, and whom you have tried to reach. Everybody named above reads it.',
    breakNow: 'Break the glass',
    glassOpen: (until) => `Open until ${until}, and everybody concerned has been told. Go on with:`,
    span: (at, until) => `from ${at} to ${until}`,
    uses: (count) => `used ${String(count)} times`,
    checkpoint: 'Checkpoint',
    checkpointHint:
      'A signed digest of the log up to this entry. Keep a copy elsewhere from time to time: it proves later that nothing before it was changed or deleted.',
    size: (count) => `The log has ${String(count)} entries.`,
    save: 'Save the checkpoint',
    verify: 'How to verify offline',
    steps: [
      'Export the log on the server (the first command).',
      'Download the public keys and put them beside the checkpoints you have kept.',
      'Verify on any computer with this program (the second command), without network or account.',
    ],
    saveKeys: 'Download keys.json',
    exitCodes: 'The result is 0 when all is well, and 1 when something was changed; it says which entry.',
    keys: 'Signing keys',
    keysHint: 'They sign codes and checkpoints. What an old key has signed can still be verified.',
    made: (day) => `in use since ${day}`,
    retired: (day, size) => (size === null ? `retired ${day}` : `retired ${day} at entry ${String(size)}`),
    inUse: 'in use',
    outOfUse: 'retired',
    rotate: 'New key',
    rotateAsk:
      'Only when the key may have leaked or its time is over. Codes and checkpoints are then signed by the new key.',
    rotated: 'Done.',
  },
};
