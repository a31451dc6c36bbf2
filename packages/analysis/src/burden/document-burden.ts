/** What a document costs one bearer: every demand in it as an activity, recurring work counted for a year. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { DemandUnit } from '../document/demands.ts';
import type { Burden, DemandAction, Interval } from '../report.ts';
import { ACTIVITY_OF_ACTION, type ActivityKind, type Factors } from './activities.ts';
import { estimate, type Estimate } from './estimate.ts';
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
  const activities = [...reading, ...demands.filter(({ label }) => label !== '')];
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
  return inHours(estimate(activity, { occurrences: demand ? demand.timesPerYear : ONCE }).minutes);
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

function activityOf(document: OfficialDocument, { action, object }: DemandUnit): ActivityKind | null {
  const words = object ?? '';
  if (action === 'set-up' && /方案|计划|细则|办法|预案/u.test(words)) return 'write-plan';
  if (action === 'set-up' && /群/u.test(words)) return 'set-up-group';
  if (action === 'set-up' && /档|台账|袋|册|卷/u.test(words)) return 'open-dossier';
  if (action === 'submit' && /报告|总结|小结|材料/u.test(words)) return 'write-report';
  if (action === 'submit' && document.forms.length > 0) return 'fill-form';
  return ACTIVITY_OF_ACTION[action];
}

/** A short written report, assumed where the text gives no length. */
const REPORT_CHARACTERS = 800;

function factorsOf(document: OfficialDocument, demand: DemandUnit, activity: ActivityKind): Factors {
  const occurrences = timesPerYearOf(demand);
  const photos = demand.proof.some((proof) => proof === 'photo' || proof === 'screenshot') ? 1 : 0;
  switch (activity) {
    case 'attend-meeting':
      return { minutes: document.meeting?.minutes ?? null, occurrences };
    case 'fill-form':
      return { textFields: document.forms[0]?.fields.length ?? 1, photos, occurrences };
    case 'write-report':
      return { characters: REPORT_CHARACTERS, occurrences };
    case 'hold-meeting':
      return { people: null, occurrences };
    case 'study':
      return { minutes: demand.quantity?.unit === '分钟' ? demand.quantity.value : null, occurrences };
    case 'secondment':
      return { days: null, occurrences };
    case 'send-material':
      return { photos, occurrences };
    default:
      return { items: itemsOf(demand), occurrences };
  }
}

function itemsOf({ quantity }: DemandUnit): number {
  const counts = quantity !== null && /[篇条次场户个份张处块家]/u.test(quantity.unit);
  return counts && quantity.value <= 1000 ? quantity.value : 1;
}

function assumptionsOf(activities: readonly Estimate[]): string[] {
  const missing = activities
    .filter(({ minutes }) => minutes === null)
    .map(({ label, missing: names }) => `未计入「${label}」：缺${names.join('、')}。`);
  return [...new Set([...activities.flatMap(({ assumptions }) => assumptions), ...missing])];
}
