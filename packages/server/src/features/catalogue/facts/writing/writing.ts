import type { catalogue, facts } from '@qingzhuang/contract';
import { isCountyBlock } from '@qingzhuang/contract';
import { holds } from '../sight.ts';

/** A subject by its number, or by what tells it apart: an identity number of a person, else its code. */
export type SubjectRef =
  | { readonly id: number }
  | {
      readonly entity: catalogue.Entity;
      readonly code: string;
      /** The element that the code is a value of; without it the one that such a code belongs to. */
      readonly element?: string;
      /** Where it is; null where only known subjects are meant. */
      readonly unit: string | null;
    };

/** A value to be written, in its stored spelling. */
export interface FactWrite {
  readonly subject: SubjectRef;
  readonly element: string;
  readonly value: string;
  /** The row or cell of the source. */
  readonly place: string | null;
  /** 0 to 1; 1 without it. */
  readonly confidence?: number;
}

/** A write that was not made, and why, for people. */
export interface RefusedWrite {
  /** Its place among the writes. */
  readonly index: number;
  readonly reason: string;
}

/** What became of the writes. */
export interface WriteResult {
  readonly created: number;
  readonly updated: number;
  readonly confirmed: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly newSubjects: number;
  readonly refused: readonly RefusedWrite[];
  /** Of each write: the number of its subject; null where it was refused, or is new and was only tried. */
  readonly subjects: readonly (number | null)[];
  /** Of each write; null where it was refused. */
  readonly outcomes: readonly (facts.WriteOutcome | null)[];
}

/** Where a subject is, and where a write says it is. */
interface Place {
  readonly unit: string;
  readonly endedOn: string | null;
}

export type PlaceVerdict = 'stays' | 'moves' | { readonly reason: string };

/**
 * Whether a subject that is known elsewhere may move. Who writes for one village cannot draw a person of another to it,
 * and with the person all that is known of it: both must lie in the area of the writer.
 */
export function decidePlace(known: Place, said: string | null, writer: string): PlaceVerdict {
  const inArea = isCountyBlock(writer) || holds(writer, known.unit);
  // Before anything else is said of it: whether somebody elsewhere has died is for those who serve them.
  if (!inArea) return { reason: '该对象登记在别的单位，请由乡镇或主管部门办理迁移' };
  if (known.endedOn !== null) return { reason: `该对象已于 ${known.endedOn} 注销` };
  return said === null || said === known.unit ? 'stays' : 'moves';
}
