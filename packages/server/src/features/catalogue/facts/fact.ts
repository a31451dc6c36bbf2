import { isFresh, readValue } from '@qingzhuang/analysis';
import type { catalogue, facts } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';

/** Who says so. Two values of one source are one voice that corrects itself, and so is what a unit writes by hand. */
export interface Source {
  readonly kind: facts.SourceKind;
  /** As people call it: 民政局低保台账. */
  readonly name: string;
  /** The unit for which it is written. */
  readonly unit: string;
}

/** A value with its day and its source. */
export interface Statement {
  /** In its one stored spelling. */
  readonly value: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly source: Source;
  /** Said by the owner of the element. */
  readonly byOwner: boolean;
}

/**
 * What becomes of a value that is offered beside the one that is held. The owner's word counts while it is fresh, what
 * never changes by itself is not changed by another source, and otherwise the later day counts. What cannot be decided
 * so is a conflict, for the owner to look at: nothing is overwritten silently.
 */
export function decideWrite(
  held: Statement | undefined,
  offered: Statement,
  { type, updatePeriod }: Pick<CountyElement, 'type' | 'updatePeriod'>,
  today: string,
): facts.WriteOutcome {
  if (held === undefined) return 'created';
  if (held.value === offered.value || isRougher(offered.value, held.value, type)) {
    return isConfirmed(held, offered, updatePeriod, today) ? 'confirmed' : 'unchanged';
  }
  if (isSameSource(held.source, offered.source)) return offered.asOf >= held.asOf ? 'updated' : 'unchanged';
  return mayReplace(held, offered, updatePeriod, today) ? 'updated' : 'conflict';
}

type Period = CountyElement['updatePeriod'];

/** Whether another source may take the place of what is held. */
function mayReplace(held: Statement, offered: Statement, period: Period, today: string): boolean {
  if (offered.byOwner && !held.byOwner) return offered.asOf >= held.asOf;
  const isOwnersWord = held.byOwner && !offered.byOwner && isFresh(held.asOf, period, today);
  return !isOwnersWord && period !== 'once' && offered.asOf > held.asOf;
}

/** A month in which the day lies, or a year in which either lies, says less and nothing else. */
function isRougher(offered: string, held: string, type: CountyElement['type']): boolean {
  return type === 'date' && held.startsWith(`${offered}-`);
}

/**
 * What never changes by itself gets no fresher by being said again, unless its owner says so for the first time. The
 * owner's word is made fresher by the owner only: it stands until it has expired, and then is the other's word.
 */
function isConfirmed(held: Statement, offered: Statement, period: Period, today: string): boolean {
  if (offered.byOwner && !held.byOwner && offered.asOf >= held.asOf) return true;
  if (held.byOwner && !offered.byOwner && isFresh(held.asOf, period, today)) return false;
  return period !== 'once' && offered.asOf > held.asOf;
}

function isSameSource(one: Source, other: Source): boolean {
  if (one.unit !== other.unit) return false;
  return (isByHand(one) && isByHand(other)) || (one.kind === other.kind && one.name === other.name);
}

/** In a form, or where single values are corrected. A unit may keep several registers: they are not one voice. */
function isByHand({ kind }: Source): boolean {
  return kind === 'form' || kind === 'correction';
}

/** What tells a subject apart, in one spelling: letters and digits of a code, whatever stands between them. */
export function foldCode(code: string): string {
  return code.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

/** Whether a code may stand in clear: nobody's identity number does, of 18 signs or of the 15 of former times. */
export function mayStandInClear(code: string): boolean {
  if (/^\d{17}[\dX]$/u.test(code)) return false;
  const isOldNumber = /^\d{6}[3-9]\d{8}$/u.test(code) && 'value' in readValue(code, 'identity-number');
  // The code of a village with three more digits looks like somebody born before 1930; it is a house or a household.
  return !isOldNumber;
}

/** The element that tells the subjects of each kind apart; of several the first that a register has. */
export const CODE_ELEMENTS: Readonly<Record<catalogue.Entity, readonly string[]>> = {
  person: ['person.identity-number'],
  household: ['household.register-number', 'household.head-identity-number'],
  house: ['house.code'],
  plot: ['plot.code'],
  village: ['village.code'],
  organisation: ['organisation.credit-code'],
  facility: ['facility.code'],
  event: ['event.code'],
};

/** Whether what tells subjects of the kind apart is among these elements. */
export function hasCode(entity: catalogue.Entity, elements: readonly Pick<CountyElement, 'key'>[]): boolean {
  return elements.some(({ key }) => CODE_ELEMENTS[entity].includes(key));
}

/** The element of the county that a code is a value of: where there are two, no identity number is taken for the other. */
export function codeElementOf(
  entity: catalogue.Entity,
  code: string,
  elements: ReadonlyMap<string, CountyElement>,
): CountyElement | undefined {
  const keys = CODE_ELEMENTS[entity];
  const inUse = keys.flatMap((key) => elements.get(key) ?? []);
  if (keys.length === 1) return inUse[0];
  const isNumber = !mayStandInClear(foldCode(code));
  return inUse.find(({ type }) => (type === 'identity-number') === isNumber);
}
