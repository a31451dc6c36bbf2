import type { Entity } from '../element.ts';
import type { Asked } from './asked.ts';
import type { FormTitle } from './form-title.ts';
import type { Term } from './meaning.ts';
import { isPartOfNeighbour, isSaid, LEFT_TO_TITLE, NO_STRANGER, restCost, restCosts } from './rest-costs.ts';
import type { Surface } from './surface.ts';
import type { WordCosts } from './weighed.ts';
import { isKind, namesAnyEntity, namesEntity } from './vocabulary/entities.ts';
import { BODIES, PERSONAL_VALUES } from './vocabulary/holders.ts';
import { nearTo } from './vocabulary/nearness.ts';

const NEAR = 0.25;
/** A word that the label leaves to the title, to the field beside it, to the rows of the list. */
const LEFT_TO_NEIGHBOUR = 0.35;
const LEFT_TO_ROWS = 0.08;
/** 补贴 for what the title calls 高龄津贴; without the title it could be any. */
const NARROWED_BY_TITLE = 0.05;
const NARROWED = 0.7;
const NARROWED_OUTER = 0.2;
/** A header further out mostly only gathers columns (基本信息). */
const OUTER_SHARE = 0.3;

/** Pairs the words of both sides and adds up what is left over. */
export function wordCosts(asked: Asked, surface: Surface, title: FormTitle): WordCosts {
  const unsaid = [...surface.meaning.terms];
  const strangers: Term[] = [];
  for (const term of asked.meaning.terms) if (!takeOut(unsaid, term.id)) strangers.push(term);
  const rest = restCosts(asked, surface, title);
  if (strangers.length === 0 && unsaid.length === 0) return rest;
  let unexplained = rest.unexplained;
  for (const term of strangers) {
    unexplained += pairingCost(term, unsaid, title) ?? unexplainedCost(term, asked, surface, title);
  }
  let left = rest.unsaid;
  for (const term of unsaid) left += unsaidCost(term, asked, surface, title);
  const shortened = unexplained + left > LEFT_TO_TITLE ? shorteningCost(asked, surface, title) : Infinity;
  return shortened < unexplained + left ? { unexplained: 0, unsaid: shortened } : { unexplained, unsaid: left };
}

function takeOut(terms: Term[], id: string): boolean {
  for (let at = 0; at < terms.length; at++) {
    if (terms[at]?.id !== id) continue;
    terms.splice(at, 1);
    return true;
  }
  return false;
}

/** What it costs to take the word for one that is near to it or narrower; null where the element has none. */
function pairingCost(term: Term, unsaid: Term[], title: FormTitle): number | null {
  return nearTo(term.id).some((id) => takeOut(unsaid, id)) ? NEAR : narrowing(term, unsaid, title);
}

/** What it costs to take a word for one that ends in it; null where the element has none. */
function narrowing(term: Term, unsaid: Term[], title: FormTitle): number | null {
  if (term.text.length < 2) return null;
  const narrower = unsaid.find(
    ({ text, id }) => isNarrower(text, term.text, term.isOuter) || isNarrower(id, term.id, term.isOuter),
  );
  if (narrower === undefined) return null;
  unsaid.splice(unsaid.indexOf(narrower), 1);
  if (title.words.has(narrower.id)) return NARROWED_BY_TITLE;
  return term.isOuter ? NARROWED_OUTER : NARROWED;
}

/** 高龄津贴 is a 津贴; under a header that says 医疗 it may be 医疗保险 as well. */
function isNarrower(narrow: string, wide: string, isOuter: boolean): boolean {
  return narrow.length > wide.length && (narrow.endsWith(wide) || (isOuter && narrow.startsWith(wide)));
}

/** What a label costs that is a name with its beginning or end left off (是否经营性 in a list of 自建房). */
function shorteningCost({ meaning }: Asked, { texts, element }: Surface, title: FormTitle): number {
  let least = Infinity;
  if (meaning.text.length < 3 || meaning.text !== meaning.whole) return least;
  for (const text of texts) {
    if (text.length <= meaning.text.length || !text.includes(meaning.text)) continue;
    const left = text.replace(meaning.text, '');
    least = Math.min(least, namesEntity(left, element.entity) ? LEFT_TO_ROWS : restCost(left, title.text));
  }
  return least;
}

/** Things whose name or number is asked by what the title calls them: 网点名称 in a list of 网点. */
const NAMING: ReadonlySet<string> = new Set(['名称', '编号', '地址', '照片', '姓名']);
const SAID_BY_TITLE = 0.2;
/** What a village is to the form, beside its name. */
const PLACE_BY_ROLE = 0.15;

function unexplainedCost(term: Term, asked: Asked, { element, saying }: Surface, title: FormTitle): number {
  const asksName = namesThings(asked);
  if (namesRows(term.id, element.entity, asksName)) return LEFT_TO_ROWS;
  if (term.isOuter) return term.weight * (isGathering(term, asked) ? OUTER_SHARE : 1);
  if (asksName && element.entity !== 'village' && isSaid(term.text, title.text)) return SAID_BY_TITLE;
  if (asksPlace(asked, element)) return term.weight * PLACE_BY_ROLE;
  return isSaid(term.text, saying) ? term.weight * NO_STRANGER : term.weight;
}

function namesRows(word: string, entity: Entity, asksName: boolean): boolean {
  return namesEntity(word, entity) && (asksName || !isKind(word));
}

/** 受灾村, 受益村: whatever the village is to the form, its name is asked. */
function asksPlace({ meaning, field }: Asked, { entity, type }: Surface['element']): boolean {
  return field.type === 'text' && entity === 'village' && type === 'text' && /[村镇乡县]$/u.test(meaning.text);
}

/** Whether an outer header only gathers columns and adds nothing to what they ask. */
function isGathering({ id, kind }: Term, { isGeneric, isToldByOuter, meaning }: Asked): boolean {
  if (isToldByOuter) return false;
  if (kind === 'generic' || !isGeneric || meaning.holder !== null) return true;
  // 银行账户/开户行 gathers, 村委会/电话 says whose.
  return asksPersonal(meaning) && !namesAnyEntity(id) && !BODIES.has(id);
}

function asksPersonal({ terms }: Asked['meaning']): boolean {
  return terms.some(({ id, isOuter }) => !isOuter && PERSONAL_VALUES.has(id));
}

function namesThings({ meaning }: Asked): boolean {
  return meaning.terms.some(({ id }) => NAMING.has(id));
}

function unsaidCost({ id, weight }: Term, asked: Asked, { element }: Surface, title: FormTitle): number {
  const costs = [weight];
  if (title.words.has(id)) costs.push(LEFT_TO_TITLE);
  if (asked.neighbours.has(id)) costs.push(isPartOfNeighbour(asked) ? LEFT_TO_TITLE : LEFT_TO_NEIGHBOUR);
  if (namesEntity(id, element.entity)) costs.push(LEFT_TO_ROWS);
  return Math.min(...costs);
}
