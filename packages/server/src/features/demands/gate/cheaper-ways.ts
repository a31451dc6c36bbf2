/** What would cost the bearers less: each way is the draft with one thing changed, counted again. */
import { estimateDemandBurden, type Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands } from '@qingzhuang/contract';
import { activitiesOf } from '../activities.ts';
import type { Alike, GateCase, Neighbour } from './gate-facts.ts';
import { isInWay } from './neighbours.ts';
import { likeness } from './topic.ts';

type Details = DeepReadonly<demands.DemandDetails>;
type Way = DeepReadonly<demands.CheaperWay>;

const SHORTER_MINUTES: readonly number[] = [90, 60];
/** One page. */
const PAGE_CHARACTERS = 800;
const LEAST_LIKENESS = 0.6;
const MOST_WAYS = 8;
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
  ]
    .filter(({ hoursSaved }) => hoursSaved.likely > 0)
    .toSorted((one, other) => other.hoursSaved.likely - one.hoursSaved.likely)
    .slice(0, MOST_WAYS);
}

function merging({ draft, perBearerMinutes, facts }: GateCase): Way[] {
  const repeated = facts.alike.filter((other) => other.shared > 0 && likeness(draft, other) >= LEAST_LIKENESS);
  const known = new Set(repeated.map(({ id }) => id));
  const atSameTime = facts.neighbours.filter((other) => !known.has(other.id) && isInWay(draft.details, other));
  return [
    ...repeated.map((other) => mergedInto(other, times(perBearerMinutes, other.shared))),
    ...(draft.details.kind === 'meeting' ? atSameTime.map((other) => joined(draft.details, other)) : []),
  ];
}

function mergedInto({ id, title, shared }: Alike, saved: Interval): Way {
  return way('merge', `并入「${title}」，${shared}个承接单位不再另做一遍`, { saved, with: id });
}

/** Whoever is there already needs no second way, and prepares once; the time of the meeting itself stays. */
function joined(details: Details, { id, title, shared }: Neighbour): Way {
  const whole = minutesOf(details);
  const stay = details.kind === 'meeting' ? minutesFor('other-work', details) : whole;
  return way('merge', `并入同时进行的「${title}」，少跑一趟`, {
    saved: times(less(whole, stay), shared.length),
    with: id,
  });
}

/** Only the time in the meeting. */
function minutesFor(activity: 'other-work', details: Extract<Details, { readonly kind: 'meeting' }>): Interval {
  const minutes = (Date.parse(details.endsAt) - Date.parse(details.startsAt)) / 60_000;
  const factors = { minutes, people: details.people, occurrences: details.timesPerYear };
  return estimateDemandBurden([{ activity, factors }], 1).perBearerMinutes;
}

function shortening({ draft: { details, bearers } }: GateCase): Way[] {
  if (details.kind !== 'meeting') return [];
  const starts = Date.parse(details.startsAt);
  const minutes = (Date.parse(details.endsAt) - starts) / 60_000;
  return SHORTER_MINUTES.filter((shorter) => shorter < minutes).map((shorter) => {
    const endsAt = new Date(starts + shorter * 60_000).toISOString();
    return changed('shorten', `压缩到${shorter}分钟`, { from: details, to: { ...details, endsAt }, bearers });
  });
}

function onLine({ draft: { details, bearers } }: GateCase): Way[] {
  if (details.kind !== 'meeting' || details.mode === 'video') return [];
  return [
    changed('hold-online', '改为线上召开，免去路程', { from: details, to: { ...details, mode: 'video' }, bearers }),
  ];
}

function asText({ draft: { details, bearers } }: GateCase): Way[] {
  if (details.kind !== 'meeting' || details.talks > 0) return [];
  const { timesPerYear, otherMinutes = 0 } = details;
  const text: Details = {
    ...{ kind: 'document', genre: null, docNumber: null, parent: null },
    ...{ characters: PAGE_CHARACTERS, reports: 0, plans: 0, timesPerYear, otherMinutes },
  };
  return [changed('send-as-text', '不开会，改发一页要点', { from: details, to: text, bearers })];
}

function withoutKnownFields({ draft: { details, bearers } }: GateCase): Way[] {
  if (details.kind !== 'form' || details.fields.known === 0) return [];
  const { known } = details.fields;
  const fields = { ...details.fields, known: 0 };
  // A form of which nothing is left is no form: all of it goes.
  const isEmpty = Object.values(fields).every((number) => number === 0);
  const proposal = isEmpty ? `${known}个字段都有数据，不发这张表` : `删去已有数据的${known}个字段，由系统带出`;
  if (isEmpty) return [way('drop-known-fields', proposal, { saved: times(minutesOf(details), bearers.length) })];
  return [changed('drop-known-fields', proposal, { from: details, to: { ...details, fields }, bearers })];
}

/** Leaves out whom the register shows to be crowded; a whole range of villages below a township that is asked as well. */
function fewerBearers({ draft: { bearers }, perBearerMinutes }: GateCase, crowded: readonly string[]): Way[] {
  const asked = new Set(bearers);
  const below = bearers.filter((unit) => !unit.endsWith('000') && asked.has(`${unit.slice(0, 9)}000`));
  return [
    leaving(
      '本月不再要求工时已满的',
      crowded.filter((unit) => asked.has(unit)),
      { bearers, perBearerMinutes },
    ),
    leaving('已请乡镇办理，不再要求其所属的', below, { bearers, perBearerMinutes }),
  ].flatMap((found) => found ?? []);
}

interface Asked {
  readonly bearers: readonly string[];
  readonly perBearerMinutes: Interval;
}

function leaving(words: string, units: readonly string[], { bearers, perBearerMinutes }: Asked): Way | null {
  // A demand on nobody is a withdrawal, and that is no cheaper way of asking.
  if (units.length === 0 || units.length === bearers.length) return null;
  const saved = times(perBearerMinutes, units.length);
  return way('ask-fewer', `${words}${units.length}个单位`, { saved, leaveOut: units });
}

function lessOften({ draft: { details, bearers } }: GateCase): Way[] {
  const { timesPerYear } = details;
  const choices = [
    { times: MONTHLY, proposal: '改为每月一次', isLess: timesPerYear >= WEEKLY },
    { times: 1, proposal: `一年${timesPerYear}次改为一次`, isLess: timesPerYear > 1 },
  ];
  return choices
    .filter(({ isLess }) => isLess)
    .map(({ times: fewer, proposal }) =>
      changed('ask-less-often', proposal, { from: details, to: { ...details, timesPerYear: fewer }, bearers }),
    );
}

interface Change {
  readonly from: Details;
  readonly to: Details;
  readonly bearers: readonly string[];
}

function changed(kind: Way['way'], proposal: string, { from, to, bearers }: Change): Way {
  return way(kind, proposal, { saved: times(less(minutesOf(from), minutesOf(to)), bearers.length), details: to });
}

function minutesOf(details: Details): Interval {
  return estimateDemandBurden(activitiesOf(details), 1).perBearerMinutes;
}

interface Effect {
  readonly saved: Interval;
  readonly with?: string;
  readonly details?: Details;
  readonly leaveOut?: readonly string[];
}

function way(kind: Way['way'], proposal: string, effect: Effect): Way {
  const { saved, with: other = null, details = null, leaveOut = [] } = effect;
  return { way: kind, proposal, hoursSaved: times(saved, 1 / 60), with: other, details, leaveOut };
}

/** Bound by bound: both sides assume the same costs, so that where one is low the other is as well. */
function less(one: Interval, other: Interval): Interval {
  return { low: one.low - other.low, likely: one.likely - other.likely, high: one.high - other.high };
}

function times({ low, likely, high }: Interval, factor: number): Interval {
  return { low: low * factor, likely: likely * factor, high: high * factor };
}
