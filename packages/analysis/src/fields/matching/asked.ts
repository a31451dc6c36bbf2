import type { Field } from '../form.ts';
import type { FormHolder } from './holders-of-form.ts';
import type { Meaning } from './meaning.ts';

/** A field as it is asked. */
export interface Asked {
  readonly field: Field;
  readonly meaning: Meaning;
  /** Nothing but words that fit many things: 名称, 面积, 金额. */
  readonly isGeneric: boolean;
  /** Whether the headers further out tell it from another field: 水稻/单产 beside 玉米/单产. */
  readonly isToldByOuter: boolean;
  /** Of an earlier year than the form is about. */
  readonly isOfThePast: boolean;
  readonly unit: string | null;
  /** A place by name: 乡镇, 村. */
  readonly isPlace: boolean;
  /** The words of the fields just before it, and these as they are written. */
  readonly neighbours: ReadonlySet<string>;
  readonly neighbourTexts: string;
  readonly holder: FormHolder;
}
