/** What a document costs one bearer: every demand in it as an activity, recurring work counted for a year. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { DemandUnit } from '../document/demands.ts';
import type { Burden, DemandAction, Interval } from '../report.ts';
import { ACTIVITY_OF_ACTION, type ActivityKind, type Factors } from './activities.ts';
import { estimate, estimateMinutes, type Estimate } from './estimate.ts';
import { scaled, total } from './intervals.ts';

/** Minutes a year of each demand unit, by its index; null where a factor is unknown. */
export type DemandMinutes = readonly (Interval | null)[];

export interface DocumentBurden {
  readonly burden: Burden;
  readonly byDemand: DemandMinutes;
}

const ONCE = 1;
const MINUTES_PER_HOUR = 60;

/** Adds up what is known; activities without a figure are named among the assumptions, never guessed. */
export function estimateBurden(document: OfficialDocument): DocumentBurden {
  const reading = document.demands.length === 0 ? [] : [{ ...estimateReading(document), demand: null }];
  const estimates = new Map<string, Estimate>();
  const demands = document.demands.map((demand, index) => ({
    ...estimateDemand(document, demand, estimates),
    demand: index,
  }));
  const sittings = new Set<number | null>();
  const counted = demands.filter(({ label, demand }) => {
    return label !== '' && !isSameSitting(document.demands[demand], sittings);
  });
  const activities = [...reading, ...counted];
  const known = activities.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]));
  return {
    burden: {
      perBearerMinutes: known.length === 0 ? null : total(known),
      assumptions: assumptionsOf(activities),
      activities: activities.map(({ label, minutes, formula, demand }) => ({ label, minutes, formula, demand })),
    },
    byDemand: demands.map(({ minutes }) => minutes),
  };
}

/** A meeting is attended once, in however many sentences it is asked for. Adds what is new to `sittings`. */
function isSameSitting(demand: DemandUnit | undefined, sittings: Set<number | null>): boolean {
  if (demand?.action !== 'attend') return false;
  const times = timesPerYearOf(demand);
  const isKnown = sittings.has(times);
  sittings.add(times);
  return isKnown;
}

/**
 * Hours a year that end for one bearer with the burden of a finding: those of its demand when that is the kind of work
 * the rule is about, else one turn of that kind. Null when a factor is unknown.
 */
export function hoursSavedBy(
  saves: DemandAction | undefined,
  demand: {
    readonly action: DemandAction;
    readonly minutes: Interval | null;
    readonly timesPerYear: number | null;
  } | null,
): Interval | null {
  if (demand && (saves === undefined || saves === demand.action)) return inHours(demand.minutes);
  const activity = saves === undefined ? null : ACTIVITY_OF_ACTION[saves];
  if (activity === null) return null;
  return inHours(estimateMinutes(activity, { occurrences: demand ? demand.timesPerYear : ONCE }));
}

function inHours(minutes: Interval | null): Interval | null {
  return minutes === null ? null : scaled(minutes, 1 / MINUTES_PER_HOUR);
}

/** How often a year a demand comes back: once where nothing is said, null where the words give no number. */
export function timesPerYearOf({ frequency }: DemandUnit): number | null {
  return frequency === null ? ONCE : frequency.timesPerYear;
}

function estimateReading({ bodyCharacters }: OfficialDocument): Estimate {
  return estimate('read', { characters: bodyCharacters });
}

const NO_ESTIMATE: Estimate = { label: '', minutes: null, formula: '', assumptions: [], missing: [] };

/** `known` holds the estimates of this document: most of its demands are of few kinds. */
function estimateDemand(document: OfficialDocument, demand: DemandUnit, known: Map<string, Estimate>): Estimate {
  const activity = activityOf(document, demand);
  if (activity === null) return NO_ESTIMATE;
  const factors = factorsOf(document, demand, activity);
  const key = `${activity} ${JSON.stringify(factors)}`;
  const made = known.get(key) ?? estimate(activity, factors);
  known.set(key, made);
  return made;
}

/** What an action is by the words of its object, tried in order. */
const BY_OBJECT: readonly (readonly [DemandAction, RegExp, ActivityKind])[] = [
  ['set-up', /方案|计划|细则|办法|预案/u, 'write-plan'],
  ['set-up', /群/u, 'set-up-group'],
  ['set-up', /档|台账|袋|册|卷/u, 'open-dossier'],
  ['submit', /(?<![零日周旬月季])报告(?!制度)|总结|小结|材料/u, 'write-report'],
];

function activityOf(document: OfficialDocument, { action, object }: DemandUnit): ActivityKind | null {
  const byObject = BY_OBJECT.find(([verb, words]) => verb === action && words.test(object ?? ''));
  if (byObject) return byObject[2];
  return action === 'submit' && document.forms.length > 0 ? 'fill-form' : ACTIVITY_OF_ACTION[action];
}

/** A short written report, assumed where the text gives no length. */
const REPORT_CHARACTERS = 800;

type FactorsOfActivity = (document: OfficialDocument, demand: DemandUnit) => Factors;

/** Activities that are counted by something else than the number of things. Null stands for what the text leaves open. */
const FACTORS: Readonly<Partial<Record<ActivityKind, FactorsOfActivity>>> = {
  'attend-meeting': ({ meeting }) => ({ minutes: meeting?.minutes ?? null }),
  'fill-form': ({ forms }, { proof }) => ({ textFields: forms[0]?.fields.length ?? 1, photos: photosIn(proof) }),
  'write-report': () => ({ characters: REPORT_CHARACTERS }),
  'hold-meeting': () => ({ people: null }),
  study: (_, { quantity }) => ({ minutes: quantity?.unit === '分钟' ? quantity.value : null }),
  secondment: () => ({ days: null }),
  'send-material': (_, { proof }) => ({ photos: photosIn(proof) }),
};

/** 建立旬报制度: what is set up stays, however often it is used. */
const IS_DONE_ONCE: ReadonlySet<DemandAction> = new Set(['set-up', 'install']);

function factorsOf(document: OfficialDocument, demand: DemandUnit, activity: ActivityKind): Factors {
  const counted = FACTORS[activity]?.(document, demand) ?? { items: itemsOf(demand) };
  return { ...counted, occurrences: IS_DONE_ONCE.has(demand.action) ? ONCE : timesPerYearOf(demand) };
}

function photosIn(proof: readonly string[]): number {
  return proof.includes('photo') || proof.includes('screenshot') ? 1 : 0;
}

/** 每日不少于4次 says how often, and not how many each time. */
function itemsOf({ quantity, frequency }: DemandUnit): number {
  if (quantity !== null && frequency?.text.includes(quantity.text)) return 1;
  const counts = quantity !== null && /[篇条次场户个份张处块家]/u.test(quantity.unit);
  return counts && quantity.value <= 1000 ? quantity.value : 1;
}

function assumptionsOf(activities: readonly Estimate[]): string[] {
  const missing = activities
    .filter(({ minutes }) => minutes === null)
    .map(({ label, missing: names }) => `未计入「${label}」：缺${names.join('、')}。`);
  return [...new Set([...activities.flatMap(({ assumptions }) => assumptions), ...missing])];
}
