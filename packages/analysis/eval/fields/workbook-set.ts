/** Workbooks as offices make them, with what a person reads out of them. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Derivation, FieldType } from '../../src/index.ts';

export const SET_NAMES = ['tuning', 'measuring'] as const;
export type SetName = (typeof SET_NAMES)[number];

export interface LabelledWorkbook {
  /** The name of its file. */
  readonly name: string;
  /** Which department makes it, what for, what is hard about it. */
  readonly about: string;
  readonly sheets: readonly LabelledSheet[];
  readonly fields: readonly LabelledField[];
}

export interface LabelledSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly merges?: readonly string[];
}

/** What a field asks, as its office means it. */
export interface LabelledField {
  readonly sheet: string;
  readonly cell: string;
  readonly label: readonly string[];
  readonly type: FieldType;
  readonly unit?: string;
  /** Null where no element of the starter catalogue is meant. */
  readonly element: string | null;
  /** Elements that give the same value in this form: the phone of a list of households is that of its heads. */
  readonly alsoRight?: readonly string[];
  readonly derived?: Derivation;
  /** Serial numbers and totals: nobody is asked, so neither finding nor leaving them is a mistake. */
  readonly computed?: boolean;
}

/** Empty where the set has not been written. */
export function readWorkbookSet(set: SetName): LabelledWorkbook[] {
  const folder = new URL(`${set}/`, import.meta.url);
  return filesIn(folder).map((file) => {
    const workbook = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Omit<LabelledWorkbook, 'name'>;
    return { name: file.replace(/\.json$/, ''), ...workbook };
  });
}

function filesIn(folder: URL): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
