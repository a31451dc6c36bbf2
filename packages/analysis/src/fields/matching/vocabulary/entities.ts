import { ENTITIES, type Entity } from '../../element.ts';
import { ENTITY_WORDS, KIND_WORDS } from './things.ts';

const ENTITIES_OF_WORD = new Map<string, Entity[]>();
const KINDS = new Set<string>(ENTITIES.flatMap((entity) => wordsOf(KIND_WORDS[entity])));
for (const entity of ENTITIES) {
  for (const word of [...wordsOf(ENTITY_WORDS[entity]), ...wordsOf(KIND_WORDS[entity])]) {
    ENTITIES_OF_WORD.set(word, [...(ENTITIES_OF_WORD.get(word) ?? []), entity]);
  }
}

function wordsOf(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** Whether a word only names the thing, or the kind of it. */
export function namesEntity(word: string, entity: Entity): boolean {
  return ENTITIES_OF_WORD.get(word)?.includes(entity) === true;
}

export function namesAnyEntity(word: string): boolean {
  return ENTITIES_OF_WORD.has(word);
}

/** Whether it is the word for one kind of such things only. */
export function isKind(word: string): boolean {
  return KINDS.has(word);
}
