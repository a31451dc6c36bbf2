/** How it really is in the villages, month by month. What the county knows of it is another matter. */
import type { Entity } from '../../packages/analysis/src/index.ts';
import { identityNumber } from '../../packages/server/src/testing/forms.ts';
import type { Chance } from './chance.ts';

/** A person, household or village, with the true values by element, in their stored spelling. */
export interface Subject {
  readonly entity: Entity;
  readonly code: string;
  readonly unit: string;
  readonly values: Map<string, string>;
  isGone: boolean;
}

export interface Truth {
  readonly subjects: Subject[];
  /** A month passes: some move, marry, find work, die or are born. */
  passMonth(): void;
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文华建国志红秀珍玉梅海燕春生';
const PHONE_HEADS = ['138', '139', '150', '187', '199'];
const ADULT = 18;

/** Share of the values of an element that become others in a month; what is not named stays. */
const DRIFT: Readonly<Record<string, number>> = {
  'person.phone': 0.008,
  'person.address': 0.002,
  'person.marital-status': 0.002,
  'person.employment-state': 0.015,
  'person.work-place': 0.015,
  'person.health-state': 0.004,
  'person.has-medical-insurance': 0.003,
  'person.has-pension-insurance': 0.003,
  'person.has-minimum-living': 0.001,
  'household.people': 0.004,
  'household.net-income': 0.03,
  'household.labourers': 0.004,
  'household.fuel': 0.002,
  'household.has-broadband': 0.004,
  'household.vehicles': 0.003,
  'village.resident-population': 0.2,
  'village.migrant-workers': 0.2,
  'village.collective-income': 0.3,
  'village.minimum-living-people': 0.1,
  'village.cadres': 0.01,
};
const DEATHS = 0.001;
const BIRTHS = 0.001;

/** Villages with so many households each. */
export function inventTruth(chance: Chance, villages: readonly string[], households: number): Truth {
  let people = 0;
  const subjects: Subject[] = villages.flatMap((unit, village) => [
    inventVillage(unit, village),
    ...Array.from({ length: households }, (_, household) => inventHousehold(unit, household)).flat(),
  ]);

  function inventVillage(unit: string, number: number): Subject {
    const values = new Map([['village.code', unit]]);
    for (const [element, least, most] of VILLAGE_NUMBERS) values.set(element, String(chance.between(least, most)));
    values.set('village.name', `第${String(number + 1)}村`);
    values.set('village.secretary-name', inventName());
    values.set('village.secretary-phone', inventPhone());
    values.set('village.leading-industry', chance.one(['茶叶', '苹果', '中药材', '黄桃']));
    return { entity: 'village', code: unit, unit, values, isGone: false };
  }

  function inventHousehold(unit: string, number: number): Subject[] {
    const code = `${unit.slice(6)}${String(number + 1).padStart(4, '0')}`;
    const size = chance.between(1, 5);
    const address = `${String((number % 9) + 1)}组${String(number + 1)}号`;
    const members = Array.from({ length: size }, (_, member) => inventPerson(unit, member, address));
    const [head] = members;
    const values = new Map([
      ['household.register-number', code],
      ['household.head-name', head?.values.get('person.name') ?? ''],
      ['household.head-phone', head?.values.get('person.phone') ?? ''],
      ['household.people', String(size)],
      ['household.address', address],
    ]);
    for (const element of HOUSEHOLD_ELEMENTS) values.set(element, inventValue(element));
    return [{ entity: 'household', code, unit, values, isGone: false }, ...members];
  }

  function inventPerson(unit: string, member: number, address: string): Subject {
    people += 1;
    const age = member < 2 ? chance.between(25, 85) : chance.between(1, 24);
    const code = identityNumber(COUNTY_DIGITS, 2026 - age, (people % 999) + 1);
    const values = new Map([
      ['person.identity-number', code],
      ['person.name', inventName()],
      ['person.address', address],
      ['person.phone', inventPhone()],
    ]);
    for (const element of PERSON_ELEMENTS) values.set(element, inventValue(element));
    if (age < ADULT) values.set('person.marital-status', '未婚');
    return { entity: 'person', code, unit, values, isGone: false };
  }

  function inventName(): string {
    return chance.sign(SURNAMES) + chance.sign(GIVEN) + (chance.happens(0.6) ? chance.sign(GIVEN) : '');
  }

  function inventPhone(): string {
    return chance.one(PHONE_HEADS) + String(chance.between(10_000_000, 99_999_999));
  }

  /** Another value of the kind. */
  function inventValue(element: string): string {
    if (element.endsWith('phone')) return inventPhone();
    if (element.endsWith('address')) return `${String(chance.between(1, 9))}组${String(chance.between(1, 200))}号`;
    const options = WORDS[element];
    if (options !== undefined) return chance.one(options);
    const share = SHARES[element];
    if (share !== undefined) return String(chance.happens(share));
    const [, least = 1, most = 9] = [...VILLAGE_NUMBERS, ...HOUSEHOLD_NUMBERS].find(([key]) => key === element) ?? [];
    return String(chance.between(least, most));
  }

  function drift({ values }: Subject): void {
    for (const element of values.keys()) {
      if (chance.happens(DRIFT[element] ?? 0)) values.set(element, inventValue(element));
    }
  }

  return {
    subjects,
    passMonth() {
      for (const subject of subjects.filter(({ isGone }) => !isGone)) {
        drift(subject);
        if (subject.entity !== 'person') continue;
        if (chance.happens(DEATHS)) subject.isGone = true;
        if (chance.happens(BIRTHS))
          subjects.push(inventPerson(subject.unit, 2, subject.values.get('person.address') ?? ''));
      }
    },
  };
}

const COUNTY_DIGITS = '130101';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'person.people': ['汉族', '汉族', '汉族', '回族', '满族'],
  'person.education-level': ['小学', '初中', '初中', '普通高中', '大学专科'],
  'person.marital-status': ['已婚', '已婚', '未婚', '丧偶', '离婚'],
  'person.political-status': ['群众', '群众', '群众', '中共党员'],
  'person.employment-state': ['已就业', '未就业', '灵活就业'],
  'person.health-state': ['健康', '健康', '长期慢性病', '残疾'],
  'person.work-place': ['本县', '石家庄', '北京', '天津', '未外出'],
  'household.water-source': ['自来水', '井水', '集中供水'],
  'household.fuel': ['电', '天然气', '液化气'],
  'household.entry-road': ['水泥路', '沥青路', '砂石路'],
};

/** Share of subjects for whom it is true. */
const SHARES: Readonly<Record<string, number>> = {
  'person.has-minimum-living': 0.08,
  'person.has-disability': 0.07,
  'person.has-medical-insurance': 0.96,
  'person.has-pension-insurance': 0.8,
  'person.is-veteran': 0.03,
  'person.is-left-behind-elder': 0.05,
  'household.is-monitored': 0.05,
  'household.has-broadband': 0.7,
  'household.has-sanitary-toilet': 0.85,
};

const HOUSEHOLD_NUMBERS: readonly (readonly [element: string, least: number, most: number])[] = [
  ['household.net-income', 12_000, 90_000],
  ['household.labourers', 0, 4],
  ['household.arable-area', 1, 20],
  ['household.vehicles', 0, 2],
];

const VILLAGE_NUMBERS: readonly (readonly [element: string, least: number, most: number])[] = [
  ['village.registered-households', 200, 500],
  ['village.registered-population', 800, 1900],
  ['village.resident-population', 500, 1400],
  ['village.groups', 5, 12],
  ['village.arable-area', 1200, 5200],
  ['village.woodland-area', 100, 3000],
  ['village.collective-income', 8, 90],
  ['village.migrant-workers', 90, 500],
  ['village.minimum-living-people', 10, 90],
  ['village.party-members', 20, 70],
  ['village.cadres', 5, 7],
  ['village.grids', 3, 8],
];

function keysOf(entity: string): string[] {
  return [...Object.keys(WORDS), ...Object.keys(SHARES), ...HOUSEHOLD_NUMBERS.map(([element]) => element)].filter(
    (element) => element.startsWith(`${entity}.`),
  );
}
const PERSON_ELEMENTS = keysOf('person');
const HOUSEHOLD_ELEMENTS = keysOf('household');
