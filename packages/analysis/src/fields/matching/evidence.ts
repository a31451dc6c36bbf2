import type { Field } from '../form.ts';
import type { Asked } from './asked.ts';
import { optionCost, typeCost, unitCost } from './compatibility.ts';
import type { FormTitle } from './form-title.ts';
import type { FormHolder } from './holders-of-form.ts';
import { weightOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { Surface } from './surface.ts';
import { isNear } from './vocabulary/nearness.ts';
import type { Evidence } from './weighed.ts';
import { wordCosts } from './word-costs.ts';

const EXACT_BONUS = 0.1;
const NAME_BONUS = 0.02;
/** The same words ask the same, whatever the reader took the answer for. */
const EXACT_TYPE_SHARE = 0.5;

/** Above it a name is out of the question, whatever its words. */
const HOPELESS = 2;

/**
 * Weighs one name of one element against a field; what the rows of the form are is not known yet. Null where whose, of
 * what or in which unit alone keeps them apart.
 */
export function weigh(asked: Asked, surface: Surface, title: FormTitle): Evidence | null {
  const { meaning } = asked;
  const isExact = surface.texts.has(meaning.whole) || surface.texts.has(meaning.text);
  const kind = kindCost(asked, surface, title, isExact);
  if (kind >= HOPELESS) return null;
  const holder = holderCost(asked, surface, title);
  const scope = scopeCost(meaning, surface.meaning, title) + timeCost(asked, surface.meaning.time);
  if (holder + scope + kind > HOPELESS) return null;
  const { unexplained, unsaid } = wordCosts(asked, surface, title);
  const bonus = isExact ? EXACT_BONUS + (surface.isName ? NAME_BONUS : 0) : 0;
  const cost = unexplained + unsaid + holder + scope + kind - bonus;
  return { unexplained, unsaid, holder, scope, kind, entity: 0, isExact, cost };
}

function kindCost(asked: Asked, surface: Surface, title: FormTitle, isExact: boolean): number {
  const type = typeCost(asked.field.type, typeOf(surface)) * (isExact ? EXACT_TYPE_SHARE : 1);
  const unit = unitCost(asked.unit, unitOf(surface)) + sizeCost(asked, surface);
  return type + unit + optionCost(asked.field, surface.element) + existenceCost(asked, surface, title);
}

/** What is worked out has a type of its own. */
function typeOf({ element, derived }: Surface): Field['type'] {
  if (derived === null || derived.how === 'unit') return element.type;
  if (derived.how === 'birth-date') return 'date';
  return derived.how === 'age' || derived.how === 'count' || derived.how === 'sum' || derived.how === 'share'
    ? 'number'
    : 'text';
}

function unitOf({ element, derived }: Surface): string | null {
  if (derived === null) return element.unit;
  return derived.how === 'age' ? '岁' : null;
}

const SUM_OF_MANY = 0.4;

/** Nobody counts one person's money in 万元: such a column is the sum of a place. */
function sizeCost({ unit }: Asked, { element }: Surface): number {
  return unit?.startsWith('万') === true && element.entity === 'person' && element.unit === '元' ? SUM_OF_MANY : 0;
}

const SOMEBODY_OF_MANY = 0.5;

/** 是否有残疾人 asks a household about somebody in it, 是否残疾 a person. */
function existenceCost({ meaning, field }: Asked, { element }: Surface, title: FormTitle): number {
  const asksOfMany = /^(?:是否有|有无|是否存在)/u.test(meaning.text) && (title.votes.get('person') ?? 0) === 0;
  return asksOfMany && field.type === 'boolean' && element.entity === 'person' ? SOMEBODY_OF_MANY : 0;
}

const OTHER_HOLDER = 3;
const NEAR_HOLDER = 0.8;
const UNSAID_HOLDER = 2;
const HOLDER_IN_TITLE = 0.3;
const LOOSE_HOLDER = 0.25;
const IMPLIED_HOLDER = 0.05;
const NOT_IMPLIED = 0.5;
const HOLDER_IS_SUBJECT = 0.2;

function holderCost({ meaning, holder: ofForm }: Asked, surface: Surface, title: FormTitle): number {
  const said = surface.meaning.holder;
  const asked = meaning.holder ?? (said === null ? null : meaning.subject);
  if (asked === said) return costOfSame(meaning, ofForm, said);
  if (asked === null) return said === ofForm.implied ? IMPLIED_HOLDER : costOfUnsaid(said, title);
  if (said !== null) return areNearHolders(asked, said) ? NEAR_HOLDER : OTHER_HOLDER;
  const isSubject = ofForm.isSubject && surface.element.entity === 'person';
  return isSubject ? HOLDER_IS_SUBJECT : UNSAID_HOLDER;
}

function costOfUnsaid(holder: string | null, title: FormTitle): number {
  if (holder === null) return 0;
  return title.words.has(holder) || title.text.includes(holder) ? HOLDER_IN_TITLE : UNSAID_HOLDER;
}

function costOfSame({ isHolderLoose }: Meaning, { implied }: FormHolder, said: string | null): number {
  if (said === null) return implied === null ? 0 : NOT_IMPLIED;
  return isHolderLoose ? LOOSE_HOLDER : 0;
}

/** 整改责任人 is near to 责任人. */
function areNearHolders(one: string, other: string): boolean {
  return isNear(one, other) || one.endsWith(other) || other.endsWith(one);
}

const NEAR_SCOPE = 0.3;
const SCOPE_IN_TITLE = 0.15;
const AGE_SCOPE = 1.5;
/** 户籍人口/其中:女: villages count among those registered anyway. */
const OUTER_SCOPE = 0.2;

function scopeCost(asked: Meaning, said: Meaning, title: FormTitle): number {
  const missing = said.scopes.filter((scope) => !asked.scopes.includes(scope));
  let cost = 0;
  for (const scope of asked.scopes) {
    if (said.scopes.includes(scope)) continue;
    const near = missing.findIndex((other) => isNear(scope, other));
    if (near >= 0) missing.splice(near, 1);
    cost += near >= 0 ? NEAR_SCOPE : asked.outerScopes.includes(scope) ? OUTER_SCOPE : scopeWeight(scope);
  }
  for (const scope of missing) cost += title.scopes.has(scope) ? SCOPE_IN_TITLE : scopeWeight(scope);
  return cost;
}

function scopeWeight(scope: string): number {
  return scope.startsWith('age') ? AGE_SCOPE : weightOf(scope);
}

const OTHER_TIME = 2;
const LAST_YEAR = 0.4;
/** A year in figures only says which of the yearly values is wanted. */
const YEAR_IN_FIGURES = 0.1;

function timeCost({ meaning: { time, scopes }, isOfThePast }: Asked, said: string | null): number {
  if (time === said) return 0;
  if (time === null) return 1;
  if (said !== null || isOfThePast) return OTHER_TIME;
  if (/^\d{4}年$/u.test(time)) return YEAR_IN_FIGURES;
  if (time === '本月') return scopes.length > 0 ? OTHER_TIME : YEAR_IN_FIGURES;
  return time === '上年' || time === '上年末' ? LAST_YEAR : 1;
}
