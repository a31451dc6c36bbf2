/** Values that are worked out from stored ones instead of being asked for. */
import type { Day } from '../../schedule/local-time.ts';
import type { Derivation, DerivationKind } from '../match.ts';
import { holds } from './condition.ts';
import { birthDateOf, sexOf } from './identity-number.ts';
import { isIdentityView, viewIdentityNumber } from './identity-views.ts';
import { plainDecimal } from './units.ts';
import { partOf, shortenDate } from './value-parts.ts';

interface Sources {
  /** Never empty; the sources that are not known are left out. */
  readonly known: readonly [string, ...string[]];
  readonly areComplete: boolean;
  readonly by: string | undefined;
  readonly today: Day;
}

const HOW: Readonly<Record<DerivationKind, (sources: Sources) => string | null>> = {
  age: ({ known, by, today }) => ageOn(birthDateIn(known), by ?? today),
  sex: ({ known }) => sexOf(known[0]),
  'birth-date': ({ known, by }) => birthDateBy(birthDateIn(known), by),
  'identity-view': ({ known, by = 'whole' }) => (isIdentityView(by) ? viewIdentityNumber(known[0], by) : null),
  part: ({ known, by = '' }) => partOf(known[0], by),
  unit: ({ known }) => known[0],
  // Whoever is counted stands elsewhere.
  count: () => null,
  sum: ({ known, areComplete }) => (areComplete ? sumOf(known) : null),
  share: ({ known }) => (known[1] === undefined ? null : shareOf(known[0], known[1])),
  joined: ({ known, by = '' }) => known.join(by),
};

/**
 * The stored spelling of the derived value; null where a source is missing or does not tell it. `values` by element key.
 * `by` is: for `age` the day it is counted on (else today); for `birth-date` and `part` what is kept (`year`, `month`,
 * `county`); for `identity-view` a view; for `joined` what stands between. `unit` gives the
 * source as it is, since only `viewValue` knows both units. Counting is `deriveOver`.
 */
export function derive(derivation: Derivation, values: ReadonlyMap<string, string>, today: Day): string | null {
  const [first, ...others] = derivation.from
    .map((key) => values.get(key))
    .filter((value) => value !== undefined)
    .filter((value) => value !== '');
  if (first === undefined) return null;
  const areComplete = others.length + 1 === derivation.from.length;
  return HOW[derivation.how]({ known: [first, ...others], areComplete, by: derivation.by, today });
}

/**
 * The same over many subjects: how many of them meet `by`, what their values add up to, which share of them (a fraction)
 * meets it; null for what only one subject has. `by` holds a condition (see `holds`) for each source, joined by `&`;
 * before it stands `age` or `sex` where that is worked out of the source first: `age>=60&sex女`.
 */
export function deriveOver(
  { how, from, by = '' }: Derivation,
  subjects: readonly ReadonlyMap<string, string>[],
  today: Day,
): string | null {
  if (how === 'sum') return sumOf(subjects.flatMap((subject) => subject.get(from[0] ?? '') ?? []));
  if (how !== 'count' && how !== 'share') return null;
  const tests = by.split('&').map((condition) => createTest(condition, today));
  const met = subjects.filter((subject) =>
    from.every((key, at) => {
      const value = subject.get(key);
      return value !== undefined && (tests[at] ?? isSaid)(value);
    }),
  );
  return how === 'count' ? String(met.length) : shareOf(String(met.length), String(subjects.length));
}

function isSaid(value: string): boolean {
  return holds('', value);
}

function createTest(condition: string, today: Day): (value: string) => boolean {
  const [, what, rest = ''] = /^(age|sex)(.+)$/.exec(condition) ?? [];
  if (what === undefined) return (value) => holds(condition, value);
  return (value) => {
    const found = what === 'age' ? ageOn(birthDateIn([value]), today) : sexOf(value);
    return found !== null && holds(rest, found);
  };
}

function birthDateBy(date: string | null, by: string | undefined): string | null {
  return date === null || by === undefined ? date : shortenDate(date, by);
}

/** The sources are identity numbers or dates of birth, in either order. */
function birthDateIn(sources: readonly string[]): string | null {
  for (const source of sources) {
    const date = /^\d{4}(?:-\d\d){0,2}$/.test(source) ? source : birthDateOf(source);
    if (date !== null) return date;
  }
  return null;
}

/** Full years; null where the date is not known exactly enough or is still to come. */
export function ageOn(birth: string | null, day: Day): string | null {
  if (birth === null || birth.length < 7) return null;
  const [born, now] = [birth.slice(5), day.slice(5, birth.length)];
  if (born === now && birth.length === 7) return null;
  const age = Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (now < born ? 1 : 0);
  return age < 0 ? null : String(age);
}

function sumOf(values: readonly string[]): string | null {
  const sum = values.reduce((total, value) => total + Number(value), 0);
  return Number.isNaN(sum) ? null : plainDecimal(sum);
}

/** A fraction, so that any unit can show it. */
function shareOf(part: string, whole: string): string | null {
  const share = Number(part) / Number(whole);
  return Number.isFinite(share) ? plainDecimal(share) : null;
}
