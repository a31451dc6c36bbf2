/** What a document says about the demand in it, as a draft for the drafter to correct. */
import type { ReportedDocument } from '@qingzhuang/analysis';
import { demands } from '@qingzhuang/contract';
import { askOf, asOrder, cleanLine, type PlacedDocument } from './ask.ts';

/** A unit that a document may address. */
export interface AddressableUnit {
  readonly code: string;
  readonly name: string;
  readonly nature: string;
}

export interface ReadingFacts {
  readonly issuer: string;
  /** All units of the county that exist. */
  readonly units: readonly AddressableUnit[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export interface DraftReading {
  readonly draft: demands.DemandDraft;
  /** JSON Pointers of what the document does not say; the drafter is asked about them. */
  readonly toConfirm: readonly string[];
}

type Read<Value> = readonly [value: Value, isSure: boolean];

/** Reads a draft out of a document. What it does not say is filled with the most usual value, and named. */
export function readDraft({ document, text }: PlacedDocument, facts: ReadingFacts): DraftReading {
  const { issuer, today } = facts;
  const kind = kindOf(document);
  const [title, isTitleSure] = titleOf(document, text);
  const [bearers, areBearersSure] = bearersOf(document, facts);
  const [details, unsure] = detailsOf(kind, document, today);
  const dueAt = dueAtOf(document);
  return {
    draft: {
      title,
      ask: askOf({ document, text }, kind, title),
      issuer,
      bearers,
      dueAt,
      expiresOn: expiryOf(dueAt, today),
      planItem: null,
      details,
    },
    toConfirm: [
      ...(isTitleSure ? [] : ['/title']),
      ...(areBearersSure ? [] : ['/bearers']),
      '/expiresOn',
      ...unsure.map((field) => `/details/${field}`),
    ],
  };
}

const PLAQUE = /牌|匾|标识|标志|标语|横幅|上墙/u;
const FORM = /填报|报表|(?:统计|信息|登记|情况)表/u;
const CAMPAIGN = /创建|示范|达标|评选|评比|命名|争创/u;

type Sign = readonly [kind: demands.DemandKind, isShownBy: (document: ReportedDocument) => boolean];

/** What shows the kind where the checker leaves it open; the first that holds. */
const SIGNS: readonly Sign[] = [
  ['meeting', ({ meeting }) => meeting?.start != null],
  ['campaign', ({ title }) => CAMPAIGN.test(title ?? '')],
  [
    'plaque',
    ({ demands: units }) => units.some(({ action, object }) => action === 'hang' && PLAQUE.test(object ?? '')),
  ],
  ['form', ({ title, demands: units }) => FORM.test(title ?? '') && count(units, 'fill') > 0],
  ['task', ({ kind }) => kind === 'task-order' || kind === 'chat-message'],
];

function kindOf(document: ReportedDocument): demands.DemandKind {
  return KIND_OF_TEXT[document.kind] ?? SIGNS.find(([, isShownBy]) => isShownBy(document))?.[0] ?? 'document';
}

const KIND_OF_TEXT: Readonly<Partial<Record<ReportedDocument['kind'], demands.DemandKind>>> = {
  'meeting-notice': 'meeting',
  form: 'form',
  'inspection-notice': 'inspection',
  'platform-notice': 'platform',
};

const LONGEST_TITLE = 200;

function titleOf({ title, demands: [first] }: ReportedDocument, text: string): Read<string> {
  if (title !== null && title.trim() !== '') return [cleanLine(title, LONGEST_TITLE), true];
  const words = first === undefined ? '' : asOrder(text.slice(first.start, first.end));
  return [words === '' ? '（未读出标题）' : words, false];
}

const ALL_TOWNSHIPS = /各?(?:乡|镇|街道)|各地/u;
const ALL_VILLAGES = /各?(?:村|社区|居委)/u;

/** Addressed by name, or all of a nature: 各乡镇、各村. */
function bearersOf({ recipients }: ReportedDocument, { units }: ReadingFacts): Read<string[]> {
  const grassroots = units.filter(({ nature }) => GRASSROOTS.has(nature));
  const named = grassroots.filter(({ name }) => recipients.some((recipient) => recipient.includes(name)));
  if (named.length > 0) return [codesOf(named), true];
  const words = recipients.join('、');
  const villages = ALL_VILLAGES.test(words) ? ['village', 'community'] : [];
  const townships = ALL_TOWNSHIPS.test(words) ? ['township', 'subdistrict'] : [];
  const meant = grassroots.filter(({ nature }) => [...villages, ...townships].includes(nature));
  if (meant.length > 0) return [codesOf(meant), true];
  // Most documents of a county go to its townships.
  const usual = grassroots.filter(({ nature }) => nature === 'township' || nature === 'subdistrict');
  return [codesOf(usual.length > 0 ? usual : grassroots), false];
}

const GRASSROOTS: ReadonlySet<string> = new Set(['township', 'subdistrict', 'village', 'community']);

function codesOf(units: readonly AddressableUnit[]): string[] {
  return units.map(({ code }) => code);
}

/** The last of the deadlines: what is asked earlier is asked within it. */
function dueAtOf({ deadlines }: ReportedDocument): string | null {
  const instants = deadlines.flatMap(({ at }) => (at === null ? [] : [Date.parse(at)]));
  return instants.length === 0 ? null : new Date(Math.max(...instants)).toISOString();
}

const DAY_MS = 86_400_000;
const USUAL_DAYS = 90;
const DAYS_AFTER_DUE = 30;

function expiryOf(dueAt: string | null, today: string): string {
  const usual = Date.parse(today) + USUAL_DAYS * DAY_MS;
  const afterDue = dueAt === null ? usual : Date.parse(dueAt) + DAYS_AFTER_DUE * DAY_MS;
  return dayOf(afterDue > Date.parse(today) ? afterDue : usual);
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

type DetailsReading = readonly [details: demands.DemandDetails, toConfirm: readonly string[]];

function detailsOf(kind: demands.DemandKind, document: ReportedDocument, today: string): DetailsReading {
  return READ_DETAILS[kind](document, today);
}

const READ_DETAILS: Readonly<
  Record<demands.DemandKind, (document: ReportedDocument, today: string) => DetailsReading>
> = {
  meeting: readMeeting,
  document: ({ genre, docNumber, bodyCharacters, demands: units }) => [
    {
      kind: 'document',
      genre: genre === null ? null : cleanLine(genre, 20),
      docNumber: docNumber === null ? null : cleanLine(docNumber, 60),
      parent: null,
      characters: bodyCharacters,
      reports: count(units, 'submit'),
      plans: units.filter(({ action, object }) => action === 'set-up' && /方案|计划|预案/u.test(object ?? '')).length,
      timesPerYear: commonTimesOf(units.filter(isNoMeeting)),
    },
    [],
  ],
  form: ({ demands: units }) => [
    {
      kind: 'form',
      fields: { text: 10, number: 0, choice: 0, date: 0, longText: 0, file: 0, known: 0 },
      rows: 1,
      signatures: count(units, 'sign'),
      prints: 0,
      timesPerYear: timesOf(units.filter(({ action }) => FILLING.has(action))),
    },
    ['fields', 'rows'],
  ],
  inspection: ({ title }, today) => [
    {
      kind: 'inspection',
      object: cleanLine(title ?? '', 200) || '（未读出检查内容）',
      sites: [],
      from: today,
      until: today,
      filingNo: null,
      people: 1,
      items: 0,
      timesPerYear: 1,
    },
    ['from', 'until', 'sites', 'people', 'items'],
  ],
  task: ({ demands: units }) => [
    {
      kind: 'task',
      duty: null,
      reports: count(units, 'submit'),
      visits: quantityOf(units, 'visit'),
      photos: units.filter(({ proof }) => proof.includes('photo')).length,
      people: 1,
      days: 0,
      timesPerYear: commonTimesOf(units.filter(isNoMeeting)),
    },
    ['people', 'days'],
  ],
  platform: ({ title, demands: units }) => [
    {
      kind: 'platform',
      name: cleanLine(title ?? '', 100) || '（未读出平台名称）',
      installs: count(units, 'install'),
      entries: count(units, 'enter-data'),
      checkIns: count(units, 'check-in'),
      people: 1,
      timesPerYear: timesOf(units.filter(({ action }) => ON_PLATFORM.has(action))),
    },
    ['name', 'people'],
  ],
  plaque: ({ title, demands: units }) => [
    {
      kind: 'plaque',
      name: cleanLine(title ?? '', 100) || '（未读出牌匾名称）',
      directoryNo: null,
      plaques: Math.max(1, count(units, 'hang')),
      timesPerYear: 1,
    },
    ['name', 'plaques'],
  ],
  campaign: ({ title, demands: units }) => [
    {
      kind: 'campaign',
      name: cleanLine(title ?? '', 100) || '（未读出创建名称）',
      directoryNo: null,
      items: 0,
      reports: count(units, 'submit'),
      plaques: count(units, 'hang'),
      timesPerYear: commonTimesOf(units.filter(isNoMeeting)),
    },
    ['items'],
  ],
};

const USUAL_MINUTES = 60;
const MINUTE_MS = 60_000;
const NO_MEETING: NonNullable<ReportedDocument['meeting']> = {
  start: null,
  end: null,
  minutes: null,
  mode: null,
  venue: null,
  attendees: [],
};

function readMeeting({ meeting, demands: units }: ReportedDocument, today: string): DetailsReading {
  const { start, end, minutes, mode, venue } = meeting ?? NO_MEETING;
  const startsAt = Date.parse(start ?? `${today}T09:00:00+08:00`);
  const length = end === null ? (minutes ?? 0) * MINUTE_MS : Date.parse(end) - startsAt;
  // A text that says more, or an end before the start, is asked about.
  const isLengthSure = length >= MINUTE_MS && length <= demands.LONGEST_MEETING_MS;
  return [
    {
      kind: 'meeting',
      mode: mode ?? 'onsite',
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + (isLengthSure ? length : USUAL_MINUTES * MINUTE_MS)).toISOString(),
      people: 1,
      talks: 0,
      levels: ['township'],
      venues: venue === null ? [] : [cleanLine(venue, 100)],
      series: null,
      timesPerYear: timesOf(gatheringsOf(units, start !== null)),
    },
    ['people', 'levels', ...unsaid({ startsAt: start, endsAt: isLengthSure ? length : null, mode })],
  ];
}

/** The names of what is null. */
function unsaid(said: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(said).filter((name) => said[name] === null);
}

type Units = ReportedDocument['demands'];

const MOST = 10_000;

function count(units: Units, action: Units[number]['action']): number {
  return units.filter((unit) => unit.action === action).length;
}

function quantityOf(units: Units, action: Units[number]['action']): number {
  const named = units.find((unit) => unit.action === action);
  return Math.min(MOST, Math.max(0, Math.round(named?.quantity?.value ?? (named === undefined ? 0 : 1))));
}

const MOST_TIMES = 1000;

type Action = Units[number]['action'];

const GATHERING: ReadonlySet<Action> = new Set(['hold-meeting', 'attend']);
const FILLING: ReadonlySet<Action> = new Set(['fill', 'enter-data', 'submit', 'upload', 'sign']);
const ON_PLATFORM: ReadonlySet<Action> = new Set(['enter-data', 'upload', 'check-in', 'fill', 'install']);

function isNoMeeting({ action }: Units[number]): boolean {
  return !GATHERING.has(action);
}

/**
 * The meetings among what is demanded. Where one has a day of its own, a rhythm whose words order something else as well
 * (每日报送 in the same sentence) is that other thing's.
 */
function gatheringsOf(units: Units, hasDay: boolean): Units {
  const ofOthers = new Set(units.filter(isNoMeeting).flatMap(({ frequency }) => frequency?.text ?? []));
  return units.filter(
    (unit) => !isNoMeeting(unit) && !(hasDay && unit.frequency !== null && ofOthers.has(unit.frequency.text)),
  );
}

/** How often a year all of it comes back; what comes more often is counted by the text. */
function commonTimesOf(units: Units): number {
  const times = units.map(({ frequency }) => frequency?.timesPerYear ?? 1);
  return times.length === 0 ? 1 : Math.min(MOST_TIMES, Math.max(1, Math.round(Math.min(...times))));
}

/** How often a year, by the most frequent of these. */
function timesOf(units: Units): number {
  const times = units.map(({ frequency }) => frequency?.timesPerYear ?? 1);
  return Math.min(MOST_TIMES, Math.max(1, Math.round(Math.max(1, ...times))));
}
