/** A chain of documents as it is told: short enough for a page, however long the texts are. */
import type { ChainLevel } from '@qingzhuang/analysis';
import type { DeepReadonly, documents } from '@qingzhuang/contract';

/** What is known of one document of a chain besides its comparison. */
export interface KnownLevel extends Omit<documents.DocumentSummary, 'addedAt'> {
  readonly superiorBy: documents.SuperiorBy | null;
  readonly bearers: number | null;
}

/** A level as the reply tells it; `above` is the document that it was compared with. */
export function toldLevel(
  known: KnownLevel,
  { comparison, minutes, minutesAdded, measures, valueAdded }: ChainLevel,
  above: string | null,
): DeepReadonly<documents.ChainLevel> {
  const { bearers } = known;
  return {
    ...known,
    ...{ minutes, measures, valueAdded },
    minutesAdded: minutesAdded === null ? null : rounded(minutesAdded),
    hoursAdded: minutesAdded === null || bearers === null ? null : rounded((minutesAdded * bearers) / 60),
    comparison: comparison === null || above === null ? null : { with: above, ...toldComparison(comparison) },
  };
}

/** Six seconds, or six minutes of an hour, are more than is known. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

type Comparison = NonNullable<ChainLevel['comparison']>;

function toldComparison(comparison: Comparison): DeepReadonly<Omit<documents.LevelComparison, 'with'>> {
  const { copiedShare, boilerplateShare, passages, raised, deadlineCompressed, addedDemands, localMeasures } =
    comparison;
  return {
    ...{ copiedShare, boilerplateShare },
    passages: firstOf(passages.toSorted((one, other) => lengthOf(other) - lengthOf(one) || one.start - other.start)),
    raised: firstOf(raised),
    deadlineCompressed: firstOf(deadlineCompressed),
    addedDemands: firstOf(addedDemands),
    localMeasures: firstOf(localMeasures),
  };
}

function lengthOf({ start, end }: { readonly start: number; readonly end: number }): number {
  return end - start;
}

const MOST_TOLD = 30;
/** Of a passage the beginning is shown; its places say where it goes on. */
const LONGEST_QUOTE = 500;

function firstOf<Item extends object>(
  items: readonly Item[],
): { readonly count: number; readonly items: readonly Item[] } {
  return { count: items.length, items: items.slice(0, MOST_TOLD).map(shortened) };
}

/** The same with its quotes cut, at any depth. */
function shortened<Value>(value: Value): Value {
  if (typeof value === 'string')
    return (value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [name, shortened(part)]),
  ) as Value;
}
