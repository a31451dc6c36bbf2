import type { PageWords } from './pages-zh.ts';

/** The words of the frame and of the pages around the check in English. */
export const pagesEn: PageWords = {
  name: 'Qingzhuang',
  nav: {
    label: 'Main menu',
    more: 'More',
    skip: 'Skip to content',
    places: {
      check: 'Check',
      rules: 'Rules',
      about: 'About',
      gate: 'Gate',
      draft: 'Draft',
      demands: 'Demands',
      admin: 'Administration',
      account: 'My account',
      'sign-in': 'Sign in',
    },
  },
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
  },
  severity: { error: 'Must change', warning: 'Should change', info: 'Hint' },
  confidence: { verified: 'checked', reported: 'as reported', unverified: 'unverified', house: 'house rule' },
  confidenceHint: {
    verified: 'The clause was checked against the published text',
    reported: 'The clause is known from public reports; the text itself is not public',
    unverified: 'The clause has not been checked yet',
    house: 'No clause stands behind it: a convention of this tool that a county may change',
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
          'The check needs no account, no statistics, no cookies. What is handled after signing in stays on the county’s own server.',
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
  },
};
