/** A county's register of demands, made by a few statements: five years of work of forty bureaus for 300 villages. */
import { dayNumber, formatDay } from '@qingzhuang/analysis';
import { sql } from 'kysely';
import type { demands } from '../packages/contract/src/index.ts';
import type { Db } from '../packages/server/src/platform/db.ts';
import { topicOf } from '../packages/server/src/features/demands/gate/topic.ts';

export const COUNTY = '130101';
export const DEPARTMENT = '130101000011';
export const OFFICE = '130101000001';

export const TOWNSHIPS = 20;
export const VILLAGES_PER_TOWNSHIP = 15;
export const DEPARTMENTS = 40;

const MATTERS = [
  '水库',
  '危房',
  '秸秆',
  '电梯',
  '古树',
  '校车',
  '烟叶',
  '河道',
  '茶园',
  '犬只',
  '路灯',
  '粪污',
  '山塘',
  '公厕',
  '林地',
  '大棚',
  '养老',
  '医保',
  '低保',
  '燃气',
  '快递',
  '宅基地',
  '农机',
  '渔船',
];
const WORKS = [
  '清淤',
  '排查',
  '核实',
  '登记',
  '整治',
  '年检',
  '养护',
  '普查',
  '改造',
  '巡护',
  '禁烧',
  '收购',
  '缴费',
  '复核',
  '防汛',
  '防火',
  '消防',
  '验收',
  '确权',
  '补贴',
];

const SUBJECTS = MATTERS.flatMap((matter) => WORKS.map((work) => `${matter}${work}`));

/** Units, demands with their bearers, and what they are about. Row by row this would take an hour. */
export async function seedRegister(owner: Db, count: number, today: string): Promise<void> {
  await sql`insert into county (code, name, letters) values (${COUNTY}, '测试县', 'CS')`.execute(owner);
  await seedUnits(owner);
  await owner.transaction().execute(async (tx) => {
    // Foreign keys hold by construction; triggers would be run two million times.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`select setseed(0.5)`.execute(tx);
    await seedDemands(tx, count, today);
    await seedBearers(tx);
    await sql`
      insert into demand_topic (county, pair, expires_on, demand)
      select county, pair, expires_on, id from demand, unnest(topic) as pair
      where state not in ('refused', 'withdrawn', 'merged')`.execute(tx);
  });
  await sql`vacuum analyze`.execute(owner);
}

async function seedUnits(owner: Db): Promise<void> {
  await sql`
    insert into unit (county, code, name, level, nature, parent)
    select ${COUNTY}, code, code, level, nature, superior_of(code) from (
      select ${COUNTY} || '000000' as code, 'county' as level, 'county' as nature
      union all select ${OFFICE}, 'county', 'office'
      union all select ${COUNTY} || '000' || lpad(n::text, 3, '0'), 'county', 'department'
        from generate_series(11, ${10 + DEPARTMENTS}::int) as n
      union all select ${COUNTY} || (100 + n) || '000', 'township', 'township' from generate_series(1, ${TOWNSHIPS}::int) as n
      union all select ${COUNTY} || (100 + n) || (200 + v), 'village', 'village'
        from generate_series(1, ${TOWNSHIPS}::int) as n, generate_series(1, ${VILLAGES_PER_TOWNSHIP}::int) as v
    ) as made
    where not exists (select from unit where unit.county = ${COUNTY} and unit.code = made.code)
    order by code`.execute(owner);
}

async function seedDemands(tx: Db, count: number, today: string): Promise<void> {
  const topics = SUBJECTS.map((subject) => ({
    subject,
    topic: topicOf({ title: titleOf(subject), ask: askOf(subject) }),
  }));
  await sql`
    with subject as (
      select row_number() over () - 1 as number, value ->> 'subject' as name,
        array(select jsonb_array_elements_text(value -> 'topic')) as topic
      from jsonb_array_elements(${JSON.stringify(topics)}::jsonb) as value
    ), raw as (
      select n, floor(random() * ${SUBJECTS.length})::int as subject, random() as r, random() as s,
        ${`${today}T02:00:00Z`}::timestamptz - random() * interval '5 years' + interval '60 days' as starts
      from generate_series(1, ${count}::int) as n
    ), made as (
      select *, starts::date + 60 as expires,
        case when s < 0.06 then 'withdrawn' when starts::date + 60 < ${today}::date then 'closed' else 'running' end as state,
        case when r < 0.25 then 'meeting' when r < 0.35 then 'inspection' when r < 0.7 then 'task' else 'document' end as kind
      from raw
    )
    insert into demand (
      county, id, version, state, kind, issuer, title, ask, details, due_at, starts_at, ends_at, expires_on, bearer_count,
      admitted_at, submitted, emergency, total_minutes, changed_at, topic, code
    )
    select ${COUNTY}, gen_random_uuid(), 4, state, kind, ${COUNTY} || '000' || lpad((11 + n % ${DEPARTMENTS})::text, 3, '0'),
      '关于做好' || name || '工作的通知', '完成' || name || '并报送情况',
      jsonb_build_object('kind', kind, 'timesPerYear', case when n % 10 = 0 then 12 else 1 end, 'mode', case when n % 3 = 0 then 'video' else 'onsite' end),
      starts,
      case when kind in ('meeting', 'inspection') then starts end,
      case when kind in ('meeting', 'inspection') then starts + interval '2 hours' end,
      expires, 15, starts - interval '10 days', true, false, '{"low":1200,"likely":2400,"high":4800}', least(starts, ${`${today}T00:00:00Z`}::timestamptz), topic, ${codeOf}
    from made join subject on subject.number = made.subject`.execute(tx);
}

/** The number of a row as a control code; its check characters do not matter to the database. */
const codeOf = sql`(
  select 'CS26-' || substr(digits, 1, 4) || '-' || substr(digits, 5) from (
    select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((made.n >> (5 * place)) & 31) + 1, 1), '' order by place) as digits
    from generate_series(0, 5) as place
  ) as spelled
)`;

/** The fifteen villages of a township each, every hundredth demand all three hundred. */
async function seedBearers(tx: Db): Promise<void> {
  await sql`
    insert into demand_bearer (county, demand, unit, bound_until)
    select ${COUNTY}, id, ${COUNTY} || (101 + township) || (201 + v), bound_until
    from (
      select id, bound_until(demand), floor(random() * ${TOWNSHIPS})::int as own, random() < 0.01 as is_for_all from demand
    ) as lot
    cross join lateral generate_series(
      case when is_for_all then 0 else own end, case when is_for_all then ${TOWNSHIPS - 1}::int else own end
    ) as township
    cross join generate_series(0, ${VILLAGES_PER_TOWNSHIP - 1}::int) as v`.execute(tx);
}

type Draft = demands.DemandDraft;

/** A draft for all villages, each about another of the subjects of the register. */
export function draftNumber(number: number, kind: DraftKind, today: string): Draft {
  const subject = SUBJECTS[(number * 37) % SUBJECTS.length] ?? '';
  function dayAfter(days: number): string {
    return formatDay(dayNumber(today) + days);
  }
  return {
    title: titleOf(subject),
    ask: askOf(subject),
    issuer: DEPARTMENT,
    bearers: villages(),
    dueAt: `${dayAfter(15)}T10:00:00Z`,
    expiresOn: dayAfter(117),
    planItem: null,
    details: detailsOf(kind, dayAfter(7)),
  };
}

export type DraftKind = 'meeting' | 'inspection' | 'task';

function detailsOf(kind: DraftKind, day: string): Draft['details'] {
  switch (kind) {
    case 'meeting':
      return {
        ...{ kind, mode: 'onsite', people: 1, talks: 0, levels: ['village'], venues: [], series: null },
        ...{ startsAt: `${day}T01:00:00Z`, endsAt: `${day}T04:00:00Z`, timesPerYear: 1 },
      };
    case 'inspection':
      return {
        ...{ kind, object: '现场', sites: [], from: day, until: day, filingNo: null },
        ...{ people: 1, items: 3, timesPerYear: 1 },
      };
    case 'task':
      return { kind, duty: null, reports: 1, visits: 12, photos: 0, people: 1, days: 0, timesPerYear: 1 };
  }
}

/** All villages of the county. */
export function villages(): string[] {
  return Array.from({ length: TOWNSHIPS * VILLAGES_PER_TOWNSHIP }, (_, index) => {
    const [township, village] = [
      Math.floor(index / VILLAGES_PER_TOWNSHIP) + 101,
      (index % VILLAGES_PER_TOWNSHIP) + 201,
    ];
    return `${COUNTY}${township}${village}`;
  });
}

function titleOf(subject: string): string {
  return `关于做好${subject}工作的通知`;
}

function askOf(subject: string): string {
  return `完成${subject}并报送情况`;
}
