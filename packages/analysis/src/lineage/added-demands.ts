/** Demands of the lower text that the upper one does not hold. */
import type { OfficialDocument } from '../document/read-document.ts';
import type { Clause, Span } from '../document/stance.ts';
import type { Statement } from '../document/statements.ts';
import { sharedWeight, termsOf, weigh, weighTerms, type Terms, type WeighedTerms } from './subject.ts';
import { sentencesOfBody, type BodySentence } from './subject-sentences.ts';

/**
 * A demand of which the best sentence above holds less than this share says something new. What is only reworded keeps most
 * of its content words or their synonyms; a new action or object is at least half of a clause.
 */
const COUNTERPART = 0.5;
/** Clauses that say less than one plain word are filling. */
const LEAST_CONTENT = 1.2;
/** More demands than these are not read. */
const MOST_DEMANDS = 3000;

/** The exhortation that closes every document is no demand of its own. */
const EXHORTATION =
  /高度重视|提高(?:思想|政治)?(?:认识|站位)|统一思想|(?:加强|强化)(?:组织)?领导|压实(?:工作)?责任|狠抓落实|抓好落实|认真贯彻|遵照执行|贯彻执行|特此通知|通知如下|周密部署|精心组织|落到实处|营造[\p{Script=Han}]{0,8}氛围|担当作为|凝聚合力|总结经验|结合实际/u;

/**
 * Stretches of the subordinate's normalised text that demand what the superior's text does not, in order; neighbours in a
 * sentence are one. What stands in `copied` passages is none. Near linear.
 */
export function findAddedDemands(
  subordinate: OfficialDocument,
  superior: OfficialDocument,
  copied: readonly Span[] = [],
): Span[] {
  const weight = weighTerms([subordinate, superior]);
  const above = new Superior(superior);
  const added: (Span & { readonly statement: number })[] = [];
  for (const demand of demandsOf(subordinate)) {
    if (isCopied(demand, copied) || EXHORTATION.test(subordinate.text.slice(demand.start, demand.end))) continue;
    const clause = weigh(termsOf(subordinate.text, demand.start, demand.end), weight);
    if (clause.total < LEAST_CONTENT || above.holds(clause)) continue;
    const last = added.at(-1);
    if (last?.statement === demand.statement) added.splice(-1, 1, { ...last, end: demand.end });
    else added.push({ start: demand.start, end: demand.end, statement: demand.statement });
  }
  return added.map(({ start, end }) => ({ start, end }));
}

interface Demand extends Span {
  readonly statement: number;
}

/** Demand units, and what is ordered outright with a verb that no list holds. Headings repeat what stands below them. */
function demandsOf(document: OfficialDocument): Demand[] {
  const units = new Set(document.demands.map(({ start }) => start));
  return sentencesOfBody(document)
    .filter(({ statement }) => !isHeading(statement) && statement.modality > 0)
    .flatMap(({ statement }) =>
      statement.clauses
        .filter((clause) => units.has(clause.start) || isOrdered(clause, document.text.slice(clause.start, clause.end)))
        .map(({ start, end }) => ({ start, end, statement: statement.index })),
    )
    .slice(0, MOST_DEMANDS);
}

export function isHeading({ raw, heading }: Statement): boolean {
  return heading !== '' && heading.startsWith(raw);
}

const OUTRIGHT = 4;

/** Verbs of burdens that name no action of the glossary. */
const BURDENS =
  /附上?(?!近|件|属|则|加|录)|提供|留存|佩戴|制作|留痕|购置|采购|粘贴|装订|打印|复印|背诵|抄写|认领|晾晒|亮牌|公开承诺|展示|展板|选树|推荐|树立|打造|摆放|统一着装|更换|刷写|设计/u;

function isOrdered({ stance, actor, isOutright, modality }: Clause, words: string): boolean {
  if (stance !== 'impose' || actor === 'self' || actor === 'resident') return false;
  return (isOutright && modality >= OUTRIGHT) || BURDENS.test(words);
}

function isCopied({ start, end }: Span, copied: readonly Span[]): boolean {
  return copied.some((passage) => passage.start <= start && passage.end >= end);
}

/** A term in more sentences than this tells too little to look them all up. */
const MOST_PLACES = 200;

/** The sentences of the upper text, found by their terms. */
class Superior {
  private readonly sentences: readonly Terms[];
  private readonly places = new Map<number, number[]>();
  private readonly text: OfficialDocument;

  constructor(document: OfficialDocument) {
    this.text = document;
    this.sentences = sentencesOfBody(document).map((sentence) => this.termsWithLead(sentence));
    for (const [index, terms] of this.sentences.entries()) {
      for (const term of terms) {
        const places = this.places.get(term);
        if (places) places.push(index);
        else this.places.set(term, [index]);
      }
    }
  }

  private termsWithLead({ statement, lead }: BodySentence): Terms {
    const { start, end } = statement;
    return termsOf(this.text.text, lead !== null && statement.inTable ? lead.start : start, end);
  }

  /** Whether one sentence holds enough of a clause. */
  holds(clause: WeighedTerms): boolean {
    for (const index of this.candidates(clause)) {
      const terms = this.sentences[index];
      if (terms && sharedWeight(clause, terms) / clause.total >= COUNTERPART) return true;
    }
    return false;
  }

  private candidates({ terms }: WeighedTerms): Set<number> {
    const found = new Set<number>();
    for (const term of terms) {
      const places = this.places.get(term) ?? [];
      if (places.length <= MOST_PLACES) for (const place of places) found.add(place);
    }
    return found;
  }
}
