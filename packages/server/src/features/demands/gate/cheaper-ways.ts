/** What would cost the bearers less: each way is the draft with one thing changed, counted again. */
import { estimateDemandBurden, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { burdenOf, largerOf } from '../burden.ts';
import type { Alike, GateCase, Neighbour } from './gate-facts.ts';
import { orderedBy, reworded, type Rewording } from '../text-asks.ts';
import { isInWay } from './neighbours.ts';
import { askedLessOften, HELD_ON_LINE, heldShorter, NOT_HELD, textWays, withFewerFields } from './text-ways.ts';
import { likeness } from './topic.ts';

type Details = DeepReadonly<demands.DemandDetails>;
type Way = DeepReadonly<demands.CheaperWay>;

const SHORTER_MINUTES: readonly number[] = [90, 60];
/** One page. */
const PAGE_CHARACTERS = 800;
const LEAST_LIKENESS = 0.6;
const MOST_WAYS = 8;
const MOST_SENTENCES = 5;
const MONTHLY = 12;
const WEEKLY = 52;

/** The ways that save anything, most first. Each is counted on its own: two of them together save less than their sum. */
export function cheaperWays(given: GateCase, crowdedUnits: readonly string[] = []): readonly Way[] {
  return [
    ...merging(given),
    ...shortening(given),
    ...onLine(given),
    ...asText(given),
    ...withoutKnownFields(given),
    ...fewerBearers(given, crowdedUnits),
    ...lessOften(given),
    ...otherwiseWorded(given),
  ]
    .filter(({ hoursSaved }) => hoursSaved.likely > 0)
    .toSorted((one, other) => other.hoursSaved.likely - one.hoursSaved.likely)
    .slice(0, MOST_WAYS);
}

function merging(given: GateCase): Way[] {
  const { draft, perBearerMinutes, facts } = given;
  const repeated = facts.alike.filter((other) => other.shared > 0 && likeness(draft, other) >= LEAST_LIKENESS);
  const known = new Set(repeated.map(({ id }) => id));
  const atSameTime = facts.neighbours.filter((other) => !known.has(other.id) && isInWay(draft.details, other));
  return [
    ...repeated.map((other) => mergedInto(other, times(perBearerMinutes, other.shared))),
    ...atSameTime.flatMap((other) => joined(given, other)),
  ];
}

function mergedInto({ id, title, shared }: Alike, saved: Interval): Way {
  return way('merge', `并入「${title}」，${shared}个承接单位不再另做一遍`, { saved, with: id });
}

/** Whoever is there already needs no second way, and prepares once; the time of the meeting itself stays. */
function joined({ draft: { details }, perBearerMinutes, text }: GateCase, other: Neighbour): Way[] {
  if (details.kind !== 'meeting') return [];
  const { id, title, shared } = other;
  const minutes = (Date.parse(details.endsAt) - Date.parse(details.startsAt)) / 60_000;
  const factors = { minutes, people: details.people, occurrences: details.timesPerYear };
  const stay = estimateDemandBurden([{ activity: 'other-work', factors }], 1).perBearerMinutes;
  const saved = times(less(perBearerMinutes, largerOf(stay, text?.perBearerMinutes ?? null)), shared.length);
  return [way('merge', `并入同时进行的「${title}」，少跑一趟`, { saved, with: id })];
}

function shortening(given: GateCase): Way[] {
  const { details } = given.draft;
  if (details.kind !== 'meeting') return [];
  const starts = Date.parse(details.startsAt);
  const minutes = (Date.parse(details.endsAt) - starts) / 60_000;
  return SHORTER_MINUTES.filter((shorter) => shorter < minutes).map((shorter) => {
    const endsAt = new Date(starts + shorter * 60_000).toISOString();
    return changed(given, {
      ...{ way: 'shorten', proposal: `压缩到${shorter}分钟`, details: { ...details, endsAt } },
      rewording: heldShorter(shorter),
    });
  });
}

function onLine(given: GateCase): Way[] {
  const { details } = given.draft;
  if (details.kind !== 'meeting' || details.mode === 'video') return [];
  const proposal = '改为线上召开，免去路程';
  return [
    changed(given, {
      ...{ way: 'hold-online', proposal, details: { ...details, mode: 'video' } },
      rewording: HELD_ON_LINE,
    }),
  ];
}

function asText(given: GateCase): Way[] {
  const { details } = given.draft;
  if (details.kind !== 'meeting' || details.talks > 0) return [];
  const { timesPerYear, otherMinutes = 0 } = details;
  const text: Details = {
    ...{ kind: 'document', genre: null, docNumber: null, parent: null },
    ...{ characters: PAGE_CHARACTERS, reports: 0, plans: 0, timesPerYear, otherMinutes },
  };
  const way = changed(given, {
    ...{ way: 'send-as-text', proposal: '不开会，改发一页要点', details: text },
    rewording: NOT_HELD,
  });
  // Other fields alone would hide a meeting that the text still calls: its text comes first.
  return [{ ...way, details: way.textToAlter === undefined ? way.details : null }];
}

function withoutKnownFields(given: GateCase): Way[] {
  const { details, bearers } = given.draft;
  if (details.kind !== 'form' || details.fields.known === 0) return [];
  const { known } = details.fields;
  const fields = { ...details.fields, known: 0 };
  // A form of which nothing is left is no form: all of it goes.
  if (Object.values(fields).every((number) => number === 0)) {
    const saved = times(given.perBearerMinutes, bearers.length);
    return [way('drop-known-fields', `${known}个字段都有数据，不发这张表`, { saved })];
  }
  const proposal = `删去已有数据的${known}个字段，由系统带出`;
  return [
    changed(given, {
      ...{ way: 'drop-known-fields', proposal, details: { ...details, fields } },
      rewording: withFewerFields(known),
    }),
  ];
}

/** Leaves out whom the register shows to be crowded; a whole range of villages below a township that is asked as well. */
function fewerBearers(given: GateCase, crowded: readonly string[]): Way[] {
  const { bearers } = given.draft;
  const asked = new Set(bearers);
  const below = bearers.filter((unit) => !unit.endsWith('000') && asked.has(townshipOf(unit)));
  const full = crowded.filter((unit) => asked.has(unit));
  return [
    ...leaving(given, '本月不再要求工时已满的', full),
    ...leaving(given, '已请乡镇办理，不再要求其所属的', below),
  ];
}

function leaving({ draft, perBearerMinutes }: GateCase, words: string, units: readonly string[]): Way[] {
  const stay = new Set(draft.bearers.filter((unit) => !units.includes(unit)));
  const leaveOut = units.filter((unit) => !isCalledAnyway(draft.details, unit, stay));
  // A demand on nobody is a withdrawal, and that is no cheaper way of asking.
  if (leaveOut.length === 0 || leaveOut.length === draft.bearers.length) return [];
  const saved = times(perBearerMinutes, leaveOut.length);
  return [way('ask-fewer', `${words}${leaveOut.length}个单位`, { saved, leaveOut })];
}

/** A meeting takes in all below its bearers at the levels that it goes down to: whom it calls so cannot be left out. */
function isCalledAnyway(details: Details, unit: string, stay: ReadonlySet<string>): boolean {
  if (details.kind !== 'meeting') return false;
  const isVillage = !unit.endsWith('000');
  const isAtLevel = details.levels.includes(isVillage ? 'village' : 'township');
  return isAtLevel && ((isVillage && stay.has(townshipOf(unit))) || stay.has(`${unit.slice(0, 6)}000000`));
}

function townshipOf(village: string): string {
  return `${village.slice(0, 9)}000`;
}

function lessOften(given: GateCase): Way[] {
  const { details } = given.draft;
  const { timesPerYear } = details;
  const choices = [
    { times: MONTHLY, proposal: '改为每月一次', isLess: timesPerYear >= WEEKLY },
    { times: 1, proposal: `一年${timesPerYear}次改为一次`, isLess: timesPerYear > 1 },
  ];
  return choices
    .filter(({ isLess }) => isLess)
    .map(({ times: fewer, proposal }) =>
      changed(given, {
        ...{ way: 'ask-less-often', proposal, details: { ...details, timesPerYear: fewer } },
        rewording: askedLessOften(fewer),
      }),
    );
}

/** The fields stay: only the text asks it. */
function otherwiseWorded(given: GateCase): Way[] {
  const { draft, text } = given;
  if (text === null) return [];
  return textWays(text, draft.details.timesPerYear).map((one) => ({
    ...changed(given, { ...one, details: draft.details }),
    details: null,
  }));
}

interface Change {
  readonly way: Way['way'];
  readonly proposal: string;
  readonly details: Details;
  /** What must become of the text as well. */
  readonly rewording: Rewording;
}

/** What is saved is what screening shows less once the details are these and the text asks no more than they do. */
function changed(
  { draft, perBearerMinutes, text }: GateCase,
  { way: kind, proposal, details, rewording }: Change,
): Way {
  const { text: altered, sentences } = reworded(text, rewording);
  const after = burdenOf(details, orderedBy(altered, details)).perBearerMinutes;
  const saved = times(less(perBearerMinutes, after), draft.bearers.length);
  return way(kind, proposal, { saved, details, textToAlter: sentences.slice(0, MOST_SENTENCES) });
}

interface Effect {
  readonly saved: Interval;
  readonly with?: string;
  readonly details?: Details;
  readonly leaveOut?: readonly string[];
  readonly textToAlter?: readonly string[];
}

function way(kind: Way['way'], proposal: string, effect: Effect): Way {
  const { saved, with: other = null, details = null, leaveOut = [], textToAlter = [] } = effect;
  return {
    way: kind,
    proposal,
    hoursSaved: times(saved, 1 / 60),
    with: other,
    details,
    leaveOut,
    ...(textToAlter.length > 0 && { textToAlter }),
  };
}

/** Bound by bound: both sides assume the same costs, so that where one is low the other is as well. */
function less(one: Interval, other: Interval): Interval {
  const likely = one.likely - other.likely;
  const bounds = [one.low - other.low, one.high - other.high, likely];
  // Nobody has more to do because less is asked.
  return { low: Math.max(0, Math.min(...bounds)), likely, high: Math.max(...bounds) };
}

function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}
