import type { Entity } from '../element.ts';
import type { FormTitle } from './form-title.ts';
import { kindOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { WeighedField } from './weighed.ts';

/** Below this cost an element speaks for what the rows of the form are. */
const VOTING_COST = 0.3;
/** How many votes all fields together have. */
const FIELD_VOTES = 4;
/** Fields that only lists of one kind of thing have: a plain 姓名 for people. */
const TELLING_FIELDS: readonly (readonly [word: string, entity: Entity, votes: number])[] = [
  ['姓名', 'person', 1.2],
  ['统一社会信用代码', 'organisation', 2],
  ['地块编号', 'plot', 1],
  ['与户主关系', 'person', 1],
];
const NAMED_THING_VOTES = 2;
const SUBJECT_VOTES = 1.2;
/** 电站名称, 网点名称: what the rows are called says what they are. */
const PLACE_ENDINGS = /(?:点|站|场|所|井|池|塘|库|桥|广场|设施|中心|厅|栓)名称$/u;
const BODY_ENDINGS = /(?:店|厂|社|养殖场|农场|林场|牧场|公司|企业|网点|园|校|院|馆|商户)名称$/u;

/** What the rows of the form are: the entity for which title and fields speak most; null where nothing speaks. */
export function electRows(title: FormTitle, fields: readonly WeighedField[]): Entity | null {
  const votes = new Map(title.votes);
  for (const [entity, count] of [...tellingVotes(fields), ...fittingVotes(fields)]) {
    votes.set(entity, (votes.get(entity) ?? 0) + count);
  }
  const [elected] = [...votes].sort(([, one], [, other]) => other - one);
  return elected?.[0] ?? null;
}

type Vote = readonly [entity: Entity, count: number];

function tellingVotes(fields: readonly WeighedField[]): Vote[] {
  const meanings = fields.map(({ asked }) => asked.meaning);
  const votes = TELLING_FIELDS.filter(([word]) => meanings.some((meaning) => isPlainly(meaning, word)));
  const isAboutStrangers = fields.some(
    ({ asked: { holder, meaning } }) => holder.isSubject && kindOf(meaning.holder ?? '') !== 'holder',
  );
  return [
    ...votes.map(([, entity, count]): Vote => [entity, count]),
    ...(isAboutStrangers ? [['person', SUBJECT_VOTES] as const] : []),
    ...namedThingVotes(meanings),
  ];
}

/** What a list calls its rows stands first: 学校名称 and 学院名称 further on say where its people are. */
function namedThingVotes(meanings: readonly Meaning[]): Vote[] {
  for (const { text } of meanings) {
    if (BODY_ENDINGS.test(text)) return [['organisation', NAMED_THING_VOTES]];
    if (PLACE_ENDINGS.test(text)) return [['facility', NAMED_THING_VOTES]];
  }
  return [];
}

/** Each field speaks for the things whose elements its words fit. */
function fittingVotes(fields: readonly WeighedField[]): Vote[] {
  return fields.flatMap(({ weighed }) => {
    const near = weighed.filter(({ evidence }) => evidence.cost <= VOTING_COST);
    const entities = new Set(near.map(({ surface }) => surface.element.entity));
    return [...entities].map((entity): Vote => [entity, FIELD_VOTES / entities.size / fields.length]);
  });
}

function isPlainly({ terms, holder }: Meaning, word: string): boolean {
  return holder === null && terms.some(({ id, isOuter }) => id === word && !isOuter);
}
