/** In what two screenings of one draft differ. */
import type { Interval } from '@qingzhuang/analysis';
import type { DeepReadonly, demands, replays } from '@qingzhuang/contract';

type Screening = DeepReadonly<demands.Screening>;

/** Something that a screening says, and the words it is known by. */
interface Said {
  readonly words: string;
  readonly what: unknown;
}

/** What each part says, one by one; in which order is no matter. */
const SAYS: Readonly<Record<replays.ScreeningPart, (screening: Screening) => readonly Said[]>> = {
  findings: ({ findings }) => findings.map((what) => ({ words: what.message, what })),
  register: ({ register }) => register.map((what) => ({ words: what.message, what })),
  unchecked: ({ unchecked }) => unchecked.map(asWords),
  cheaperWays: ({ cheaperWays }) => cheaperWays.map((what) => ({ words: what.proposal, what })),
  perBearerMinutes: ({ perBearerMinutes }) => [asMinutes(perBearerMinutes)],
  totalMinutes: ({ totalMinutes }) => [asMinutes(totalMinutes)],
  assumptions: ({ assumptions }) => assumptions.map(asWords),
  coordination: ({ coordination }) => coordination.map(asWords),
};

function asWords(words: string): Said {
  return { words, what: words };
}

function asMinutes({ low, likely, high }: Interval): Said {
  return asWords(`${low} 至 ${high} 分钟，可能 ${likely} 分钟`);
}

/** What only one of the two says, part by part; nothing where they say the same. When they were made is no difference. */
export function differencesOf(recorded: Screening, replayed: Screening): replays.ScreeningDifference[] {
  return PARTS.flatMap((part) => {
    const [before, after] = [SAYS[part](recorded), SAYS[part](replayed)];
    const [lost, found] = [without(before, after), without(after, before)];
    return lost.length + found.length === 0 ? [] : [{ part, recorded: lost, replayed: found }];
  });
}

const PARTS = Object.keys(SAYS) as replays.ScreeningPart[];

/** The words of what the others do not say as well; what is said twice has to be said twice by them. */
function without(said: readonly Said[], others: readonly Said[]): string[] {
  const left = others.map(({ what }) => textOf(what));
  return said.flatMap(({ words, what }) => {
    const place = left.indexOf(textOf(what));
    if (place < 0) return [words];
    left.splice(place, 1);
    return [];
  });
}

/** The same for the same thing: a column of JSON keeps fields in an order of its own. */
function textOf(what: unknown): string {
  return JSON.stringify(what, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
