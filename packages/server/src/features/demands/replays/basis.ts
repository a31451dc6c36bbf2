/** What a screening went by, besides the draft, its text and the settings: small enough to be kept with each of them. */
import type { caps, DeepReadonly, demands } from '@qingzhuang/contract';
import type { Alike, AlikeText, GateFacts, Neighbour, Registers } from '../gate/gate-facts.ts';
import { gateSettings, meetingCalendar } from '../gate/settings.ts';
import type { KnownFacts, ScreeningFacts } from '../screening.ts';

type Draft = DeepReadonly<demands.DemandDraft>;

/** As it stands in a column of JSON. */
export interface ScreeningBasis {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly isOffice: boolean;
  /** Versions of the county's own settings, by key. */
  readonly settings: Readonly<Record<string, number>>;
  readonly neighbours: readonly KeptNeighbour[];
  readonly alike: readonly Alike[];
  /** Absent before texts were compared. */
  readonly alikeTexts?: readonly AlikeText[];
  readonly minutesOwed: Readonly<Record<string, number>>;
  readonly ceilings: Readonly<Record<string, number>> | null;
  readonly meetings: GateFacts['meetings'];
  readonly caps: GateFacts['caps'];
  readonly registers: Registers;
}

/**
 * Units by their places among the draft's bearers, in runs, `0-14,30`: a meeting of all villages has hundreds of them, many
 * times. What was kept at first lists the places one by one.
 */
type KeptNeighbour = Omit<Neighbour, 'shared'> & { readonly shared: string | readonly number[] };

/** What has to be kept of the facts for the draft to be screened again. */
export function basisOf(draft: Draft, facts: KnownFacts): ScreeningBasis {
  const { gate, today, isOffice, settingVersions } = facts;
  const places = new Map(draft.bearers.map((unit, place) => [unit, place]));
  return {
    ...{ today, isOffice },
    settings: settingVersions,
    neighbours: gate.neighbours.map(({ shared, ...neighbour }) => ({
      ...neighbour,
      shared: asRuns(shared.flatMap((unit) => places.get(unit) ?? [])),
    })),
    alike: gate.alike,
    alikeTexts: gate.alikeTexts,
    minutesOwed: Object.fromEntries(gate.minutesOwed),
    ceilings: gate.ceilings && Object.fromEntries(gate.ceilings),
    meetings: gate.meetings,
    caps: gate.caps,
    registers: {
      ...gate.registers,
      // Of a whole plan, only whether the draft's number is in it is asked.
      plan: gate.registers.plan?.filter((number) => number === draft.planItem) ?? null,
      // The calendar is in the settings.
      ...{ freeDates: null, meetingExceptions: null },
    },
  };
}

/** What is kept elsewhere of a screening. */
export interface ScreenedThen {
  readonly draft: Draft;
  readonly document: ScreeningFacts['document'];
  /** RFC 3339. */
  readonly at: string;
  readonly settings: DeepReadonly<caps.CountySettings>;
}

/** The facts as they were. */
export function factsFrom(basis: ScreeningBasis, { draft, document, at, settings }: ScreenedThen): ScreeningFacts {
  const {
    today,
    isOffice,
    neighbours,
    alike,
    alikeTexts = [],
    minutesOwed,
    ceilings,
    meetings,
    caps,
    registers,
  } = basis;
  return {
    ...{ document, isOffice, today },
    settings: gateSettings(settings),
    gate: {
      ...{ alike, alikeTexts, meetings, caps },
      neighbours: neighbours.map(({ shared, ...neighbour }) => ({
        ...neighbour,
        shared: placesOf(shared).flatMap((place) => draft.bearers[place] ?? []),
      })),
      minutesOwed: new Map(Object.entries(minutesOwed)),
      ceilings: ceilings && new Map(Object.entries(ceilings)),
      registers: { ...registers, ...meetingCalendar(settings) },
    },
    now: at,
  };
}

function asRuns(places: readonly number[]): string {
  const sorted = places.toSorted((one, other) => one - other);
  const firsts = sorted.filter((place, index) => sorted[index - 1] !== place - 1);
  const lasts = sorted.filter((place, index) => sorted[index + 1] !== place + 1);
  return firsts
    .map((first, index) => (first === lasts[index] ? `${first}` : `${first}-${lasts[index] ?? first}`))
    .join();
}

const RUNS = /\d+(?:-\d+)?/gu;

function placesOf(kept: string | readonly number[]): readonly number[] {
  if (typeof kept !== 'string') return kept;
  return (kept.match(RUNS) ?? []).flatMap((run) => {
    const [first = 0, last = first] = run.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
