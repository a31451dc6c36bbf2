/** Whether an upper text holds what a place of the lower one says. */
import type { OfficialDocument } from '../../document/read-document.ts';
import type { Span } from '../../document/stance.ts';
import { clauseAround, sentencesOfBody, type BodySentence } from './subject-sentences.ts';
import { sharedWeight, termsOf, weigh, type Terms, type Weight } from './subject.ts';

/**
 * A stretch of which the best sentence above holds less than this share says something new. What is only reworded keeps most
 * of its content words or their synonyms; a new action or object is at least half of a clause.
 */
const COUNTERPART = 0.5;
/** Inside a passage taken from above less proves it; passages reach over what was put between their sentences. */
const COUNTERPART_IN_PASSAGE = 0.37;
/** A term in more sentences than this tells too little to look them all up. */
const MOST_PLACES = 200;
/** A clause with fewer terms goes on with the one before it. */
const FEW_TERMS = 2;

/** Who gets a paper is another at every level: 报县民政局, 送中心校教导处. */
const RECEIVER =
  /(?:报告?送?|上报|反馈|提交|交|送|发)(?:至|到|给|往)?(?<receiver>(?:当地|所在|[县市镇乡区]|街道|中心校|本)[\p{Script=Han}]{0,12}(?:局|办|科|处|股|站|所|中心|政府|机构|部门|党委|室|院|会)|[\p{Script=Han}]{1,6}(?:局|办公室|政府)|[县市镇乡区])(?=$|备案|汇总)/u;

/** The sentences of the upper text, found by their terms. */
export class Counterparts {
  private readonly lower: OfficialDocument;
  private readonly upperText: string;
  private readonly weight: Weight;
  private readonly sentences: readonly Terms[];
  private readonly places = new Map<number, number[]>();

  constructor(lower: OfficialDocument, upper: OfficialDocument, weight: Weight) {
    this.lower = lower;
    this.upperText = upper.text;
    this.weight = weight;
    this.sentences = sentencesOfBody(upper).map((sentence) => termsWithRow(upper.text, sentence));
    for (const [index, terms] of this.sentences.entries()) {
      for (const term of terms) {
        const places = this.places.get(term);
        if (places) places.push(index);
        else this.places.set(term, [index]);
      }
    }
  }

  /** True where one sentence above holds enough of what stands at the place, or where nothing is said there. */
  holds(place: Span, sentence: Span, isInPassage = false): boolean {
    const least = isInPassage ? COUNTERPART_IN_PASSAGE : COUNTERPART;
    const content = weigh(this.contentOf(place, sentence), this.weight);
    if (content.total === 0) return true;
    for (const index of this.sentencesWith(content.terms)) {
      const terms = this.sentences[index];
      if (terms && sharedWeight(content, terms) / content.total >= least) return true;
    }
    return false;
  }

  /** Whether the very words stand above: a name is known there or it is not. */
  names(words: string): boolean {
    return this.upperText.includes(words);
  }

  private contentOf(place: Span, sentence: Span): Terms {
    const { text } = this.lower;
    const { start, end } = withoutReceiver(text, place);
    const terms = termsOf(text, start, end);
    if (terms.length >= FEW_TERMS || start <= sentence.start + 1) return terms;
    const before = clauseAround(text, { start: start - 1, end: start - 1 }, { start: sentence.start, end: start - 1 });
    return termsOf(text, before.start, end);
  }

  private sentencesWith(terms: Terms): Set<number> {
    const found = new Set<number>();
    for (const term of terms) {
      const places = this.places.get(term) ?? [];
      if (places.length <= MOST_PLACES) for (const place of places) found.add(place);
    }
    return found;
  }
}

function withoutReceiver(text: string, { start, end }: Span): Span {
  const receiver = RECEIVER.exec(text.slice(start, end))?.groups?.['receiver'];
  return receiver === undefined ? { start, end } : { start, end: start + text.slice(start, end).lastIndexOf(receiver) };
}

/** The cell of a table is read with its row. */
function termsWithRow(text: string, { statement, lead }: BodySentence): Terms {
  const { start, end, inTable } = statement;
  return inTable && lead !== null ? termsOf(text, lead.start, lead.end) : termsOf(text, start, end);
}
