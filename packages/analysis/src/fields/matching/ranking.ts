import type { Entity } from '../element.ts';
import type { Field, Form } from '../form.ts';
import { entityCost } from './compatibility.ts';
import { createElementIndex } from './element-index.ts';
import { weigh, type Asked, type Evidence } from './evidence.ts';
import { electEntity, readTitle, type FormTitle } from './form-title.ts';
import { readMeaning, type Meaning } from './meaning.ts';
import type { Surface } from './surface.ts';
import { PERSONAL_VALUES } from './vocabulary/holders.ts';

/** A name of an element, weighed against a field. */
export interface Weighed {
  readonly surface: Surface;
  readonly evidence: Evidence;
}

/** What a field asks, and the elements nearest to it, the nearest first. */
export interface RankedField {
  readonly asked: Asked;
  readonly ranked: readonly Weighed[];
}

export interface RankedForm {
  readonly title: FormTitle;
  /** What the rows of the form are. */
  readonly entity: Entity | null;
  readonly fields: readonly RankedField[];
}

export type Ranker = (form: Form) => RankedForm;

/** Names that are weighed for one field. */
const CANDIDATES = 24;
/** Below this cost an element speaks for what the rows of the form are. */
const VOTING_COST = 0.3;
/** How many fields before one may have said what it leaves out. */
const NEIGHBOURS = 2;
const MOST_MEANINGS = 20_000;

/** Ranks elements for the fields of forms; labels that were read once are remembered. */
export function createRanker(surfaces: readonly Surface[]): Ranker {
  const index = createElementIndex(surfaces);
  const meanings = new Map<string, Meaning>();

  function meaningOf(field: Field, unit: string | null): Meaning {
    const key = [...field.label, field.type, unit ?? ''].join('\t');
    const known = meanings.get(key);
    if (known !== undefined) return known;
    if (meanings.size >= MOST_MEANINGS) meanings.clear();
    const meaning = readMeaning(field.label, { type: field.type, unit });
    meanings.set(key, meaning);
    return meaning;
  }

  function askAll(form: Form): Asked[] {
    const asked: Asked[] = [];
    for (const field of form.fields) {
      const unit = field.unit ?? (field.type === 'number' ? form.unit : null);
      const meaning = meaningOf(field, unit);
      const neighbours = asked.slice(-NEIGHBOURS).flatMap((before) => conceptsOf(before.meaning));
      asked.push({ field, meaning, unit, isGeneric: isGeneric(meaning), neighbours: new Set(neighbours) });
    }
    return asked;
  }

  return (form) => {
    const title = readTitle(form);
    const fields = askAll(form).map((asked) => ({
      asked,
      weighed: bestOfEach(
        index.find(asked.meaning, CANDIDATES).map((surface) => ({ surface, evidence: weigh(asked, surface, title) })),
      ),
    }));
    const entity = electEntity(
      title.votes,
      fields.map(({ weighed }) => entitiesNear(weighed)),
    );
    return {
      title,
      entity,
      fields: fields.map(({ asked, weighed }) => ({ asked, ranked: inOrder(asked, weighed, entity) })),
    };
  };
}

/** The best name of each element and of each thing that is worked out of it. */
function bestOfEach(weighed: readonly Weighed[]): Weighed[] {
  const best = new Map<string, Weighed>();
  for (const one of weighed) {
    const { element, derived } = one.surface;
    const key = derived === null ? element.key : `${element.key} ${derived.how} ${derived.by ?? ''}`;
    const known = best.get(key);
    if (known === undefined || one.evidence.cost < known.evidence.cost) best.set(key, one);
  }
  return [...best.values()];
}

/** What belongs to other things than the rows of the form lies further off. */
function inOrder({ isGeneric: isAnybodys }: Asked, weighed: readonly Weighed[], rows: Entity | null): Weighed[] {
  return weighed
    .map(({ surface, evidence }) => {
      const entity = entityCost(rows, surface.element.entity, isAnybodys);
      return { surface, evidence: { ...evidence, entity, cost: evidence.cost + entity } };
    })
    .sort((one, other) => one.evidence.cost - other.evidence.cost);
}

function entitiesNear(weighed: readonly Weighed[]): Set<Entity> {
  const near = weighed.filter(({ evidence }) => evidence.cost <= VOTING_COST);
  return new Set(near.map(({ surface }) => surface.element.entity));
}

function conceptsOf({ terms }: Meaning): string[] {
  return terms.filter(({ kind }) => kind === 'concept').map(({ id }) => id);
}

function isGeneric({ terms, rest }: Meaning): boolean {
  return (
    rest === '' &&
    terms.every(({ id, kind, isOuter }) => isOuter || kind === 'generic' || kind === 'light' || PERSONAL_VALUES.has(id))
  );
}
