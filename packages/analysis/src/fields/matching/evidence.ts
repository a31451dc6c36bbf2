import type { Field } from '../form.ts';
import { entityCost, optionCost, typeCost, unitCost } from './compatibility.ts';
import { namesEntity, type FormContext } from './form-context.ts';
import { unknownWeight, type Meaning, type Term } from './meaning.ts';
import type { Surface } from './surface.ts';
import { isNear } from './vocabulary/nearness.ts';

/** How far a field is from an element, by what keeps them apart. All costs, 0 for no difference. */
export interface Evidence {
  /** Words of the label that the element does not say. */
  readonly unexplained: number;
  /** Words of the element that neither label nor title says. */
  readonly unsaid: number;
  readonly holder: number;
  readonly scope: number;
  readonly kind: number;
  readonly entity: number;
  readonly isExact: boolean;
  /** All together. */
  readonly cost: number;
}

const NEAR_COST = 0.25;
const FROM_TITLE = 0.12;
const FROM_ENTITY = 0.08;
const OUTER_SHARE = 0.3;
const EXACT_BONUS = 0.1;
const NAME_BONUS = 0.02;

export interface Asked {
  readonly field: Field;
  readonly meaning: Meaning;
  /** Nothing but words that fit many things: 名称, 面积, 金额. */
  readonly isGeneric: boolean;
  readonly unit: string | null;
}

/** Weighs one name of one element against a field. */
export function weigh(asked: Asked, surface: Surface, context: FormContext): Evidence {
  const { meaning } = asked;
  const { element } = surface;
  const isExact = surface.texts.has(meaning.whole) || surface.texts.has(meaning.text);
  const words = wordCosts(asked, surface, context);
  const holder = holderCost(meaning, surface, context);
  const scope = scopeCost(meaning, surface.meaning, context) + timeCost(meaning.time, surface.meaning.time);
  const kind =
    typeCost(asked.field.type, typeOf(surface)) +
    unitCost(asked.unit, unitOf(surface)) +
    optionCost(asked.field, element);
  const entity = entityCost(context.entity, element.entity, asked.isGeneric);
  const bonus = isExact ? EXACT_BONUS + (surface.isName ? NAME_BONUS : 0) : 0;
  return {
    ...words,
    holder,
    scope,
    kind,
    entity,
    isExact,
    cost: words.unexplained + words.unsaid + holder + scope + kind + entity - bonus,
  };
}

/** What is worked out has a type of its own. */
function typeOf({ element, derived }: Surface): Field['type'] {
  switch (derived?.how) {
    case undefined:
      return element.type;
    case 'age':
    case 'count':
    case 'sum':
    case 'share':
      return 'number';
    case 'birth-date':
      return 'date';
    case 'unit':
      return element.type;
    default:
      return 'text';
  }
}

function unitOf({ element, derived }: Surface): string | null {
  return derived === null ? element.unit : derived.how === 'age' ? '岁' : null;
}

/** Pairs the words of both sides and adds up what is left over. */
function wordCosts(asked: Asked, surface: Surface, context: FormContext): { unexplained: number; unsaid: number } {
  const { entity } = surface.element;
  const unsaidTerms = [...surface.meaning.terms];
  const unexplainedTerms: Term[] = [];
  for (const term of asked.meaning.terms) {
    const at = unsaidTerms.findIndex(({ id }) => id === term.id);
    if (at >= 0) unsaidTerms.splice(at, 1);
    else unexplainedTerms.push(term);
  }
  let unexplained = 0;
  for (const term of unexplainedTerms) {
    const near = unsaidTerms.findIndex(({ id }) => isNear(id, term.id));
    if (near >= 0) {
      unsaidTerms.splice(near, 1);
      unexplained += NEAR_COST;
    } else unexplained += unexplainedCost(term, asked, entity);
  }
  let unsaid = 0;
  for (const term of unsaidTerms) unsaid += unsaidCost(term, context, surface);
  const rest = restCosts(asked.meaning.rest, surface.meaning.rest, context);
  return { unexplained: unexplained + rest.unexplained, unsaid: unsaid + rest.unsaid };
}

function unexplainedCost(term: Term, { isGeneric }: Asked, entity: Surface['element']['entity']): number {
  if (namesEntity(term.id, entity)) return FROM_ENTITY;
  return term.isOuter && !isGeneric ? term.weight * OUTER_SHARE : term.weight;
}

function unsaidCost({ id, weight }: Term, context: FormContext, surface: Surface): number {
  if (context.words.has(id)) return FROM_TITLE;
  if (namesEntity(id, surface.element.entity) && context.entity === surface.element.entity) return FROM_ENTITY;
  return weight;
}

/** Characters that no table knows are compared one by one. */
function restCosts(asked: string, said: string, context: FormContext): { unexplained: number; unsaid: number } {
  if (asked === said) return { unexplained: 0, unsaid: 0 };
  let unexplained = '';
  let unsaid = said;
  for (const character of asked) {
    const at = unsaid.indexOf(character);
    if (at >= 0) unsaid = unsaid.slice(0, at) + unsaid.slice(at + 1);
    else unexplained += character;
  }
  const isInTitle = unsaid.length > 1 && context.title.includes(unsaid);
  return { unexplained: unknownWeight(unexplained), unsaid: isInTitle ? FROM_TITLE : unknownWeight(unsaid) };
}

const OTHER_HOLDER = 3;
const HOLDER_UNSAID = 2;
const HOLDER_IN_TITLE = 0.3;

function holderCost({ holder }: Meaning, surface: Surface, context: FormContext): number {
  const other = surface.meaning.holder;
  if (holder === other) return 0;
  if (holder !== null && other !== null) return isNear(holder, other) ? 0.8 : OTHER_HOLDER;
  const named = holder ?? other ?? '';
  return context.words.has(named) || context.title.includes(named) ? HOLDER_IN_TITLE : HOLDER_UNSAID;
}

const SCOPE_COST = 1.5;
const NEAR_SCOPE_COST = 0.3;

function scopeCost(asked: Meaning, said: Meaning, context: FormContext): number {
  const extra = asked.scopes.filter((scope) => !said.scopes.includes(scope));
  const missing = said.scopes.filter((scope) => !asked.scopes.includes(scope));
  let cost = 0;
  for (const scope of extra) {
    const near = missing.findIndex((other) => isNear(scope, other));
    if (near >= 0) missing.splice(near, 1);
    cost += near >= 0 ? NEAR_SCOPE_COST : SCOPE_COST;
  }
  for (const scope of missing) cost += context.scopes.has(scope) ? FROM_TITLE : SCOPE_COST;
  return cost;
}

/** A year in figures only says which of the yearly values is wanted. */
function timeCost(asked: string | null, said: string | null): number {
  if (asked === said) return 0;
  if (asked === null) return 1;
  if (said === null) return /^\d{4}年$/u.test(asked) ? 0.1 : asked === '上年' || asked === '上年末' ? 0.4 : 1;
  return 2;
}
