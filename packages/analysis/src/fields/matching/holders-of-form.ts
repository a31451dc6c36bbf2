import { kindOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { BODIES, OFFICES, PERSONAL_VALUES } from './vocabulary/holders.ts';

/** Whose a value is, as the other fields of the form let see. */
export interface FormHolder {
  /** Whose it is when the label does not say: the telephone beside 负责人, the number in a list of 户主姓名. */
  readonly implied: string | null;
  /** Whether the person it names is the one that the list is about (承租人 with name and number, and nobody else). */
  readonly isSubject: boolean;
}

export const NOBODY: FormHolder = { implied: null, isSubject: false };
/** Values that stand beside the name of somebody and are theirs. */
const BESIDE_NAME: ReadonlySet<string> = new Set([
  '电话',
  '身份证号',
  '证件号',
  '职务',
  '固定电话',
  '与本人关系',
  '关系',
]);

/** One for each field of a form. */
export function holdersOf(meanings: readonly Meaning[]): FormHolder[] {
  const named = meanings.filter(asksName);
  const hasPlainName = named.some(({ holder }) => holder === null);
  const main = hasPlainName ? null : (named[0]?.holder ?? null);
  const subject = hasPlainName ? null : (fullestHolder(meanings) ?? ownerOf(main) ?? identifiedHolder(meanings, main));
  return meanings.map((meaning, at): FormHolder => {
    if (meaning.holder !== null) return meaning.holder === subject ? { implied: null, isSubject: true } : NOBODY;
    if (!isPersonal(meaning) || (meaning.subject !== null && !isRelation(meaning))) return NOBODY;
    const implied = besideHolder(meanings, at) ?? main;
    return { implied, isSubject: implied !== null && implied === subject };
  });
}

/** Values that a list has of those whom it is about. */
const OF_SUBJECTS: ReadonlySet<string> = new Set(['身份证号', '证件号', '年龄', '性别', '出生日期']);

/** In a list of mothers 母亲姓名 is simply the name: the person whom the title names, and of whom more than the name is asked. */
export function withSubjects(meanings: readonly Meaning[], title: string): readonly Meaning[] {
  const named = meanings.filter(asksName);
  const main = named[0]?.holder ?? null;
  if (main === null || main === '户主' || !title.includes(main) || named.some(({ holder }) => holder !== main)) {
    return meanings;
  }
  const isDescribed = meanings.some(
    ({ holder, terms }) => (holder === null || holder === main) && terms.some(({ id }) => OF_SUBJECTS.has(id)),
  );
  return isDescribed
    ? meanings.map((meaning) => (meaning.holder === main ? { ...meaning, holder: null } : meaning))
    : meanings;
}

/** Somebody by name and number whom no table knows (种植者), and in no office: the list is about them. */
function identifiedHolder(meanings: readonly Meaning[], main: string | null): string | null {
  if (main === null || kindOf(main) === 'holder' || [...OFFICES].some((office) => main.endsWith(office))) return null;
  const isIdentified = meanings.some(
    ({ holder, terms }) =>
      (holder === null || holder === main) && terms.some(({ id }) => id === '身份证号' || id === '证件号'),
  );
  return isIdentified ? main : null;
}

/** 机主, 船主: a list of things is a list of whose they are. */
function ownerOf(main: string | null): string | null {
  return main !== null && main.endsWith('主') && main !== '户主' ? main : null;
}

const VALUES_OF_A_SUBJECT = 3;

/** The person of whom the form asks most, at least name, number and one thing more. */
function fullestHolder(meanings: readonly Meaning[]): string | null {
  const values = new Map<string, string[]>();
  for (const { holder, terms } of meanings) {
    if (holder !== null) values.set(holder, [...(values.get(holder) ?? []), ...terms.map(({ id }) => id)]);
  }
  const full = [...values].filter(
    ([, ids]) =>
      ids.includes('姓名') && (ids.includes('身份证号') || ids.includes('证件号')) && ids.length >= VALUES_OF_A_SUBJECT,
  );
  const [fullest] = full.toSorted(([, one], [, other]) => other.length - one.length);
  return fullest?.[0] ?? null;
}

/** The person whose name or number stands just before a telephone, with what relates them to the subject between at most. */
function besideHolder(meanings: readonly Meaning[], at: number): string | null {
  if (meanings[at]?.terms.some(({ id }) => BESIDE_NAME.has(id)) !== true) return null;
  const before = meanings[at - 1];
  const named = before !== undefined && isRelation(before) ? meanings[at - 2] : before;
  return named !== undefined && isPersonal(named) ? named.holder : null;
}

function isRelation({ terms }: Meaning): boolean {
  return terms.some(({ id }) => id === '与本人关系' || id === '关系');
}

function asksName({ terms }: Meaning): boolean {
  return terms.some(({ id }) => id === '姓名');
}

/** A value that people have, and the label does not say that it is a body's: 企业联系方式 is nobody's own. */
function isPersonal({ terms, rest }: Meaning): boolean {
  const isOfBody = terms.some(({ id, isOuter }) => !isOuter && BODIES.has(id));
  return rest === '' && !isOfBody && terms.some(({ id }) => PERSONAL_VALUES.has(id));
}
