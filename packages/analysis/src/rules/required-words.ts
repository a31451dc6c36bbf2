/**
 * The words without which a pattern cannot match, read from its source: what makes a hundred rules affordable. One pass
 * over a sentence finds the words of all patterns; only those whose words are there are tried.
 */

/** Every clause holds in any match: at least one of its words stands in the text. Empty: nothing can be said. */
export type RequiredWords = readonly (readonly string[])[];

/** What a piece of a pattern matches: all its strings when they are few, else words that any match holds. */
interface Info {
  readonly exact: readonly string[] | null;
  readonly clauses: RequiredWords;
}

const NOTHING_KNOWN: Info = { exact: null, clauses: [] };
const EMPTY: Info = { exact: [''], clauses: [] };
/** Beyond these a clause costs more to look for than it saves. */
const MOST_STRINGS = 200;
const MOST_PRODUCT = 400;
const LONGEST_WORD = 6;
const MOST_CLAUSES = 3;
const LARGEST_CLASS = 24;

/** The alternatives at the top of a pattern, each with the words it needs. `source` is that of a `u` expression. */
export function splitAlternatives(source: string): { source: string; required: RequiredWords }[] {
  return partsOf(source).map((part) => ({ source: part, required: clausesOf(new Reader(part).alternatives()) }));
}

/** The alternatives at the top of a pattern. */
export function partsOf(source: string): string[] {
  const whole = /^\(\?:([^]*)\)$/u.exec(source)?.[1];
  return topLevelParts(whole !== undefined && isBalanced(whole) ? whole : source);
}

/** The words that any match of the pattern needs, whichever alternative it takes. */
export function requiredOfSlot(source: string): RequiredWords {
  const [whole, ...others] = splitAlternatives(source);
  return whole && others.length === 0 ? whole.required : clausesOf(new Reader(source).alternatives());
}

/** True when no bracket closes before it opened, so that the outer pair belongs together. */
function isBalanced(source: string): boolean {
  let depth = 0;
  for (const { mark } of marksOf(source)) {
    if (mark === '(') depth++;
    if (mark === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

function topLevelParts(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { mark, at } of marksOf(source)) {
    if (mark === '(') depth++;
    else if (mark === ')') depth--;
    else if (mark === '|' && depth === 0) {
      parts.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, source.slice(start)];
}

/** Brackets and bars that are not escaped and not inside a class. */
function* marksOf(source: string): Iterable<{ mark: string; at: number }> {
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const mark = source.charAt(at);
    if (mark === '\\') at++;
    else if (inClass) inClass = mark !== ']';
    else if (mark === '[') inClass = true;
    else if (mark === '(' || mark === ')' || mark === '|') yield { mark, at };
  }
}

function clausesOf({ exact, clauses }: Info): RequiredWords {
  const known = exact === null ? clauses : asClause(exact);
  return known.toSorted(byStrength).slice(0, MOST_CLAUSES);
}

function asClause(strings: readonly string[]): RequiredWords {
  if (strings.length === 0 || strings.length > MOST_STRINGS || strings.includes('')) return [];
  const words = new Set(strings.map((word) => word.slice(0, LONGEST_WORD)));
  // 会 makes 会议 superfluous: where the longer stands the shorter stands too.
  return [[...words].filter((word) => !holdsAnother(word, words))];
}

/** Looks up the few pieces of a word instead of comparing it with every other. */
function holdsAnother(word: string, words: ReadonlySet<string>): boolean {
  for (let length = 1; length < word.length; length++) {
    for (let start = 0; start + length <= word.length; start++) {
      if (words.has(word.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** Long words first, then few of them. */
function byStrength(left: readonly string[], right: readonly string[]): number {
  return shortest(right) - shortest(left) || left.length - right.length;
}

function shortest(words: readonly string[]): number {
  return words.reduce((least, word) => Math.min(least, word.length), LONGEST_WORD);
}

function either(infos: readonly Info[]): Info {
  const exact = infos.every((info) => info.exact !== null) ? infos.flatMap((info) => info.exact ?? []) : null;
  if (exact !== null && exact.length <= MOST_STRINGS) return { exact, clauses: [] };
  const clauses = infos.map(clausesOf);
  const most = clauses.some((list) => list.length === 0) ? 0 : Math.max(...clauses.map((list) => list.length));
  const joined = Array.from({ length: most }, (_, index) => clauses.flatMap((list) => list[index] ?? list[0] ?? []));
  return { exact: null, clauses: joined.flatMap(asClause) };
}

function inSequence(infos: readonly Info[]): Info {
  const strings = infos.reduce<readonly string[] | null>(productOf, ['']);
  if (strings !== null) return { exact: strings, clauses: [] };
  const clauses: (readonly string[])[] = [];
  let run: readonly string[] = [''];
  for (const info of infos) {
    const longer = shortest(run) >= LONGEST_WORD ? null : productOf(run, info);
    if (longer === null) clauses.push(...asClause(run), ...info.clauses);
    run = longer ?? info.exact ?? [''];
  }
  return { exact: null, clauses: [...clauses, ...asClause(run)] };
}

/** Every string of the left followed by every string of the right; null when they are too many, or not known. */
function productOf(left: readonly string[] | null, { exact }: Info): readonly string[] | null {
  if (left === null || exact === null || left.length * exact.length > MOST_PRODUCT) return null;
  return left.flatMap((start) => exact.map((end) => start + end));
}

/** Reads the part of the syntax of regular expressions that rules use. What it does not know, it says nothing about. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Info {
    const infos = [this.sequence()];
    while (this.take('|')) infos.push(this.sequence());
    return either(infos);
  }

  private sequence(): Info {
    const infos: Info[] = [];
    while (this.at < this.source.length && !/[|)]/u.test(this.source.charAt(this.at))) infos.push(this.quantified());
    return inSequence(infos);
  }

  private quantified(): Info {
    const info = this.atom();
    const quantifier = /^(?:[?*+]|\{(?<least>\d+)(?<more>,\d*)?\})\??/u.exec(this.source.slice(this.at));
    if (!quantifier) return info;
    this.at += quantifier[0].length;
    const { least, more } = quantifier.groups ?? {};
    if (quantifier[0].startsWith('?')) return info.exact ? { exact: [...info.exact, ''], clauses: [] } : NOTHING_KNOWN;
    if (least === '1' && more === undefined) return info;
    const isNeeded = quantifier[0].startsWith('+') || Number(least ?? 0) > 0;
    return isNeeded ? { exact: null, clauses: clausesOf(info) } : NOTHING_KNOWN;
  }

  private atom(): Info {
    if (this.take('(')) return this.group();
    if (this.take('[')) return this.characterClass();
    const mark = this.source.charAt(this.at++);
    if (mark === '^' || mark === '$') return EMPTY;
    if (mark === '.') return NOTHING_KNOWN;
    if (mark === '\\') return this.escape();
    return { exact: [mark], clauses: [] };
  }

  private group(): Info {
    const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/u.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += opening.length;
    const info = this.alternatives();
    this.take(')');
    const isLookaround = /^\?<?[=!]/u.test(opening);
    return isLookaround ? EMPTY : info;
  }

  private escape(): Info {
    const mark = this.source.charAt(this.at++);
    if (mark === 'b' || mark === 'B') return EMPTY;
    if (mark === 'p' || mark === 'P') {
      this.at = this.source.indexOf('}', this.at) + 1;
      return NOTHING_KNOWN;
    }
    return /[a-zA-Z0-9]/u.test(mark) ? NOTHING_KNOWN : { exact: [mark], clauses: [] };
  }

  private characterClass(): Info {
    const end = this.classEnd();
    const members = this.source.slice(this.at, end);
    this.at = end + 1;
    const isPlain = !/^\^|\\|-/u.test(members) && Array.from(members).length <= LARGEST_CLASS;
    return isPlain ? { exact: Array.from(members), clauses: [] } : NOTHING_KNOWN;
  }

  private classEnd(): number {
    let end = this.at;
    while (end < this.source.length && this.source.charAt(end) !== ']') end += this.source.charAt(end) === '\\' ? 2 : 1;
    return end;
  }

  private take(mark: string): boolean {
    if (this.source.charAt(this.at) !== mark) return false;
    this.at++;
    return true;
  }
}
