import type { Bearer, Verdict } from '../features/check/verdict.ts';
import type { DocumentKind, Severity } from '@qingzhuang/analysis';
import { speakMinutes } from './durations.ts';
import type { Messages } from './messages-zh.ts';

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
  return `${String(value)} ${word}${value === 1 ? '' : 's'}`;
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
  return `${noun} ${cost}; ${duration(savedMinutes)} can be saved`;
}

/** Every word of the interface in English. Findings stay Chinese: they quote Chinese texts and clauses. */
export const en: Messages = {
  name: 'Qingzhuang',
  nav: { label: 'Main menu', check: 'Check', rules: 'Rules', about: 'About', skip: 'Skip to content' },
  frame: {
    language: '中文',
    languageHint: 'Switch to Chinese',
    scheme: { system: 'System', light: 'Light', dark: 'Dark' },
    schemeLabel: 'Light or dark',
    footer: 'Files are checked on this computer only. Nothing is uploaded.',
    loading: 'Opening…',
    missing: 'There is no such page',
    home: 'Back to the check',
    crashed: 'This page failed, and it is our fault. Your texts are on this computer: reload and they are back.',
    reload: 'Reload',
    keyboard: 'Keyboard',
  },
  severity: { error: 'Must change', warning: 'Should change', info: 'Hint' },
  confidence: { verified: 'checked', reported: 'as reported', unverified: 'unverified', house: 'house rule' },
  confidenceHint: {
    verified: 'The clause was checked against the published text',
    reported: 'The clause is known from public reports; the text itself is not public',
    unverified: 'The clause has not been checked yet',
    house: 'No clause stands behind it: a convention of this tool that a county may change',
  },
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
    count: (count) => `${String(count)} files`,
    tooMany: (most) => `At most ${String(most)} at a time; the others were left out.`,
  },
  list: {
    title: 'This batch',
    total: (files, errors, warnings) =>
      `${String(files)} texts: ${String(errors)} must change, ${String(warnings)} should change`,
    hours: (text) => `all together about ${text} for each unit`,
    unreadable: (count) => `${String(count)} not readable`,
    columns: {
      name: 'File',
      verdict: 'Verdict',
      error: 'Must',
      warning: 'Should',
      hours: 'Each unit',
      remove: 'Remove',
    },
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
  failure: { paste: 'Paste text instead', back: 'Try another file' },
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
    once: 'once',
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
    noneOfThis: 'None of this kind.',
    position: (index, count) => `${String(index)} of ${String(count)}`,
    next: 'Next',
    previous: 'Previous',
    close: 'Close',
    suggestion: 'What to do',
    basis: 'Basis',
    rule: (title) => `The rule: ${title}`,
    saves: (text) => `Saves each unit about ${text} a year`,
    accept: 'Accept',
    acceptDelete: 'Accept: delete',
    accepted: 'Accepted',
    undo: 'undo',
    blocked: 'Overlaps an accepted change',
    rewrite: 'Becomes',
    deletes: 'Deletes these words',
    whole: 'About the whole text',
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
    lead: (count) => `${String(count)} accepted`,
    nothing: 'Nothing accepted yet. Accept a rewrite and the revised text appears here.',
    noneOffered: 'No rewrite can be offered for this text; follow “What to do” and change it yourself.',
    acceptAll: (count) => `Accept all (${String(count)})`,
    undoAll: 'Undo all',
    marks: 'Show changes',
    recheck: (left) => (left === '' ? 'After the changes: nothing left' : `After the changes: ${left}`),
    hours: (before, after) => `${before} → ${after}`,
    checking: 'Checking the revised text …',
    again: 'Check the revised text',
    name: (name) => `${name} (revised)`,
    edit: 'Edit further',
  },
  export: {
    title: 'Export',
    docx: 'Word file',
    docxHint: 'The revised text in official layout, ready to edit',
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
    document: 'Document',
    note: 'Made on this computer by Qingzhuang. Rules and basis: see the page “Rules”.',
  },
  rules: {
    title: 'Rules',
    lead: 'What the check goes by. It asks whether a text really burdens people, not which words it uses. Rules are in Chinese.',
    search: 'Find a rule',
    searchPlaceholder: 'A word, such as 打卡 or 日报',
    count: (count) => (count === 1 ? '1 rule' : `${String(count)} rules`),
    fires: 'Reported',
    passes: 'Let pass',
    basis: 'Basis',
    needs: 'Only a register or a second text makes it certain',
    options: 'Numbers a county may set',
    none: 'Nothing found. Try another word.',
    loading: 'Fetching the rules …',
    empty: 'No rules are installed yet.',
    areas: {
      meeting: 'Meetings',
      document: 'Documents',
      report: 'Reports and forms',
      inspection: 'Inspections',
      task: 'Tasks and targets',
      platform: 'Platforms and groups',
      plaque: 'Plaques and walls',
      campaign: 'Campaigns',
      pressure: 'Pressure',
      variant: 'Variants',
      lineage: 'Against the superior’s text',
      gate: 'Gate',
    },
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
  about: {
    title: 'About and privacy',
    sections: [
      {
        title: 'What this is',
        text: [
          'It reads a notice, meeting notice, form or chat order, works out the hours it costs each village or township, and shows which sentences add burden, by which clause, and how to change them.',
          'Drafters check before they send, those below when they receive. It gives an opinion; people decide.',
        ],
      },
      {
        title: 'Where files go',
        text: [
          'Nowhere. Reading, checking, rewriting and exporting happen in your browser. Once open, the page works without a network.',
          'The browser is also told to refuse sending anything elsewhere: this is written into the page and does not depend on our goodwill.',
          'No account, no statistics, no cookies.',
        ],
      },
      {
        title: 'What this computer keeps',
        text: [
          'Checked texts, accepted rewrites, pasted text not yet checked, and interface settings, in this browser, so that a reload loses nothing.',
          'Texts marked secret are neither checked nor kept. On a shared computer, clear everything below when you are done.',
        ],
      },
      {
        title: 'How far to trust it',
        text: [
          'Every finding shows the words, the rule and the basis, and says whether the clause was checked, is known from reports, or is a house rule.',
          'It cannot read pictures and scanned pages, says so, and never takes them for all-clear. Hours are estimates; every step is shown.',
          'If a finding seems wrong, see on the page “Rules” what that rule reports and what it lets pass.',
        ],
      },
      {
        title: 'Install',
        text: ['Choose “Install” or “Add to home screen” in the browser menu; it then opens without a network.'],
      },
    ],
    clear: 'Clear what this computer keeps',
    cleared: 'Cleared',
    stored: (count) => `${String(count)} texts are kept now.`,
  },
  help: {
    title: 'Keyboard',
    keys: [
      ['J', 'Next finding'],
      ['K', 'Previous finding'],
      ['Enter', 'Open it'],
      ['A', 'Accept or undo it'],
      ['Esc', 'Close'],
      ['Ctrl V', 'On the first page: paste text or files'],
      ['?', 'This page'],
    ],
    close: 'Close',
  },
  actions: {
    submit: 'submit',
    fill: 'fill in',
    'enter-data': 'enter data',
    upload: 'upload',
    sign: 'sign',
    hang: 'hang',
    'set-up': 'set up',
    'hold-meeting': 'hold a meeting',
    relay: 'relay',
    attend: 'attend',
    install: 'install',
    'check-in': 'check in',
    visit: 'visit',
    appraise: 'appraise',
    'receive-inspection': 'receive an inspection',
    'second-staff': 'second staff',
    pay: 'pay',
    publicise: 'publicise',
    study: 'study',
    other: 'do',
  },
};
