/** What the gate knows besides the draft. A register that does not exist yet is null: nothing is checked against it. */
import type { Interval } from '@qingzhuang/analysis';
import type { caps, DeepReadonly, demands } from '@qingzhuang/contract';
import type { AskingText } from '../text-asks.ts';
import type { Subject } from './topic.ts';

/** One draft, ready to be screened. */
export interface GateCase {
  readonly draft: DeepReadonly<demands.DemandDraft>;
  /** In a year; the larger of what the fields say and what the text orders. */
  readonly perBearerMinutes: Interval;
  /** What the text asks, however the fields are changed; null without a text. */
  readonly text: DeepReadonly<AskingText> | null;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly facts: GateFacts;
}

export interface GateFacts {
  /** Meetings and visits near in time that have a bearer in common. */
  readonly neighbours: readonly Neighbour[];
  /** Demands with words in common, that hold or held not long ago. */
  readonly alike: readonly Alike[];
  /** Demands that hold or held not long ago, and whose text holds most of the draft's; the largest share first. */
  readonly alikeTexts: readonly AlikeText[];
  /** Minutes that a bearer owes already in the month in which this demand falls, by unit. */
  readonly minutesOwed: ReadonlyMap<string, number>;
  /** Minutes that a bearer may owe in a month, by unit; null where the county has decided nothing. */
  readonly ceilings: ReadonlyMap<string, number> | null;
  /** Meetings of the issuer this year. */
  readonly meetings: { readonly online: number; readonly offline: number };
  readonly caps: readonly Cap[] | null;
  readonly registers: Registers;
}

export interface Neighbour extends Subject {
  readonly id: string;
  readonly kind: 'meeting' | 'inspection';
  readonly issuer: string;
  /** RFC 3339. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly series: string | null;
  /** Bearers that both have. */
  readonly shared: readonly string[];
}

export interface Alike extends Subject {
  readonly id: string;
  readonly issuer: string;
  /** When it took place, is due or was sent: `YYYY-MM-DD`. */
  readonly day: string;
  readonly shared: number;
  /** The issuer of the draft is one of its bearers: it may be passing the demand on. */
  readonly isFromAbove: boolean;
}

export interface AlikeText extends Alike {
  /** Of what tells the draft's text apart, so much stands in the other one: 0 to 1. */
  readonly share: number;
}

/** A yearly total of the issuer; null decides nothing. */
export interface Cap {
  readonly of: caps.CapMeasure;
  readonly limit: number | null;
  readonly used: number;
}

export interface Registers {
  /** Numbers of the issuer's items of this kind in this year's plan. */
  readonly plan: readonly string[] | null;
  /** Numbers under which inspections were filed. */
  readonly filings: readonly string[] | null;
  /** Days on which no meetings are held, besides those of every week or month: `YYYY-MM-DD`. */
  readonly freeDates: readonly string[] | null;
  /** Who let a meeting be held on a day without meetings, and why; an empty list: nobody. */
  readonly meetingExceptions: readonly { readonly day: string; readonly grounds: string }[] | null;
  /** Kinds that the issuer may not ask for now, and why. */
  readonly restrictions: readonly { readonly kind: demands.DemandKind; readonly reason: string }[] | null;
  readonly duties: readonly string[] | null;
  readonly reclaimedDuties: readonly string[] | null;
  readonly platforms: readonly Platform[] | null;
  /** What the draft's own form asks for: elements of the catalogue, else labels; null while no workbook is attached. */
  readonly ownLabels: readonly string[] | null;
  /** Those of them that the county holds and that are fresh. Absent in what was recorded before there was a catalogue. */
  readonly heldLabels?: readonly string[];
  /** Forms that run and ask for some of it. */
  readonly forms: readonly RunningForm[] | null;
  /** Forms that were stopped and asked for some of it. Absent as above. */
  readonly stoppedForms?: readonly StoppedForm[];
  /** How many bearers have said what they think of the draft. */
  readonly opinions: number | null;
}

export interface Platform {
  readonly name: string;
  readonly isFiled: boolean;
  readonly isClosed: boolean;
  /** `YYYY-MM-DD`; null when it was never used. */
  readonly lastUsedOn: string | null;
}

export interface RunningForm {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly string[];
}

export interface StoppedForm extends RunningForm {
  /** Of how many fields `labels` are those that the draft asks for again. */
  readonly fields: number;
  /** `YYYY-MM-DD` */
  readonly endedOn: string;
}

/** Nothing is registered: what a county begins with. */
export const NO_REGISTERS: Registers = {
  plan: null,
  filings: null,
  freeDates: null,
  meetingExceptions: null,
  restrictions: null,
  duties: null,
  reclaimedDuties: null,
  platforms: null,
  ownLabels: null,
  forms: null,
  opinions: null,
};

export const NO_FACTS: GateFacts = {
  neighbours: [],
  alike: [],
  alikeTexts: [],
  minutesOwed: new Map(),
  ceilings: null,
  meetings: { online: 0, offline: 0 },
  caps: null,
  registers: NO_REGISTERS,
};
