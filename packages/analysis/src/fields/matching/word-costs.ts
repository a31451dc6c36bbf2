import type { Asked } from './evidence.ts';
import type { FormTitle } from './form-title.ts';
import { unknownWeight, type Term } from './meaning.ts';
import type { Surface } from './surface.ts';
import { isKind, namesAnyEntity, namesEntity } from './vocabulary/entities.ts';
import { PERSONAL_VALUES } from './vocabulary/holders.ts';
import { isNear } from './vocabulary/nearness.ts';

export interface WordCosts {
  /** Words of the label that the element does not say. */
  readonly unexplained: number;
  /** Words of the element that neither label nor title says. */
  readonly unsaid: number;
}

const NEAR = 0.25;
/** A word that the label leaves to the title, to the field beside it, to the rows of the list. */
const LEFT_TO_TITLE = 0.12;
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
  const unexplained = asked.meaning.terms.filter((term) => !takeOut(unsaid, ({ id }) => id === term.id));
  let costOfUnexplained = 0;
  for (const term of unexplained) {
    if (takeOut(unsaid, ({ id }) => isNear(id, term.id))) costOfUnexplained += NEAR;
    else costOfUnexplained += narrowing(term, unsaid, title) ?? unexplainedCost(term, asked, surface, title);
  }
  let costOfUnsaid = 0;
  for (const term of unsaid) costOfUnsaid += unsaidCost(term, asked, surface, title);
  const rest = restCosts(asked, surface, title);
  const costs = { unexplained: costOfUnexplained + rest.unexplained, unsaid: costOfUnsaid + rest.unsaid };
  const shortened = shorteningCost(asked, surface, title);
  return shortened < costs.unexplained + costs.unsaid ? { unexplained: 0, unsaid: shortened } : costs;
}

function takeOut(terms: Term[], isIt: (term: Term) => boolean): boolean {
  const at = terms.findIndex(isIt);
  if (at >= 0) terms.splice(at, 1);
  return at >= 0;
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
const NO_STRANGER = 0.5;

function unexplainedCost(term: Term, asked: Asked, { element, saying }: Surface, title: FormTitle): number {
  if (namesEntity(term.id, element.entity) && (namesThings(asked) || !isKind(term.id))) return LEFT_TO_ROWS;
  if (term.isOuter) return term.weight * (isGathering(term, asked) ? OUTER_SHARE : 1);
  const isNamed =
    term.text.length > 1 && title.text.includes(term.text) && namesThings(asked) && element.entity !== 'village';
  if (isNamed) return SAID_BY_TITLE;
  if (asksPlace(asked, element)) return term.weight * NO_STRANGER;
  return isSaid(term.text, saying) ? term.weight * NO_STRANGER : term.weight;
}

/** 受灾村, 受益村: whatever the village is to the form, its name is asked. */
function asksPlace({ meaning, field }: Asked, { entity, type }: Surface['element']): boolean {
  return field.type === 'text' && entity === 'village' && type === 'text' && /[村镇乡县]$/u.test(meaning.text);
}

/** Whether other names or the definition of the element use the word. */
function isSaid(text: string, saying: string): boolean {
  return text.length > 1 && saying.includes(text);
}

/** Whether an outer header only gathers columns and adds nothing to what they ask. */
function isGathering({ id, kind }: Term, { isGeneric, isToldByOuter, meaning }: Asked): boolean {
  if (isToldByOuter) return false;
  if (kind === 'generic' || !isGeneric || meaning.holder !== null) return true;
  // 银行账户/开户行 gathers, 村委会/电话 says whose.
  return asksPersonal(meaning) && !namesAnyEntity(id) && !BODIES.has(id);
}

/** What has a telephone or an address of its own. */
const BODIES: ReadonlySet<string> = new Set(['村委会', '机构', '工作单位', '党支部']);

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

/** 其中:脱贫人口 counts a part of what the field before it counts. */
function isPartOfNeighbour({ meaning }: Asked): boolean {
  return meaning.text.startsWith('其中');
}

/** Characters that no table knows are compared one by one. */
function restCosts(asked: Asked, surface: Surface, title: FormTitle): WordCosts {
  const said = surface.meaning.rest;
  const { rest, terms } = asked.meaning;
  if (rest === said) return { unexplained: 0, unsaid: 0 };
  let unexplained = '';
  let unsaid = said;
  for (const character of rest) {
    const at = unsaid.indexOf(character);
    if (at >= 0) unsaid = unsaid.slice(0, at) + unsaid.slice(at + 1);
    else unexplained += character;
  }
  const outer = terms.filter(({ isOuter }) => isOuter).map(({ text }) => text);
  const around = [title.text, ...outer, isPartOfNeighbour(asked) ? asked.neighbourTexts : ''].join(' ');
  const rows = said === '' && surface.element.entity === 'village' ? '' : title.text;
  const share = isSaid(unexplained, surface.saying) ? NO_STRANGER : 1;
  return { unexplained: share * restCost(unexplained, rows), unsaid: restCost(unsaid, around) };
}

function restCost(rest: string, around: string): number {
  return rest.length > 1 && around.includes(rest) ? LEFT_TO_TITLE : unknownWeight(rest);
}
