import { createWordTable } from '../../document/word-table.ts';
import { ENTITIES, type Entity } from '../element.ts';
import type { Form } from '../form.ts';
import { fold } from './label-text.ts';
import { readMeaning } from './meaning.ts';
import { ADDRESS_PARTS, REPORT_WORDS, TITLE_SUBJECTS } from './vocabulary/things.ts';

/** What the title of a form says about each of its fields. */
export interface FormTitle {
  readonly text: string;
  /** Its words, for fields that leave them out (证号 among people with disabilities). */
  readonly words: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  /** How much it speaks for what the rows are. */
  readonly votes: ReadonlyMap<Entity, number>;
}

const SUBJECT_TABLE = createWordTable(
  ENTITIES.flatMap((entity) => TITLE_SUBJECTS[entity].split(/\s+/u).map((word): [string, Entity] => [word, entity])),
);
/** The last such word of a title is what it is about: 企业(从业人员)花名册 lists people. */
const LAST_WORD_VOTE = 2;
const OTHER_WORD_VOTE = 0.4;

export function readTitle(form: Form): FormTitle {
  const text = readTitleText(form.title, form.sheet);
  const { terms, holder, scopes } = readMeaning([text], { type: 'text', unit: null });
  const words = terms.map(({ id }) => id).filter((id) => ADDRESS_PARTS[id] === undefined);
  return {
    text,
    words: new Set(holder === null ? words : [...words, holder]),
    scopes: new Set(scopes),
    votes: votesOf(text),
  };
}

/** Folded, without spaces; the sheet's name where somebody gave it one. */
export function readTitleText(title: string | null, sheet: string | null): string {
  const named = sheet === null || /^sheet\s*\d*$/iu.test(sheet) ? '' : sheet;
  return fold((title ?? '') + named).replace(/\s+/gu, '');
}

function votesOf(title: string): Map<Entity, number> {
  const named: { entity: Entity; isReport: boolean }[] = [];
  SUBJECT_TABLE.scan(title, 0, title.length, (entity, start, end) =>
    named.push({ entity, isReport: REPORT_WORDS.has(title.slice(start, end)) }),
  );
  const isThing = named.some(({ entity }) => entity === 'facility');
  const subjects = named.flatMap(({ entity, isReport }) => (isReport && isThing ? [] : [entity]));
  const votes = new Map<Entity, number>();
  for (const [at, entity] of subjects.entries()) {
    const vote = at === subjects.length - 1 ? LAST_WORD_VOTE : OTHER_WORD_VOTE;
    votes.set(entity, (votes.get(entity) ?? 0) + vote);
  }
  return votes;
}
