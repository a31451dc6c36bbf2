import type { Verdict } from '../features/check/verdict.ts';
import { speakMinutes, type Bearer, type DocumentKind, type Severity } from '@qingzhuang/analysis';
import type { CheckWords } from './check-zh.ts';

const BEARERS: Record<Bearer, string> = { village: 'each village', township: 'each township', unit: 'each unit' };

const KINDS: Record<DocumentKind, string> = {
  document: 'document',
  'meeting-notice': 'meeting notice',
  form: 'form',
  'inspection-notice': 'inspection notice',
  'task-order': 'task order',
  'platform-notice': 'platform notice',
  'chat-message': 'chat order',
  briefing: 'briefing',
  'report-upward': 'upward paper',
  letter: 'letter',
  speech: 'speech',
  minutes: 'minutes',
  regulation: 'regulation',
};

function duration(minutes: number): string {
  const { value, unit } = speakMinutes(minutes);
  const word = unit === 'hour' ? 'hour' : 'minute';
  return `${String(value)}\u00a0${word}${value === 1 ? '' : 's'}`;
}

function places(count: number): string {
  return `${String(count)} ${count === 1 ? 'place' : 'places'}`;
}

function headline(verdict: Verdict): string {
  const noun = `This ${KINDS[verdict.kind]}`;
  switch (verdict.reason) {
    case 'secret':
      return 'This text is marked secret and must not be checked here';
    case 'unreadable':
      return `${noun} cannot be made out, so there is no verdict`;
    case 'partly-read':
      return `Nothing found in the text that was read, but ${places(verdict.unreadParts)} were not read: no all-clear`;
    case 'checked':
      return checkedHeadline(noun, verdict);
  }
}

function checkedHeadline(noun: string, { minutes, savedMinutes, bearer, yearly, counts }: Verdict): string {
  const cost =
    minutes === null ? null : `costs ${BEARERS[bearer]} about ${duration(minutes)}${yearly ? ' a year' : ''}`;
  const wrong = counts.error + counts.warning;
  if (wrong === 0)
    return cost === null ? `${noun} adds no needless burden` : `${noun} adds no needless burden and ${cost}`;
  if (cost === null) return `${noun} burdens ${BEARERS[bearer]} in ${places(wrong)}`;
  if (savedMinutes === null || savedMinutes < 1) return `${noun} ${cost}`;
  const saved = savedMinutes > 0.95 * (minutes ?? Infinity) ? 'nearly all of it' : duration(savedMinutes);
  return `${noun} ${cost}; ${saved} can be saved`;
}

/** The words of 随手查 in English. */
export const checkEn: CheckWords = {
  kinds: KINDS,
  duration,
  intake: {
    title: 'How many hours will this notice cost the grassroots?',
    lead: 'Drop a file here and see in a second what burdens people and how to change it.',
    promise: 'The file never leaves this computer.',
    leadPhone: 'Choose a file and see in a second what burdens people and how to change it.',
    promisePhone: 'The file never leaves this phone.',
    choose: 'Choose files',
    paste: 'Paste text',
    formats: 'Word, PDF, OFD, Excel, web pages and plain text',
    dropNow: 'Let go to check',
    textLabel: 'Paste a notice, a chat order or a chat log here',
    textPlaceholder: 'Paste a notice, a chat order or a chat log here …',
    check: 'Check',
    draftKept: 'Unchecked text is kept on this computer',
    clearText: 'Clear',
    samples: 'Nothing at hand? Try a sample',
    pastedName: (count) => `Pasted text ${String(count)}`,
    recent: 'Checked before',
    kept: 'All of this is kept in the browser of this computer only.',
    notKept: 'This browser keeps nothing: closing the page loses it.',
    clear: 'Clear all',
    clearAsk: 'Remove all checked texts from this computer? They cannot be brought back.',
    clearYes: 'Clear',
    cancel: 'Cancel',
    remove: (name) => `Remove ${name}`,
    tooMany: (most) => `At most ${String(most)} at a time; the others were left out.`,
  },
  list: {
    total: (files, errors, warnings) =>
      `${String(files)} texts: ${String(errors)} must change, ${String(warnings)} should change`,
    hours: (text) => `all together about ${text} for each unit`,
    unreadable: (count) => `${String(count)} not readable`,
    clear: 'Nothing found',
  },
  progress: {
    waiting: 'Waiting …',
    reading: 'Reading the file …',
    checking: 'Checking …',
    cancel: 'Stop',
    cancelled: 'Stopped',
    again: 'Check again',
  },
  failures: {
    encrypted: {
      title: 'The file has a password',
      advice: 'Remove the password in Word or WPS and save a copy, or paste the text.',
    },
    damaged: {
      title: 'The file is damaged',
      advice: 'Ask the sender for another copy, or open it and paste the text.',
    },
    'too-large': {
      title: 'The file is too large',
      advice: 'Keep the notice and its forms, drop pictures and annexes, and try again.',
    },
    unsupported: {
      title: 'This kind of file cannot be read',
      advice: 'Save it as DOCX or PDF. For old .doc and .wps files: open in WPS, then save as .docx.',
    },
    empty: {
      title: 'There is no text in the file',
      advice: 'For a scan or photo, take its text with your phone and paste it.',
    },
    crashed: {
      title: 'The check failed, and it is our fault',
      advice: 'Your text is still here. Try again, or paste the text.',
    },
  },
  failure: { back: 'Try another file' },
  verdict: {
    headline,
    counts: (counts: Record<Severity, number>) =>
      [
        counts.error > 0 ? `${String(counts.error)} must change` : '',
        counts.warning > 0 ? `${String(counts.warning)} should change` : '',
        counts.info > 0 ? `${String(counts.info)} ${counts.info === 1 ? 'hint' : 'hints'}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    unknownHours: 'The hours cannot be computed: a number is missing in the text.',
    secretAdvice:
      'Secret texts must not be handled on a connected device. The page kept nothing of it and checked nothing. Remove it from this device.',
    unreadableAdvice: 'Most of the text is unknown signs. Use a DOCX file, or paste the text.',
    unread: (count) =>
      `${places(count)} with a picture or scanned page were not read, so demands in them were not checked. Paste their text to check it too.`,
    unreadWhere: 'What was not read',
    place: (page, paragraph, sheet) =>
      [
        sheet === undefined ? '' : `sheet “${sheet}”`,
        page === undefined ? '' : `page ${String(page)}`,
        paragraph === undefined ? '' : `paragraph ${String(paragraph)}`,
      ]
        .filter((part) => part !== '')
        .join(', ') || 'place unknown',
    unreadKinds: { image: 'Picture', 'scanned-page': 'Scanned page', 'embedded-object': 'Embedded object' },
    checkedIn: (characters, milliseconds) =>
      `${characters.toLocaleString('en')} characters in ${milliseconds < 1000 ? `${String(Math.max(1, Math.round(milliseconds)))} ms` : `${(milliseconds / 1000).toFixed(1)} s`}`,
    another: 'Check another',
  },
  meter: {
    title: 'Burden',
    per: BEARERS,
    yearly: 'a year',
    low: 'at least',
    likely: 'likely',
    high: 'at most',
    how: 'How it is computed',
    activity: 'Work',
    formula: 'Formula',
    time: 'Time',
    assumptions: 'Assumptions',
    unknown: 'unknown',
    label: (low, likely, high) => `at least ${low}, likely ${likely}, at most ${high}`,
  },
  settings: {
    title: 'Received and rules',
    receivedAt: 'Received',
    receivedHint: 'Whether there is time enough counts from the moment it arrived.',
    byDocument: 'Use the date in the text',
    justNow: 'Just now',
    profile: 'Rules',
    recommended: 'General',
  },
  tabs: { label: 'What to show', findings: 'Findings', text: 'Text', revised: 'Revised version' },
  findings: {
    title: 'Findings',
    all: 'All',
    filter: 'Filter by severity',
    none: 'Nothing found.',
    position: (index, count) => `${String(index)} of ${String(count)}`,
    next: 'Next',
    previous: 'Previous',
    suggestion: 'What to do',
    basis: 'Basis',
    rule: (title) => `The rule: ${title}`,
    saves: (text) => `Saves each unit about ${text} a year`,
    accept: 'Accept',
    acceptDelete: 'Accept: delete',
    accepted: 'Accepted',
    undo: 'undo',
    own: 'Write my own',
    ownLabel: 'Replace these words with (leave empty to delete)',
    blocked: 'Overlaps an accepted change',
    show: 'Show in the text',
    exempt: (text) => `Exempt: ${text}`,
    cleared: 'Why other places were not reported',
    clearedLead: 'These look like burdens and were let pass:',
    suppressed: 'Left out by the settings',
    more: (count) => `Show ${String(count)} more`,
  },
  exemption: {
    NEG: 'forbids or ends it',
    DESC: 'describes or criticises',
    SELF: 'the issuer’s own duty',
    UP: 'upward paper',
    PUBLIC: 'residents’ own matter',
    OTHER: 'another meaning',
    OK: 'within the limit',
    VOL: 'truly voluntary',
    EMERG: 'emergency',
    LAW: 'statutory procedure',
    STAT: 'lawful statistics',
    MERGED: 'planned or filed',
    SEC: 'secrecy, examinations',
  },
  grade: { shown: 'ground stated', named: 'to be checked: only named', bare: 'to be checked: no ground stated' },
  revised: {
    nothing:
      'Nothing changed yet. Accept a rewrite or write your own beside a finding, and the revised text appears here.',
    acceptAll: (count) => `Accept all (${String(count)})`,
    undoAll: 'Undo all',
    marks: 'Show changes',
    recheck: (left) => (left === '' ? 'After the changes: nothing left' : `After the changes: ${left}`),
    hours: (before, after) => `${before} → ${after}`,
    checking: 'Checking the revised text …',
    again: 'Check the revised text',
    name: (name) => `${name} (revised)`,
  },
  export: {
    title: 'Export',
    docx: 'Word file',
    docxHint: 'In official layout, ready to edit',
    tracked: 'Word file with tracked changes',
    trackedHint: 'Accept or reject each change in Word',
    html: 'Report (web page)',
    htmlHint: 'Verdict, findings and basis, printable, in Chinese',
    json: 'Data (JSON)',
    jsonHint: 'For programs, as the command line writes it',
    copy: 'Copy the revised text',
    copyHint: 'For a chat or a word processor',
    copyReport: 'Copy the opinion',
    copyReportHint: 'Point by point, to answer the sender, in Chinese',
    print: 'Print',
    copied: 'Copied',
    copyFailed: 'The browser refused to copy. Select the text and copy it yourself.',
    failed: 'The export failed. Please try again.',
    working: 'Working …',
  },
  report: {
    title: 'Opinion',
    checkedAt: 'Checked at',
    note: 'Made on this computer by Qingzhuang. Rules and basis: see the page “Rules”.',
  },
  samples: {
    names: {
      'daily-report': 'Flood notice with daily reports',
      'video-meeting': 'Video meeting down to villages',
      'chat-order': 'Orders in a chat group',
      inspection: 'Year-end inspection',
      'household-form': 'Household form',
      'app-promotion': 'App to install and check in',
      'good-notice': 'A good short notice',
    },
    hints: {
      'daily-report': 'report',
      'video-meeting': 'meeting',
      'chat-order': 'chat',
      inspection: 'inspection',
      'household-form': 'form',
      'app-promotion': 'platform',
      'good-notice': 'nothing to find',
    },
  },
};
