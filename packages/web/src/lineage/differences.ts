/** Where two passages differ, word by word, so that a reader sees it without reading both. */

/** A stretch of two passages: the same in both, or the words that each has in its place. */
export interface Stretch {
  readonly same: boolean;
  readonly above: string;
  readonly below: string;
}

/** Numbers and Latin words count as one word: of 12 and 15 both digits stand out. */
const WORD = /[\p{Script=Latin}\d]+(?:[.,]\d+)*%?|\s+|[^]/gu;
const NO_WORD = /^[\s\p{P}]*$/u;
/** One sign between two differences is alike by chance. */
const LONGEST_CHANCE = 1;
/** More differences than this are two texts, not one text changed; memory grows with its square. */
const MOST_DIFFERENCES = 600;

/**
 * Cuts two passages into stretches in their order. Marks and spaces alone are no difference. Passages with more than
 * `MOST_DIFFERENCES` different words come back as one stretch that differs.
 */
export function tellApart(above: string, below: string): readonly Stretch[] {
  const [left, right] = [wordsOf(above), wordsOf(below)];
  const stretches = followPath(left, right);
  return withoutChance(stretches).map((stretch) =>
    NO_WORD.test(stretch.above) && NO_WORD.test(stretch.below) ? { ...stretch, same: true } : stretch,
  );
}

const SENTENCE = /[^。；！？\n]*(?:[。；！？\n]+|$)/gu;

/** Two passages sentence by sentence, cut where both go on with the same words; at least one line. */
export function tellLinesApart(above: string, below: string): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]];
  for (const stretch of tellApart(above, below)) {
    for (const piece of stretch.above === stretch.below ? sentencesOf(stretch) : [stretch]) {
      lines.at(-1)?.push(piece);
      if (piece.above === piece.below && /[。；！？\n]$/u.test(piece.above)) lines.push([]);
    }
  }
  return lines.length > 1
    ? lines.filter((line) => line.some((piece) => (piece.above + piece.below).trim() !== ''))
    : lines;
}

function sentencesOf({ same, above }: Stretch): Stretch[] {
  const sentences = above.match(SENTENCE) ?? [];
  return sentences.filter((words) => words !== '').map((words) => ({ same, above: words, below: words }));
}

function wordsOf(text: string): string[] {
  return text.trim().match(WORD) ?? [];
}

/** Full and half width are the same word. */
function alike(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one === other || one.normalize('NFKC') === other.normalize('NFKC');
}

/** The shortest way from one text to the other (Myers 1986), as stretches. */
function followPath(left: readonly string[], right: readonly string[]): Stretch[] {
  const steps = shortestEdit(left, right);
  if (steps === null) return [{ same: false, above: left.join(''), below: right.join('') }];
  const stretches: Stretch[] = [];
  let [x, y] = [0, 0];
  for (const [nextX, nextY] of [...steps, [left.length, right.length] as const]) {
    const skipped = sharedBetween(left, right, { x, y }, { x: nextX, y: nextY });
    push(stretches, false, left.slice(x, skipped.x), right.slice(y, skipped.y));
    push(stretches, true, left.slice(skipped.x, nextX), right.slice(skipped.y, nextY));
    [x, y] = [nextX, nextY];
  }
  return stretches;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Between two places of the path: first the one word that differs, then the shared words up to the next place. */
function sharedBetween(left: readonly string[], right: readonly string[], from: Place, to: Place): Place {
  let { x, y } = to;
  while (x > from.x && y > from.y && alike(left[x - 1], right[y - 1])) {
    x -= 1;
    y -= 1;
  }
  return { x, y };
}

/** The ends of the runs of shared words along the shortest way, in order; null when it is too long. */
function shortestEdit(left: readonly string[], right: readonly string[]): (readonly [number, number])[] | null {
  const most = Math.min(left.length + right.length, MOST_DIFFERENCES);
  const reached: Int32Array[] = [];
  let before = new Int32Array(3);
  for (let edits = 0; edits <= most; edits += 1) {
    const furthest = new Int32Array(2 * edits + 3);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(before, edits, diagonal);
      while (x < left.length && x - diagonal < right.length && alike(left[x], right[x - diagonal])) x += 1;
      furthest[diagonal + edits + 1] = x;
      if (x >= left.length && x - diagonal >= right.length) return walkBack(reached, edits, diagonal);
    }
    reached.push(furthest);
    before = furthest;
  }
  return null;
}

/** Where a diagonal is entered: from the neighbour that has come further. */
function startOn(before: Int32Array, edits: number, diagonal: number): number {
  if (edits === 0) return 0;
  const at = diagonal + edits;
  const [down, across] = [before[at + 1] ?? 0, (before[at - 1] ?? 0) + 1];
  const onlyDown = diagonal === -edits;
  const onlyAcross = diagonal === edits;
  return onlyDown || (!onlyAcross && (before[at - 1] ?? 0) < (before[at + 1] ?? 0)) ? down : across;
}

function walkBack(reached: readonly Int32Array[], edits: number, end: number): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  let diagonal = end;
  for (let step = edits; step > 0; step -= 1) {
    const before = reached[step - 1] ?? new Int32Array(3);
    const at = diagonal + step;
    const fromAbove = diagonal === -step || (diagonal !== step && (before[at - 1] ?? 0) < (before[at + 1] ?? 0));
    diagonal += fromAbove ? 1 : -1;
    const x = before[diagonal + step] ?? 0;
    places.push([x, x - diagonal]);
  }
  return places.reverse();
}

function push(stretches: Stretch[], same: boolean, left: readonly string[], right: readonly string[]): void {
  if (left.length + right.length === 0) return;
  const last = stretches.at(-1);
  const stretch = { same, above: left.join(''), below: right.join('') };
  if (last?.same === same) stretches[stretches.length - 1] = joined(last, stretch);
  else stretches.push(stretch);
}

function withoutChance(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const [place, stretch] of stretches.entries()) {
    const isChance =
      stretch.same &&
      stretch.above.length <= LONGEST_CHANCE &&
      !NO_WORD.test(stretch.above) &&
      place > 0 &&
      place < stretches.length - 1;
    const last = kept.at(-1);
    const told = isChance ? { ...stretch, same: false } : stretch;
    if (last?.same === told.same) kept[kept.length - 1] = joined(last, told);
    else kept.push(told);
  }
  return kept;
}

function joined(one: Stretch, other: Stretch): Stretch {
  return { same: one.same, above: one.above + other.above, below: one.below + other.below };
}
