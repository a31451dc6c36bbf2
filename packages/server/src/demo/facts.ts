/** What the demo county holds: households and people of 白塔镇, and totals of its villages. All of it is invented. */
import type { FactWrite } from '../features/catalogue/facts/writing/writing.ts';
import type { WriteSource } from '../features/catalogue/facts/writing/operations.ts';
import { COUNTY, departmentOf, VILLAGE_CODES } from './county.ts';
import { dayAfter } from './demands.ts';
import { TOWN, VILLAGES } from './white-tower.ts';

/** A register as it is taken in. */
export interface DemoRegister {
  readonly source: WriteSource;
  readonly writes: readonly FactWrite[];
}

const HOUSEHOLDS = 8;
const FAMILY_NAMES = '王李张刘陈杨赵周吴徐孙马朱胡郭何林高罗郑';
const GIVEN = '伟 芳 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 霞 平 刚 桂英'.split(' ');
const EDUCATION = ['小学', '初中', '高中', '大学专科'];
const GROUPS = ['一组', '二组', '三组'];

interface Resident {
  readonly village: string;
  readonly household: string;
  readonly identity: string;
  readonly name: string;
  readonly sex: '男' | '女';
  readonly born: string;
  readonly relation: string;
  readonly phone: string;
  /** Counts up over all. */
  readonly number: number;
}

/** The registers of the demo county, with the days that they are of. */
export function inventFacts(today: string): DemoRegister[] {
  const residents = VILLAGES.flatMap(inventVillage);
  return [
    { source: register('白塔镇户籍台账', TOWN, dayAfter(today, -40)), writes: residents.flatMap(tellResident) },
    { source: register('白塔镇家庭户台账', TOWN, dayAfter(today, -40)), writes: tellHouseholds(residents) },
    {
      source: register('民政局低保台账', departmentOf('民政局'), dayAfter(today, -12)),
      writes: tellMinimumLiving(residents),
    },
    {
      source: register('农业农村局承包地台账', departmentOf('农业农村局'), dayAfter(today, -60)),
      writes: tellPlots(residents),
    },
    {
      source: register('村情基本数据', `${COUNTY.code}000000`, dayAfter(today, -75)),
      writes: VILLAGE_CODES.flatMap(tellVillage),
    },
  ];
}

function register(name: string, unit: string, asOf: string): WriteSource {
  return { kind: 'register', name, unit, asOf };
}

function inventVillage(village: string, index: number): Resident[] {
  return Array.from({ length: HOUSEHOLDS }, (_, place) => inventHousehold(village, index * HOUSEHOLDS + place)).flat();
}

/** A couple and a child, and in every third household a parent. */
function inventHousehold(village: string, number: number): Resident[] {
  const family = FAMILY_NAMES.charAt(number % FAMILY_NAMES.length);
  const household = `${village}${String(number).padStart(4, '0')}`;
  const age = 1962 + ((number * 7) % 30);
  const members = [
    { relation: '户主', sex: '男', year: age, family },
    { relation: '配偶', sex: '女', year: age + 1, family: FAMILY_NAMES.charAt((number * 3 + 5) % FAMILY_NAMES.length) },
    { relation: number % 2 === 0 ? '之子' : '之女', sex: number % 2 === 0 ? '男' : '女', year: age + 25, family },
    ...(number % 3 === 0 ? [{ relation: '父母', sex: '女', year: age - 24, family: '李' } as const] : []),
  ] as const;
  return members.map(({ relation, sex, year, family: own }, place) => {
    const count = number * 4 + place;
    const month = String((count % 12) + 1).padStart(2, '0');
    const day = String((count % 28) + 1).padStart(2, '0');
    return {
      ...{ village, household, sex, relation, number: count },
      name: own + (GIVEN[(count * 3 + 1) % GIVEN.length] ?? ''),
      born: `${year}-${month}-${day}`,
      identity: identityNumber(`${year}${month}${day}`, count, sex),
      phone: `1390000${String(count % 10_000).padStart(4, '0')}`,
    };
  });
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** By GB 11643, of a division that there is none of: it can be nobody's. The last sign of the sequence tells the sex. */
function identityNumber(birth: string, count: number, sex: '男' | '女'): string {
  const sequence = ((count * 2) % 998) + (sex === '男' ? 1 : 2);
  const signs = `${COUNTY.code}${birth}${String(sequence).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(signs.charAt(index)), 0);
  return signs + '10X98765432'.charAt(sum % 11);
}

function tell(subject: FactWrite['subject'], values: Readonly<Record<string, string>>): FactWrite[] {
  return Object.entries(values).map(([element, value]) => ({ subject, element, value, place: null }));
}

function personOf({ identity, village }: Resident): FactWrite['subject'] {
  return { entity: 'person', code: identity, unit: village };
}

function tellResident(resident: Resident): FactWrite[] {
  const { identity, name, sex, born, relation, phone, number } = resident;
  return tell(personOf(resident), {
    'person.identity-number': identity,
    'person.name': name,
    'person.sex': sex,
    'person.birth-date': born,
    'person.people': '汉族',
    'person.relation-to-head': relation,
    'person.phone': phone,
    'person.education-level': EDUCATION[number % EDUCATION.length] ?? '',
    'person.village-group': GROUPS[number % GROUPS.length] ?? '',
  });
}

function tellHouseholds(residents: readonly Resident[]): FactWrite[] {
  return [...Map.groupBy(residents, ({ household }) => household)].flatMap(([code, members]) => {
    const [head] = members;
    if (head === undefined) return [];
    return tell(
      { entity: 'household', code, unit: head.village },
      {
        'household.register-number': code,
        'household.head-name': head.name,
        'household.head-identity-number': head.identity,
        'household.head-phone': head.phone,
        'household.people': String(members.length),
        'household.kind': head.number % 5 === 0 ? '脱贫户' : '一般农户',
      },
    );
  });
}

/** One household head in six. */
function tellMinimumLiving(residents: readonly Resident[]): FactWrite[] {
  return residents
    .filter(({ relation, number }) => relation === '户主' && number % 24 === 0)
    .flatMap((resident) =>
      tell(personOf(resident), {
        'person.minimum-living-number': `D${resident.village}${resident.number}`,
        'person.minimum-living-amount': '620',
      }),
    );
}

function tellPlots(residents: readonly Resident[]): FactWrite[] {
  return residents
    .filter(({ relation }) => relation === '户主')
    .flatMap(({ village, name, identity, number }) => {
      const code = `${village}${String(number).padStart(5, '0')}`;
      return tell(
        { entity: 'plot', code, unit: village },
        {
          'plot.code': code,
          'plot.holder-name': name,
          'plot.holder-identity-number': identity,
          'plot.crop': number % 8 === 0 ? '玉米' : '小麦',
        },
      );
    });
}

function tellVillage(village: string, index: number): FactWrite[] {
  const people = 900 + ((index * 37) % 700);
  return tell(
    { entity: 'village', code: village, unit: village },
    {
      'village.code': village,
      'village.population-60-plus': String(Math.round(people * 0.24)),
      'village.population-80-plus': String(Math.round(people * 0.03)),
      'village.population-under-18': String(Math.round(people * 0.17)),
    },
  );
}
