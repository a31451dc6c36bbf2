import { ENTITIES, type Entity } from '../../element.ts';
import { ENTITY_WORDS } from './things.ts';

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

export function namesAnyEntity(word: string): boolean {
  return ENTITIES_OF_WORD.has(word);
}
