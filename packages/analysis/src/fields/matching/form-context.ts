import { createWordTable } from '../../document/word-table.ts';
import { ENTITIES, type Entity } from '../element.ts';
import type { Form } from '../form.ts';
import { fold } from './label-text.ts';
import { readMeaning } from './meaning.ts';
import { ENTITY_WORDS, TITLE_SUBJECTS } from './vocabulary/things.ts';

/** What the whole form says about each of its fields. */
export interface FormContext {
  readonly title: string;
  /** The words of the title, for fields that leave them out (证号 among people with disabilities). */
  readonly words: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  /** What its rows are; null where nothing says so. */
  readonly entity: Entity | null;
}

const SUBJECT_TABLE = createWordTable(
  ENTITIES.flatMap((entity) => TITLE_SUBJECTS[entity].split(/\s+/).map((word): [string, Entity] => [word, entity])),
);
const ENTITIES_OF_WORD = new Map<string, Entity[]>();
for (const entity of ENTITIES) {
  for (const word of ENTITY_WORDS[entity].split(' ')) {
    ENTITIES_OF_WORD.set(word, [...(ENTITIES_OF_WORD.get(word) ?? []), entity]);
  }
}

/** Whether a word only names the kind of thing. */
export function namesEntity(word: string, entity: Entity): boolean {
  return ENTITIES_OF_WORD.get(word)?.includes(entity) === true;
}

const LAST_WORD_VOTE = 2.5;
const OTHER_WORD_VOTE = 0.4;

/** What the title says by itself; `entity` still has to be agreed with the fields. */
export function readTitle(form: Form): Omit<FormContext, 'entity'> & { readonly votes: Map<Entity, number> } {
  const title = fold([form.title ?? '', form.sheet ?? ''].join(' ')).replace(/\s+/gu, '');
  const meaning = readMeaning([title], { type: 'text', unit: null });
  const votes = new Map<Entity, number>();
  let last: Entity | null = null;
  SUBJECT_TABLE.scan(title, 0, title.length, (entity) => {
    votes.set(entity, (votes.get(entity) ?? 0) + OTHER_WORD_VOTE);
    last = entity;
  });
  if (last !== null) votes.set(last, (votes.get(last) ?? 0) + LAST_WORD_VOTE);
  return {
    title,
    words: new Set([...meaning.terms.map(({ id }) => id), ...(meaning.holder === null ? [] : [meaning.holder])]),
    scopes: new Set(meaning.scopes),
    votes,
  };
}

/** The entity with most votes. */
export function electEntity(votes: ReadonlyMap<Entity, number>): Entity | null {
  let elected: Entity | null = null;
  for (const [entity, vote] of votes) {
    if (vote > (elected === null ? 0 : (votes.get(elected) ?? 0))) elected = entity;
  }
  return elected;
}
