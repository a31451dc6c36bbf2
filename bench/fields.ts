/**
 * Forms in a large county: fields met with a catalogue of 10,000 elements, a form of 2,000 rows read filled in while the
 * county holds facts of 500,000 people, and a workbook of 10,000 rows written in the sender's layout.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { createMatcher, readForms, STARTER_CATALOGUE, type Element } from '../packages/analysis/src/index.ts';
import { forms } from '../packages/contract/src/index.ts';
import { readBytes } from '../packages/readers/src/index.ts';
import type { Db } from '../packages/server/src/platform/db.ts';
import { identityNumber } from '../packages/server/src/testing/forms.ts';
import type { SignedIn } from '../packages/server/src/testing/sign-in.ts';
import { inventForm, type AskedForm } from './form-year/asked.ts';
import { createChance } from './form-year/chance.ts';
import { COUNTY, OFFICE, openFormCounty } from './form-year/county.ts';
import { issue, workbookOf } from './form-year/drafter.ts';
import type { Subject } from './form-year/truth.ts';
import { print, summarise } from './measurement.ts';

const ELEMENTS = 10_000;
const FORMS = 200;
const PEOPLE = 500_000;
const OTHER_TOWNS = 19;
const LAST_TOWN = 120;
const VILLAGES_A_TOWN = 15;
const ROWS = 2000;
const READINGS = 20;
const WARM_UPS = 2;
const EXPORTS = 5;
const TODAY = '2026-03-10';
const VILLAGE = `${COUNTY}101201`;

/** Prints fields a second, the time of a form of 2,000 rows, and time and memory of an export of 10,000 rows. */
export async function benchFields(): Promise<void> {
  await benchMatching();
  benchExport();
  await benchPrefill();
}

async function benchMatching(): Promise<void> {
  const matcher = createMatcher(manyElements());
  const chance = createChance(1);
  const read = await Promise.all(Array.from({ length: FORMS }, () => formsOf(inventForm(chance))));
  const samples: number[] = [];
  for (const form of read.flat()) {
    const began = performance.now();
    matcher.match(form);
    samples.push((form.fields.length * 1000) / (performance.now() - began));
  }
  print(summarise('fields.matched', 'fields/s', samples.slice(WARM_UPS)));
}

async function formsOf(form: AskedForm): Promise<ReturnType<typeof readForms>> {
  const bytes = new Uint8Array(await workbookOf(form).arrayBuffer());
  const { source } = await readBytes(bytes, `${form.title}.xlsx`);
  return readForms(source);
}

const PLACES = ['春季', '夏季', '秋季', '冬季', '上年', '本年', '累计', '计划', '新增', '减少', '备案', '抽查', '自报'];
const THINGS = ['茶园', '鱼塘', '大棚', '林场', '电站', '渠道', '厂房'];

/** The starter catalogue, and as many elements of other matters as fill it up. */
function manyElements(): Element[] {
  const more = Array.from({ length: ELEMENTS - STARTER_CATALOGUE.length }, (_, index): Element => {
    const [like] = STARTER_CATALOGUE.slice(index % STARTER_CATALOGUE.length);
    if (like === undefined) throw new Error('The starter catalogue is empty.');
    const round = Math.floor(index / STARTER_CATALOGUE.length);
    const place = PLACES[round % PLACES.length] ?? '';
    const name = `${place}${THINGS[Math.floor(round / PLACES.length) % THINGS.length] ?? ''}${like.name}${String(index)}`;
    return { ...like, key: `${like.key}-${String(index)}`, name, aliases: [`${name}情况`, `${place}的${like.name}`] };
  });
  return [...STARTER_CATALOGUE, ...more];
}

/** What a worker of the server may take; see `features/checks`. */
const WORKER_MEGABYTES = 512;

/** In a process of its own, whose memory is its own. */
function benchExport(): void {
  const script = path.join(import.meta.dirname, 'form-year/export.ts');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${String(WORKER_MEGABYTES)}`, script, String(EXPORTS)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const { times, megabytes } = JSON.parse(stdout) as { times: number[]; megabytes: number };
  print(summarise('fields.export-10000-rows', 'ms', times));
  print(summarise('fields.export-10000-rows.memory', 'MB', [megabytes]));
}

async function benchPrefill(): Promise<void> {
  const county = await openFormCounty(TODAY);
  try {
    const drafter = await county.signInAs('drafter', `${COUNTY}000011`);
    const office = await county.signInAs('office', OFFICE);
    const clerk = await county.signInAs('bearer-clerk', VILLAGE);
    await county.register('公安户籍登记', villagers(), KNOWN);
    await seedPeople(county.owner);
    const demand = await issue({ drafter, office }, FORM, [VILLAGE], { number: 0, today: TODAY });
    const samples: number[] = [];
    for (let reading = 0; reading < WARM_UPS + READINGS; reading += 1) samples.push(await timeReading(clerk, demand));
    print(summarise('fields.prefill-2000-rows', 'ms', samples.slice(WARM_UPS)));
  } finally {
    await county.close();
  }
}

/** Reads the whole form, page by page as a clerk's browser does. */
async function timeReading(clerk: SignedIn, demand: string): Promise<number> {
  const began = performance.now();
  const which = { demand, unit: VILLAGE };
  const first = await clerk.call(forms.readFill, which);
  let rows = first.rows.length;
  for (let { next } = first; next !== null;) {
    const page = await clerk.call(forms.readFillRows, { ...which, cursor: next });
    rows += page.rows.length;
    next = page.next;
  }
  if (rows !== ROWS) throw new Error(`The form has ${String(rows)} rows.`);
  return performance.now() - began;
}

const KNOWN = [
  ...['person.identity-number', 'person.name', 'person.people', 'person.phone', 'person.address'],
  ...['person.education-level', 'person.marital-status', 'person.political-status', 'person.health-state'],
  ...['person.has-medical-insurance', 'person.has-pension-insurance', 'person.has-minimum-living'],
];
const FORM: AskedForm = {
  title: '村民基本信息登记表',
  entity: 'person',
  columns: [
    ...([
      ['姓名', 'person.name'],
      ['身份证号码', 'person.identity-number'],
      ['民族', 'person.people'],
    ] as const),
    ...([
      ['联系电话', 'person.phone'],
      ['现住址', 'person.address'],
      ['文化程度', 'person.education-level'],
    ] as const),
    ...([
      ['婚姻状况', 'person.marital-status'],
      ['政治面貌', 'person.political-status'],
    ] as const),
    ...([
      ['是否低保', 'person.has-minimum-living'],
      ['是否参加医保', 'person.has-medical-insurance'],
    ] as const),
  ].map(([header, element]) => ({ header, element, how: 'stored' as const })),
  isAsked: () => true,
};

/** The people of the one village whose form is read, as their register has them. */
function villagers(): Subject[] {
  return Array.from({ length: ROWS }, (_, index) => {
    const code = identityNumber(COUNTY, 1940 + Math.floor(index / 999), (index % 999) + 1);
    const values = new Map([
      ['person.identity-number', code],
      ['person.name', `村民${String(index)}`],
      ['person.people', '汉族'],
      ['person.phone', `138${String(index).padStart(8, '0')}`],
      ['person.address', `${String(index % 9)}组${String(index)}号`],
      ['person.education-level', '初中'],
      ['person.marital-status', '已婚'],
      ['person.political-status', '群众'],
      ['person.health-state', '健康'],
      ['person.has-medical-insurance', 'true'],
      ['person.has-pension-insurance', 'true'],
      ['person.has-minimum-living', 'false'],
    ]);
    return { entity: 'person', code, unit: VILLAGE, values, isGone: false };
  });
}

/** Everybody else of the county: nobody reads what is sealed of them. */
async function seedPeople(owner: Db): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    // Keys hold by construction, and the counts are made at the end.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`
      insert into unit (county, code, name, level, nature, parent)
      select ${COUNTY}, ${COUNTY} || n || '000', '镇' || n, 'township', 'township', ${`${COUNTY}000000`}
      from generate_series(101, ${LAST_TOWN}) n
      on conflict do nothing`.execute(tx);
    await sql`
      insert into unit (county, code, name, level, nature, parent)
      select ${COUNTY}, ${COUNTY} || town || (201 + n), '村' || town || n, 'village', 'village', ${COUNTY} || town || '000'
      from generate_series(101, ${LAST_TOWN}) town, generate_series(0, ${VILLAGES_A_TOWN - 1}) n
      on conflict do nothing`.execute(tx);
    await sql`
      insert into subject (county, entity, unit, digest)
      select ${COUNTY}, 'person', ${COUNTY} || (102 + n % ${OTHER_TOWNS}) || (201 + n / ${OTHER_TOWNS} % ${VILLAGES_A_TOWN}),
        sha256(n::text::bytea)
      from generate_series(1, ${PEOPLE - ROWS}) n`.execute(tx);
    await sql`
      insert into fact (county, subject, element, value, sealed, as_of, batch, by_owner)
      select fact.county, other.id, fact.element, fact.value, fact.sealed, fact.as_of, fact.batch, fact.by_owner
      from subject other, fact
      where other.county = ${COUNTY} and other.id > (select max(subject) from fact)
        and fact.subject = (select min(subject) from fact)`.execute(tx);
  });
  await sql`analyze`.execute(owner);
}
