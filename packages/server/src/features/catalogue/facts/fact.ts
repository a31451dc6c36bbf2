import { isFresh } from '@qingzhuang/analysis';
import type { facts } from '@qingzhuang/contract';
import type { CountyElement } from '../elements/element.ts';

/** Who says so. Two values of one source are one voice that corrects itself. */
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
  { updatePeriod }: Pick<CountyElement, 'updatePeriod'>,
  today: string,
): facts.WriteOutcome {
  if (held === undefined) return 'created';
  if (held.value === offered.value) return isConfirmed(held, offered, updatePeriod) ? 'confirmed' : 'unchanged';
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

/** What never changes by itself gets no fresher by being said again, unless its owner says so for the first time. */
function isConfirmed(held: Statement, offered: Statement, period: Period): boolean {
  if (offered.byOwner && !held.byOwner && offered.asOf >= held.asOf) return true;
  return period !== 'once' && offered.asOf > held.asOf;
}

function isSameSource(one: Source, other: Source): boolean {
  return one.kind === other.kind && one.name === other.name && one.unit === other.unit;
}

/** What tells a subject apart, in one spelling: letters and digits of a code, whatever stands between them. */
export function foldCode(code: string): string {
  return code.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

/** Whether a code may stand in clear: nobody's identity number does. */
export function mayStandInClear(code: string): boolean {
  return !/^\d{17}[\dX]$/u.test(code);
}
