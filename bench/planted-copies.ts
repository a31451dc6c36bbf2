/** Texts of their own with runs copied from documents of a library: what a search should find is known. */
import { officialText, pick, seededChance, whole, type Chance } from './official-texts.ts';

/** A run of at least 30 characters and the document that it was taken from. */
export interface PlantedRun {
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

export interface PlantedText {
  readonly text: string;
  readonly runs: readonly PlantedRun[];
}

const LEAST_RUN = 30;
const MOST_RUNS = 4;
/** Numbers of own texts begin where no library ends. */
const FIRST_OWN = 1_000_000_000;

/** So many texts; the runs come from the first `documents` official texts. In half of the runs the numbers are changed. */
export function plantCopies(count: number, documents: number): PlantedText[] {
  const chance = seededChance(documents);
  return Array.from({ length: count }, (_, index) => plantInto(officialText(FIRST_OWN + index), documents, chance));
}

function plantInto(own: string, documents: number, chance: Chance): PlantedText {
  const paragraphs = own.split('\n');
  const wanted = whole(1, MOST_RUNS, chance);
  const runs: PlantedRun[] = [];
  let text = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    text += paragraph;
    // Between the salutation and the signature.
    if (index > 1 && index < paragraphs.length - 3 && runs.length < wanted) {
      const source = Math.floor(chance() * documents);
      const run = runFrom(officialText(source), chance);
      runs.push({ source, start: text.length, end: text.length + run.length });
      text += run;
    }
    text += index < paragraphs.length - 1 ? '\n' : '';
  }
  return { text, runs };
}

/** One to four whole sentences that nobody else writes. */
function runFrom(source: string, chance: Chance): string {
  const sentences = source
    .split('\n')
    .slice(2, -3)
    .flatMap((paragraph) => paragraph.match(/[^。]+。/gu) ?? [])
    .filter((sentence) => !sentence.startsWith('要') && !/^(?:现将|各单位|各地|工作中|本通知|未尽)/u.test(sentence));
  const first = whole(0, Math.max(0, sentences.length - 4), chance);
  let run = '';
  for (let at = first; at < sentences.length && (run.length < LEAST_RUN || (at < first + 4 && chance() < 0.5)); at++) {
    run += sentences[at] ?? '';
  }
  return chance() < 0.5 ? run : run.replace(/\d+/gu, () => String(pick([3, 18, 45, 120], chance)));
}
