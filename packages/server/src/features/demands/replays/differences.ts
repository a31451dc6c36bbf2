/** In what two screenings of one draft differ. */
import { isDeepStrictEqual } from 'node:util';
import type { Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands, replays } from '@qingzhuang/contract';

type Screening = DeepReadonly<demands.Screening>;

/** Something that a screening says, and the words it is known by. */
interface Said {
  readonly words: string;
  readonly what: unknown;
}

/** What each part says, one by one; in which order is no matter. */
const SAYS: { readonly [Part in replays.ScreeningPart]: (part: Screening[Part]) => readonly Said[] } = {
  findings: (findings) => findings.map((what) => ({ words: what.message, what })),
  register: (findings) => findings.map((what) => ({ words: what.message, what })),
  unchecked: (names) => names.map(asWords),
  cheaperWays: (ways) => ways.map((what) => ({ words: what.proposal, what })),
  perBearerMinutes: sayMinutes,
  totalMinutes: sayMinutes,
  assumptions: (sentences) => sentences.map(asWords),
  coordination: (reasons) => reasons.map(asWords),
};

function asWords(words: string): Said {
  return { words, what: words };
}

function sayMinutes({ low, likely, high }: Interval): readonly Said[] {
  return [asWords(`${low} 至 ${high} 分钟，可能 ${likely} 分钟`)];
}

/** What only one of the two says, part by part; nothing where they say the same. When they were made is no difference. */
export function differencesOf(recorded: Screening, replayed: Screening): replays.ScreeningDifference[] {
  return PARTS.flatMap((part) => {
    const [before, after] = [saysOf(recorded, part), saysOf(replayed, part)];
    const [lost, found] = [without(before, after), without(after, before)];
    return lost.length + found.length === 0 ? [] : [{ part, recorded: lost, replayed: found }];
  });
}

const PARTS = Object.keys(SAYS) as replays.ScreeningPart[];

function saysOf<Part extends replays.ScreeningPart>(screening: Screening, part: Part): readonly Said[] {
  return SAYS[part](screening[part]);
}

/** The words of what the others do not say as well; what is said twice has to be said twice by them. */
function without(said: readonly Said[], others: readonly Said[]): string[] {
  const left = [...others];
  return said.flatMap(({ words, what }) => {
    const place = left.findIndex((other) => isDeepStrictEqual(other.what, what));
    if (place < 0) return [words];
    left.splice(place, 1);
    return [];
  });
}
