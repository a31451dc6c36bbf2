import type { Entity } from '../element.ts';
import type { Asked } from './asked.ts';
import type { FormTitle } from './form-title.ts';
import { unknownWeight } from './meaning.ts';
import type { Surface } from './surface.ts';
import type { WordCosts } from './weighed.ts';

/** What it costs that the title says a word and the label does not. */
export const LEFT_TO_TITLE = 0.12;
/** The share that a word costs which other names or the definition of the element use. */
export const NO_STRANGER = 0.5;
const NOTHING: WordCosts = { unexplained: 0, unsaid: 0 };

/** Characters that no table knows are compared one by one. */
export function restCosts(asked: Asked, surface: Surface, title: FormTitle): WordCosts {
  const said = surface.meaning.rest;
  const { rest } = asked.meaning;
  if (rest === said) return NOTHING;
  let unexplained = '';
  let unsaid = said;
  for (const character of rest) {
    const at = unsaid.indexOf(character);
    if (at >= 0) unsaid = unsaid.slice(0, at) + unsaid.slice(at + 1);
    else unexplained += character;
  }
  const rows = said === '' && isOfOthers(asked, surface.element.entity) ? '' : title.text;
  const share = isSaid(unexplained, surface.saying) ? NO_STRANGER : 1;
  return {
    unexplained: share * restCost(unexplained, rows),
    unsaid: unsaid === '' ? 0 : wholeWord(restCost(unsaid, around(asked, title)), asked),
  };
}

/** Things that are called by one word only: 物资名称 in a list of 物资 is the name of none of them. */
const OF_ONE_WORD: ReadonlySet<Entity> = new Set(['person', 'household', 'house', 'plot']);

function isOfOthers({ meaning }: Asked, entity: Entity): boolean {
  return entity === 'village' || (OF_ONE_WORD.has(entity) && meaning.terms.some(({ id }) => id === '名称'));
}

/** A label of nothing but 日期 leaves out a word, be it of one sign (来本地时间). */
function wholeWord(cost: number, { isGeneric }: Asked): number {
  return isGeneric && cost > LEFT_TO_TITLE ? Math.max(1, cost) : cost;
}

export function restCost(rest: string, around: string): number {
  return rest.length > 1 && around.includes(rest) ? LEFT_TO_TITLE : unknownWeight(rest);
}

/** What stands around a label and may say what it leaves out. */
function around(asked: Asked, title: FormTitle): string {
  const outer = asked.meaning.terms.filter(({ isOuter }) => isOuter).map(({ text }) => text);
  return [title.text, ...outer, isPartOfNeighbour(asked) ? asked.neighbourTexts : ''].join(' ');
}

/** 其中:脱贫人口 counts a part of what the field before it counts. */
export function isPartOfNeighbour({ meaning }: Asked): boolean {
  return meaning.text.startsWith('其中');
}

/** Whether other names or the definition of the element use the word. */
export function isSaid(text: string, saying: string): boolean {
  return text.length > 1 && saying.includes(text);
}
