/** Sixty forms as bureaus word them: who is asked about, and which columns under which headers. */
import type { Entity } from '../../packages/analysis/src/index.ts';
import type { Chance } from './chance.ts';
import type { Subject } from './truth.ts';

export interface Column {
  readonly header: string;
  /** The stored element, or what follows from the identity number. */
  readonly element: string;
  readonly how: 'stored' | 'age' | 'sex' | 'birth-date';
}

export interface AskedForm {
  readonly title: string;
  readonly entity: Entity;
  readonly columns: readonly Column[];
  /** Which subjects belong into it. */
  readonly isAsked: (subject: Subject, today: string) => boolean;
}

/** By element, or by what follows from one: the headers that offices print. */
const PERSON: readonly (readonly [element: string, headers: readonly string[]])[] = [
  ['person.phone', ['联系电话', '手机号码', '电话号码', '联系方式']],
  ['person.people', ['民族']],
  ['person.education-level', ['文化程度', '学历']],
  ['person.marital-status', ['婚姻状况', '婚姻情况']],
  ['person.political-status', ['政治面貌']],
  ['person.address', ['现住址', '居住地址', '现居住地址']],
  ['person.employment-state', ['就业状况', '就业情况']],
  ['person.work-place', ['务工地点', '务工地']],
  ['person.health-state', ['健康状况', '身体状况']],
  ['person.has-medical-insurance', ['是否参加医疗保险', '是否参加医保', '医保是否参保']],
  ['person.has-pension-insurance', ['是否参加养老保险', '养老保险是否参保']],
  ['person.has-minimum-living', ['是否低保', '是否低保对象', '是否享受低保']],
  ['person.is-veteran', ['是否退役军人']],
];
const FROM_IDENTITY = [
  ['age', '年龄'],
  ['sex', '性别'],
  ['birth-date', '出生日期'],
] as const;
const HOUSEHOLD: typeof PERSON = [
  ['household.head-phone', ['户主联系电话', '户主电话']],
  ['household.people', ['家庭人口数', '家庭人口']],
  ['household.address', ['家庭住址', '家庭详细地址']],
  ['household.net-income', ['家庭纯收入（元）', '家庭年纯收入（元）']],
  ['household.labourers', ['家庭劳动力人数', '劳动力人数']],
  ['household.arable-area', ['家庭耕地面积（亩）', '耕地面积（亩）']],
  ['household.water-source', ['饮水方式']],
  ['household.fuel', ['主要燃料', '生活燃料类型']],
  ['household.entry-road', ['入户路类型']],
  ['household.has-broadband', ['是否通宽带']],
  ['household.has-sanitary-toilet', ['是否卫生厕所', '是否有卫生厕所']],
  ['household.is-monitored', ['是否监测户', '是否监测对象']],
  ['household.vehicles', ['家用汽车数（辆）']],
];
const VILLAGE: typeof PERSON = [
  ['village.registered-households', ['户籍户数（户）', '户籍户数']],
  ['village.registered-population', ['户籍人口（人）', '户籍人口数']],
  ['village.resident-population', ['常住人口（人）', '常住人口数']],
  ['village.groups', ['村民小组数（个）', '村民小组数']],
  ['village.arable-area', ['耕地面积（亩）', '耕地总面积（亩）']],
  ['village.woodland-area', ['林地面积（亩）']],
  ['village.collective-income', ['村集体经济收入（万元）', '村集体收入（万元）']],
  ['village.migrant-workers', ['外出务工人数（人）', '外出务工人数']],
  ['village.minimum-living-people', ['低保人数（人）', '低保人数']],
  ['village.party-members', ['党员人数（人）', '党员数']],
  ['village.cadres', ['村两委干部人数', '村“两委”干部人数（人）']],
  ['village.grids', ['网格数（个）']],
  ['village.secretary-name', ['村党组织书记姓名', '村党支部书记姓名']],
  ['village.secretary-phone', ['村党组织书记联系电话', '书记联系电话']],
  ['village.leading-industry', ['主导产业']],
];

interface Kind {
  readonly entity: Entity;
  readonly titles: readonly string[];
  /** Always asked, first. */
  readonly fixed: readonly Column[];
  readonly pool: typeof PERSON;
  readonly isAsked: AskedForm['isAsked'];
}

const NAME_AND_NUMBER = [stored('姓名', 'person.name'), stored('身份证号码', 'person.identity-number')];
const KINDS: readonly Kind[] = [
  {
    entity: 'person',
    titles: ['村民基本信息登记表', '全村人员信息台账', '村民花名册'],
    fixed: NAME_AND_NUMBER,
    pool: PERSON,
    isAsked: () => true,
  },
  {
    entity: 'person',
    titles: ['60周岁以上老年人信息核查表', '60岁以上老年人花名册', '60周岁及以上老年人摸底表'],
    fixed: NAME_AND_NUMBER,
    pool: PERSON,
    isAsked: ({ code }, today) => ageOf(code, today) >= 60,
  },
  {
    entity: 'person',
    titles: ['低保对象花名册', '低保人员信息核查表', '享受低保人员台账'],
    fixed: NAME_AND_NUMBER,
    pool: PERSON.filter(([element]) => element !== 'person.has-minimum-living'),
    isAsked: ({ values }) => values.get('person.has-minimum-living') === 'true',
  },
  {
    entity: 'household',
    titles: ['农户基本情况台账', '农户家庭情况登记表', '家庭户信息采集表'],
    fixed: [stored('户号', 'household.register-number'), stored('户主姓名', 'household.head-name')],
    pool: HOUSEHOLD,
    isAsked: () => true,
  },
  {
    entity: 'village',
    titles: ['村基本情况统计表', '行政村情况一览表', '村级基本数据表'],
    fixed: [],
    pool: VILLAGE,
    isAsked: () => true,
  },
];

const FEWEST_COLUMNS = 5;
const MOST_COLUMNS = 8;

/** A form that some bureau thinks of. */
export function inventForm(chance: Chance): AskedForm {
  const { entity, titles, fixed, pool, isAsked } = chance.one(KINDS);
  const columns = draw(chance, pool, chance.between(FEWEST_COLUMNS, MOST_COLUMNS)).map(([element, headers]) =>
    stored(chance.one(headers), element),
  );
  const worked =
    entity === 'person'
      ? draw(chance, FROM_IDENTITY, chance.between(0, 2)).map(([how, header]) => ({
          ...{ header, how },
          element: 'person.identity-number',
        }))
      : [];
  return { title: chance.one(titles), entity, columns: [...fixed, ...worked, ...columns], isAsked };
}

function stored(header: string, element: string): Column {
  return { header, element, how: 'stored' };
}

/** So many different ones, in the order in which they stood. */
function draw<Value>(chance: Chance, values: readonly Value[], count: number): Value[] {
  const order = values.map((value, index) => ({ value, index, rank: chance.next() }));
  const drawn = order.toSorted((one, other) => one.rank - other.rank).slice(0, count);
  return drawn.toSorted((one, other) => one.index - other.index).map(({ value }) => value);
}

/** Full years on the day, by the identity number. */
function ageOf(identity: string, today: string): number {
  const born = identity.slice(6, 14);
  const day = today.replaceAll('-', '');
  return Math.floor((Number(day) - Number(born)) / 10_000);
}

/** What stands truly in a column for a subject, in its stored spelling. */
export function trueValue({ element, how }: Column, { code, values }: Subject, today: string): string {
  if (how === 'age') return String(ageOf(code, today));
  if (how === 'sex') return Number(code[16]) % 2 === 1 ? '男' : '女';
  if (how === 'birth-date') return `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`;
  return values.get(element) ?? '';
}
